import { useDeferredValue } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { ReadinessFigures } from '../../shared/review/readiness.ts'
import { roomNames } from '../commands/roomCommands.ts'
import { CueInspector } from '../cues/CueInspector.tsx'
import { CueTable } from '../cues/CueTable.tsx'
import { FilmStrip } from '../film/FilmStrip.tsx'
import { GuardBar } from '../guard/GuardBar.tsx'
import { BinPanel } from '../history/BinPanel.tsx'
import { HistoryPanel } from '../history/HistoryPanel.tsx'
import { NumbersPanel } from '../numbers/NumbersPanel.tsx'
import { TransportBar } from '../player/TransportBar.tsx'
import { VideoPane } from '../player/VideoPane.tsx'
import { RecoveryBar } from '../recovery/RecoveryBar.tsx'
import { MediaBar } from '../relink/MediaBar.tsx'
import { FindingsList } from '../review/FindingsList.tsx'
import { useProjection } from '../review/findings.ts'
import { RightsHead } from '../rights/RightsHead.tsx'
import { RightsPlace } from '../rights/RightsPlace.tsx'
import type { Moment } from '../store/moment.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { cueOrder } from '../timeline/cueOrder.ts'
import { Timeline } from '../timeline/Timeline.tsx'
import { DeliverPlace } from '../transfer/DeliverPlace.tsx'
import { PaneDivider } from './PaneDivider.tsx'
import { TopBar } from './TopBar.tsx'
import { useStages } from './useStages.ts'
import styles from './Workspace.module.css'

/**
 * The window's three places around one picture, which stays where it is in the page so that it plays on. In Spot the cues are there
 * first; the rest is built around them.
 */
export function Workspace({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const room = useDeferredValue(useStore(session.moment, (moment) => moment.room))
  const panes = useStore(session.settings, (settings) => settings.panes)
  const isSpot = room === 'spot'
  const stage = useStages(4)
  const built = useStages(4, room)
  const spotRows = `${(1 - panes.timeline) * 100}fr auto ${panes.timeline * 100}fr`
  const spotColumns = `minmax(0, ${panes.picture * 100}fr) auto minmax(20rem, ${100 - panes.picture * 100}fr)`
  return (
    <div className={styles.workspace}>
      <div className={styles.top}>
        {stage >= 1 ? <TopBar work={work} /> : null}
        <GuardBar work={work} />
        <RecoveryBar />
        <MediaBar work={work} />
      </div>
      <main
        className={styles.panes}
        data-room={room}
        aria-label={roomNames[room]}
        style={isSpot ? { gridTemplateRows: spotRows } : undefined}
      >
        <div
          className={styles.upper}
          hidden={room === 'deliver'}
          style={isSpot ? { gridTemplateColumns: spotColumns } : undefined}
        >
          <section className={styles.player} aria-label="Picture">
            <div className={styles.film}>{stage >= 4 ? <FilmStrip /> : null}</div>
            <VideoPane />
            <div className={styles.transport}>
              {stage >= 4 ? <TransportBar isSmall={room !== 'spot'} /> : null}
            </div>
          </section>
          {isSpot ? <PaneDivider name="picture" orientation="vertical" /> : null}
          {isSpot ? (
            <section className={styles.inspector} aria-label="Inspector">
              {built >= 2 ? <CueInspector /> : null}
            </section>
          ) : null}
          {room === 'rights' ? <RightsHead work={work} /> : null}
        </div>
        {isSpot ? <PaneDivider name="timeline" orientation="horizontal" /> : null}
        {isSpot ? (
          <div className={styles.lower}>
            <section className={styles.timeline} aria-label="Timeline">
              {built >= 3 ? <Timeline /> : null}
            </section>
            <Lists work={work} />
          </div>
        ) : null}
        {room === 'rights' && built >= 1 ? <RightsPlace work={work} /> : null}
        {room === 'deliver' ? <DeliverPlace /> : null}
      </main>
    </div>
  )
}

function Lists({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const panel = useStore(session.moment, (moment) => moment.panel)
  return (
    <Tabs
      className={styles.lists ?? ''}
      selectedKey={panel}
      onSelectionChange={(key) => session.moment.patch({ panel: key as Moment['panel'] })}
    >
      <TabList className={styles.tabs ?? ''} aria-label="Lists">
        <Tab id="cues" className={styles.tab ?? ''}>
          Cues <CueCount work={work} />
        </Tab>
        <Tab id="review" className={styles.tab ?? ''}>
          Review <FindingCount work={work} />
        </Tab>
        <Tab id="numbers" className={styles.tab ?? ''}>
          Numbers
        </Tab>
        <Tab id="history" className={styles.tab ?? ''}>
          History
        </Tab>
        <Tab id="bin" className={styles.tab ?? ''}>
          Deleted
        </Tab>
      </TabList>
      <TabPanel id="cues" className={styles.panel ?? ''}>
        <CueTable />
      </TabPanel>
      <TabPanel id="review" className={styles.panel ?? ''}>
        <FindingsList />
      </TabPanel>
      <TabPanel id="numbers" className={styles.panel ?? ''}>
        <NumbersPanel />
      </TabPanel>
      <TabPanel id="history" className={styles.panel ?? ''}>
        <HistoryPanel documents={work.documents} />
      </TabPanel>
      <TabPanel id="bin" className={styles.panel ?? ''}>
        <BinPanel documents={work.documents} />
      </TabPanel>
    </Tabs>
  )
}

function CueCount({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const document = useStore(work.documents.state, (state) => state.document)
  const axis = useStore(session.timeline.axis)
  return <span className={styles.count}>{cueOrder(document, axis).cues.length}</span>
}

function FindingCount({ work }: { readonly work: OpenWork }) {
  const document = useStore(work.documents.state, (state) => state.document)
  const { readiness, isCurrent } = useProjection(document)
  return (
    <span className={styles.count} aria-busy={!isCurrent}>
      {readiness ? countText(readiness.counts) : '…'}
    </span>
  )
}

function countText({ error, warning }: ReadinessFigures['counts']): string {
  const text = (count: number) => (count < 10_000 ? String(count) : `${Math.floor(count / 1000)}k`)
  return `${error > 0 ? `▲ ${text(error)}` : '✓'}${warning > 0 ? ` ● ${text(warning)}` : ''}`
}

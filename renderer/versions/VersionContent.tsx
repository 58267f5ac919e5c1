import { useMemo, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { differenceWords } from '../../shared/edits/difference.ts'
import type { ListedVersion } from '../../shared/ipc/versions.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { ProblemDetails } from '../ui/ProblemDetails.tsx'
import { ComparedTable } from './ComparedTable.tsx'
import { compareCues } from './compareCues.ts'
import type { LookedInto } from './useVersions.ts'
import { VersionCues } from './VersionCues.tsx'
import styles from './Versions.module.css'

type VersionContentProps = {
  readonly version: ListedVersion
  readonly looked: LookedInto | null
  /** Whether it is a version of the production that is open, with which it is compared. */
  readonly isOpen: boolean
}

/** What a version holds, and how it differs from the production as it is. */
export function VersionContent({ version, looked, isOpen }: VersionContentProps) {
  const work = useStore(useSession().work)
  const [tab, setTab] = useState('compared')
  if (!version.isGood) return <Damaged />
  if (looked?.problem) {
    return (
      <div className={styles.nothing} role="alert">
        <ProblemDetails problem={looked.problem} />
      </div>
    )
  }
  const document = looked?.document
  if (!document) {
    return (
      <p className={styles.nothing} role="status">
        Reading the version…
      </p>
    )
  }
  if (!isOpen || !work) {
    return (
      <section className={styles.content} aria-label="What the version holds">
        <h3 className={styles.heading}>Cues of the version</h3>
        <VersionCues document={document} />
      </section>
    )
  }
  return <Sides document={document} work={work} tab={tab} onTab={setTab} />
}

type SidesProps = {
  readonly document: ProductionDocument
  readonly work: OpenWork
  readonly tab: string
  readonly onTab: (tab: string) => void
}

function Sides({ document, work, tab, onTab }: SidesProps) {
  const now = useStore(work.documents.state, (state) => state.document)
  const comparison = useMemo(() => compareCues(document, now), [document, now])
  const words = differenceWords(comparison.counts)
  return (
    <Tabs className={styles.content ?? ''} selectedKey={tab} onSelectionChange={(key) => onTab(String(key))}>
      <TabList className={styles.tabs ?? ''} aria-label="What the version holds">
        <Tab id="compared" className={styles.tab ?? ''}>
          Compared with now
        </Tab>
        <Tab id="cues" className={styles.tab ?? ''}>
          Cues of the version <span className={styles.count}>{Object.keys(document.cues).length}</span>
        </Tab>
      </TabList>
      <TabPanel id="compared" className={styles.panel ?? ''}>
        <p className={styles.sum} role="status">
          {words === ''
            ? 'The production is as it was then.'
            : `Since this version: ${words}. Restoring takes that back, and Undo brings it again.`}
        </p>
        {comparison.lines.length > 0 ? <ComparedTable lines={comparison.lines} /> : null}
      </TabPanel>
      <TabPanel id="cues" className={styles.panel ?? ''}>
        <VersionCues document={document} />
      </TabPanel>
    </Tabs>
  )
}

function Damaged() {
  return (
    <div className={styles.nothing} role="alert">
      <ProblemDetails
        problem={{
          message: 'This version is damaged.',
          expected: 'the content that it was written with',
          found: 'other content: the disk did not keep it, or another program changed it',
          remedy: 'Choose the version before or after it.',
        }}
      />
    </div>
  )
}

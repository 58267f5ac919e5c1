import { Copy } from 'lucide-react'
import { type KeyboardEvent, useCallback, useDeferredValue, useRef } from 'react'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { MusicNumbers } from '../../shared/sheet/musicNumbers.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { CueTable } from '../cues/CueTable.tsx'
import { useProjection } from '../review/findings.ts'
import { useDocument } from '../review/useDocument.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { useClipboardWithin } from '../ui/useClipboardWithin.ts'
import { BarChart, type ChartSubject } from './BarChart.tsx'
import { BarPatterns } from './BarShape.tsx'
import { type BarFilter, withBarToggled } from './barFilter.ts'
import styles from './NumbersPanel.module.css'
import { NumbersTable } from './NumbersTable.tsx'
import { NumbersTotals } from './NumbersTotals.tsx'
import { numbersText } from './numbersText.ts'
import { useBarFilters } from './useBarFilters.ts'

const subjects: readonly ChartSubject[] = [
  { title: 'Type', axes: [{ axis: 'type', name: 'Type' }] },
  { title: 'Diegesis', axes: [{ axis: 'diegesis', name: 'Diegesis' }] },
  {
    title: 'Use',
    axes: [
      { axis: 'usUse', name: 'US' },
      { axis: 'ukUse', name: 'UK' },
    ],
  },
  { title: 'Writer', axes: [{ axis: 'writer', name: 'Writer' }] },
  {
    title: 'Society',
    axes: [
      { axis: 'writerSociety', name: 'Writers' },
      { axis: 'publisherSociety', name: 'Publishers' },
    ],
  },
  {
    title: 'Licence',
    axes: [
      { axis: 'sync', name: 'Sync' },
      { axis: 'master', name: 'Master' },
    ],
  },
]

/** How much music there is and of which kind, beside the cues that a pressed bar leaves in the table. */
export function NumbersPanel() {
  const document = useDeferredValue(useDocument())
  const numbers = useProjection(document)?.numbers
  if (!document) return null
  if (!numbers) return <p className={styles.nothing}>Counting the music…</p>
  return (
    <div className={styles.panel}>
      {numbers.cues === 0 ? (
        <p className={styles.nothing}>
          No music has a place in the programme yet. Its minutes will stand here, by type, use, writer and
          licence.
        </p>
      ) : (
        <Charts document={document} numbers={numbers} />
      )}
      <section className={styles.cues} aria-label="Cues of the numbers">
        <CueTable />
      </section>
    </div>
  )
}

type ChartsProps = { readonly document: ProductionDocument; readonly numbers: MusicNumbers }

function Charts({ document, numbers }: ChartsProps) {
  const session = useSession()
  const filters = useBarFilters()
  const { production } = document
  const toggle = useCallback(
    (bar: BarFilter) => {
      const { moment } = session
      moment.patch({ bars: withBarToggled(moment.value.bars, bar) })
    },
    [session],
  )
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || filters.length === 0) return
    event.preventDefault()
    runCommand(session, commandById('numbers.clear'))
  }
  const place = useRef<HTMLElement>(null)
  useClipboardWithin(place, (event, data) => {
    if (event.type !== 'copy') return
    data.setData('text/plain', numbersText(production, numbers))
    event.preventDefault()
    session.say('The numbers are copied.')
  })
  const copy = commandById('numbers.copy')
  return (
    <section className={styles.numbers} aria-label="Numbers" onKeyDown={pressed} ref={place}>
      <BarPatterns />
      <div className={styles.totals}>
        <NumbersTotals numbers={numbers} rate={production.rate} />
        <Button
          kind="quiet"
          label={copy.label}
          icon={<Copy size={13} />}
          keys={copy.keys[0]}
          onPress={() => runCommand(session, copy)}
        />
      </div>
      <div className={styles.charts} data-charts data-list="numbers">
        {subjects.map((subject) => (
          <BarChart
            key={subject.title}
            subject={subject}
            bars={numbers.bars}
            total={numbers.totals.musicSeconds * 1000}
            filters={filters}
            onToggle={toggle}
          />
        ))}
      </div>
      <NumbersTable production={production} numbers={numbers} />
    </section>
  )
}

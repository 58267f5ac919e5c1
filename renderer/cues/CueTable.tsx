import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { FilterNode } from '../../shared/filter/filterNode.ts'
import { readFilter } from '../../shared/filter/readFilter.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { useCuesOfBars } from '../numbers/useBarFilters.ts'
import { projectionOf } from '../review/findings.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { cueOrder } from '../timeline/cueOrder.ts'
import { Button } from '../ui/Button.tsx'
import { useSettled } from '../ui/useSettled.ts'
import { CueFilter } from './CueFilter.tsx'
import { CueGrid } from './CueGrid.tsx'
import styles from './CueTable.module.css'
import { shownColumns } from './columns.ts'
import { cuesThatAre, readAhead } from './filterCues.ts'
import { sortedCues, tableRows } from './tableRows.ts'

/** Every cue of the production that the filter asks for, one line each. */
export function CueTable() {
  const session = useSession()
  const work = useStore(session.work)
  return work ? <FilteredCues key={work.id} work={work} /> : null
}

const all: FilterNode = { kind: 'all' }

/** Milliseconds after a letter in which another is likely to follow. */
const betweenLetters = 400

function FilteredCues({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const document = useStore(work.documents.state, (state) => state.document)
  const selected = useStore(session.moment, (moment) => moment.selection.length)
  const layout = useStore(session.settings, ({ cueTable }) => cueTable)
  const place = useRef<HTMLDivElement>(null)
  const text = useStore(session.moment, (moment) => moment.filter)
  const setText = (filter: string) => session.moment.patch({ filter })
  const node = useFilter(useDeferredValue(text))
  const isPassing = !useSettled(node, betweenLetters)
  const axis = useStore(session.timeline.axis)
  const placed = cueOrder(document, axis).cues
  useReadAhead(document, placed)
  const ordered = useCuesOfBars(document, placed)
  const found = useMemo(
    () => (node.kind === 'all' ? ordered : cuesThatAre(document, projectionOf(document), ordered, node)),
    [document, ordered, node],
  )
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => {
    const sorted =
      layout.sort.length === 0 ? found : sortedCues(document, found, layout.sort, projectionOf(document))
    return tableRows(document, sorted, layout.group, folded)
  }, [document, found, layout.sort, layout.group, folded])
  const columns = useMemo(() => shownColumns(layout.columns), [layout.columns])
  const toggleGroup = useCallback(
    (key: string) =>
      setFolded((now) => new Set(now.has(key) ? [...now].filter((other) => other !== key) : [...now, key])),
    [],
  )
  if (placed.length === 0) return <NoCues />
  return (
    <div className={styles.table} ref={place}>
      <CueFilter
        text={text}
        shown={found.length}
        total={placed.length}
        selected={selected}
        onChange={setText}
        onLeave={() => place.current?.querySelector<HTMLElement>('[data-index][tabindex="0"]')?.focus()}
      />
      {rows.length > 0 ? (
        <CueGrid {...{ rows, columns, document, work, toggleGroup, isPassing }} />
      ) : (
        <p className={styles.empty}>
          {text.trim() === '' ? 'No cue is counted in all of these bars.' : `No cue is “${text.trim()}”.`}{' '}
          <Button label="Show all cues" onPress={() => session.moment.patch({ filter: '', bars: [] })} />
        </p>
      )}
    </div>
  )
}

/** What the filter asks for; while its text has a fault, what the last text without one did. */
function useFilter(text: string): FilterNode {
  const [kept, setKept] = useState<FilterNode>(all)
  const read = useMemo(() => readFilter(text), [text])
  if (read.ok && read.node !== kept) setKept(read.node)
  return read.ok ? read.node : kept
}

/** Reads the words of the cues while the window rests, so that the first letter of a filter finds them read. */
function useReadAhead(document: ProductionDocument, cues: readonly Cue[]): void {
  useEffect(() => {
    let at = 0
    let handle = 0
    const read = (deadline: IdleDeadline) => {
      at = readAhead(document, projectionOf(document), cues, at, () => deadline.timeRemaining() > 2)
      if (at < cues.length) handle = requestIdleCallback(read)
    }
    handle = requestIdleCallback(read)
    return () => cancelIdleCallback(handle)
  }, [document, cues])
}

function NoCues() {
  return (
    <p className={styles.empty}>
      Press <kbd>I</kbd> where music starts and <kbd>O</kbd> where it ends.
    </p>
  )
}

import { useDeferredValue, useMemo, useRef } from 'react'
import { useCuesOfBars } from '../numbers/useBarFilters.ts'
import { projectionOf } from '../review/findings.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { cueOrder } from '../timeline/cueOrder.ts'
import { Button } from '../ui/Button.tsx'
import { CueFilter } from './CueFilter.tsx'
import { CueGrid } from './CueGrid.tsx'
import styles from './CueTable.module.css'
import { filterCues } from './filterCues.ts'

/** Every cue of the production in the order of the film, one line each. */
export function CueTable() {
  const session = useSession()
  const work = useStore(session.work)
  return work ? <FilteredCues key={work.id} work={work} /> : null
}

function FilteredCues({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const document = useStore(work.documents.state, (state) => state.document)
  const selected = useStore(session.moment, (moment) => moment.selection.length)
  const place = useRef<HTMLDivElement>(null)
  const text = useStore(session.moment, (moment) => moment.filter)
  const setText = (filter: string) => session.moment.patch({ filter })
  const words = useDeferredValue(text)
  const axis = useStore(session.timeline.axis)
  const all = cueOrder(document, axis).cues
  const ordered = useCuesOfBars(document, all)
  const cues = useMemo(
    () =>
      filterCues(document, words.trim() === '' ? new Map() : projectionOf(document).useOf, ordered, words),
    [document, ordered, words],
  )
  if (all.length === 0) return <NoCues />
  return (
    <div className={styles.table} ref={place}>
      <CueFilter
        text={text}
        shown={cues.length}
        total={all.length}
        selected={selected}
        onChange={setText}
        onLeave={() => place.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus()}
      />
      {cues.length > 0 ? (
        <CueGrid cues={cues} document={document} documents={work.documents} />
      ) : (
        <p className={styles.empty}>
          {words.trim() === ''
            ? 'No cue is counted in all of these bars.'
            : `No cue holds “${words.trim()}”.`}{' '}
          <Button label="Show all cues" onPress={() => session.moment.patch({ filter: '', bars: [] })} />
        </p>
      )}
    </div>
  )
}

function NoCues() {
  return (
    <p className={styles.empty}>
      Press <kbd>I</kbd> where music starts and <kbd>O</kbd> where it ends.
    </p>
  )
}

import { useDeferredValue, useMemo, useRef } from 'react'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { cuesInOrder } from '../commands/cuePlaces.ts'
import { projectionOf } from '../review/findings.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
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
  const preview = useStore(work.documents.state, (state) => state.preview)
  const selected = useStore(session.moment, (moment) => moment.selection.length)
  const place = useRef<HTMLDivElement>(null)
  const text = useStore(session.moment, (moment) => moment.filter)
  const setText = (filter: string) => session.moment.patch({ filter })
  const words = useDeferredValue(text)
  const ordered = useOrdered(document)
  const found = useMemo(
    () =>
      filterCues(document, words.trim() === '' ? new Map() : projectionOf(document).useOf, ordered, words),
    [document, ordered, words],
  )
  const cues = useMemo(
    () => (preview === document ? found : found.map((cue) => preview.cues[cue.id] ?? cue)),
    [found, preview, document],
  )
  if (ordered.length === 0) return <NoCues />
  return (
    <div className={styles.table} ref={place}>
      <CueFilter
        text={text}
        shown={cues.length}
        total={ordered.length}
        selected={selected}
        onChange={setText}
        onLeave={() => place.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus()}
      />
      {cues.length > 0 ? (
        <CueGrid cues={cues} document={document} />
      ) : (
        <p className={styles.empty}>
          No cue holds “{words.trim()}”. <Button label="Show all cues" onPress={() => setText('')} />
        </p>
      )}
    </div>
  )
}

/** All cues in the order of the film. Sorting begins with the order before, which an edit hardly ever changes. */
function useOrdered(document: ProductionDocument): readonly Cue[] {
  const session = useSession()
  const before = useRef<readonly Cue[]>([])
  return useMemo(() => {
    const { cues } = document
    const known = before.current.flatMap(({ id }) => cues[id] ?? [])
    const isSame = known.length === Object.keys(cues).length
    const all = isSame ? known : [...new Set([...known, ...Object.values(cues)])]
    before.current = cuesInOrder(session.timeline.axis.value, all)
    return before.current
  }, [session, document])
}

function NoCues() {
  return (
    <p className={styles.empty}>
      Press <kbd>I</kbd> where music starts and <kbd>O</kbd> where it ends.
    </p>
  )
}

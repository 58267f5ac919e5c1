import {
  type RefObject,
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { NoteInspector } from '../notes/NoteInspector.tsx'
import { SegmentInspector } from '../segments/SegmentInspector.tsx'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Inspector.module.css'
import { FoldingProvider } from './InspectorSection.tsx'
import { ManyCues } from './ManyCues.tsx'
import { OneCue } from './OneCue.tsx'

/** Milliseconds in which a field that the keyboard has left is done with what was typed. */
const storing = 500

/** What is selected, in full: to be read, typed into and put right. */
export function CueInspector() {
  const session = useSession()
  const work = useStore(session.work)
  const selection = useStore(session.moment, (moment) => moment.selection)
  return work ? <Inspected key={work.id} work={work} selection={selection} /> : null
}

type InspectedProps = { readonly work: OpenWork; readonly selection: readonly CueId[] }

function Inspected({ work, selection }: InspectedProps) {
  const session = useSession()
  const document = useStore(work.documents.state, (state) => state.document)
  const preview = useStore(work.documents.state, (state) => state.preview)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const place = useRef<HTMLDivElement>(null)
  const folding = useMemo(
    () => ({ folded, toggle: (name: string) => setFolded((before) => withToggled(before, name)) }),
    [folded],
  )
  const ready = useReadySelection(selection)
  const leftAt = useRef(Number.NEGATIVE_INFINITY)
  const seen = useReadyDocument(document, place, leftAt)
  const cues = useMemo(() => {
    const there = cuesOf(seen, ready)
    return there.length > 0 || ready.length === 0 ? there : cuesOf(seen, selection)
  }, [seen, ready, selection])
  const [only, ...others] = cues
  const goTo = useCallback(
    (field: string) => {
      const target = place.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)
      const section = target?.closest<HTMLElement>('[data-section]')?.dataset.section
      if (section !== undefined && folding.folded.has(section)) folding.toggle(section)
      requestAnimationFrame(() => {
        target?.scrollIntoView({ block: 'nearest' })
        const text = target?.querySelector<HTMLElement>('input, textarea')
        const control = text ?? target?.querySelector<HTMLElement>('button')
        control?.focus()
      })
    },
    [folding],
  )
  const wanted = useStore(session.moment, (moment) => moment.fieldWanted)
  const isWanted = wanted !== null && wanted.cue === only?.id && others.length === 0
  const takeKeyboard = useEffectEvent(() => {
    if (!wanted) return
    session.moment.patch({ fieldWanted: null })
    goTo(wanted.field)
  })
  useEffect(() => {
    if (isWanted) takeKeyboard()
  }, [isWanted])
  return (
    <FoldingProvider value={folding}>
      <div
        className={styles.inspector}
        ref={place}
        onBlurCapture={() => {
          leftAt.current = performance.now()
        }}
      >
        {!only ? (
          <Elsewhere document={document} />
        ) : others.length === 0 ? (
          <OneCue
            key={only.id}
            cue={only}
            shown={preview === document ? only : (preview.cues[only.id] ?? only)}
            document={seen}
            goTo={goTo}
          />
        ) : (
          <ManyCues key={cues.map((cue) => cue.id).join(' ')} cues={cues} document={seen} />
        )}
      </div>
    </FoldingProvider>
  )
}

/**
 * What is selected, once it is made ready in slices, so that a mark or an arrow never waits for all these fields; at once where the
 * keyboard goes into its title.
 */
function useReadySelection(selection: readonly CueId[]): readonly CueId[] {
  const session = useSession()
  const isTitleWanted = useStore(session.moment, ({ titleWanted }) => titleWanted !== null)
  const deferred = useDeferredValue(selection)
  const shown = useRef(deferred)
  shown.current = isTitleWanted || shown.current === selection ? selection : deferred
  return shown.current
}

/**
 * The document as the fields show it: made ready in slices where it was changed elsewhere, so that a key or a drag never waits for all
 * these fields; at once where the keyboard is in one of them, is about to be, or has just left it, which stores what was typed: a field
 * must not show what was there before.
 */
function useReadyDocument(
  document: ProductionDocument,
  place: RefObject<HTMLElement | null>,
  leftAt: RefObject<number>,
): ProductionDocument {
  const session = useSession()
  const isTitleWanted = useStore(session.moment, ({ titleWanted }) => titleWanted !== null)
  const deferred = useDeferredValue(document)
  const hasKeyboard = place.current?.contains(window.document.activeElement) ?? false
  const hasJustLeft = performance.now() - leftAt.current < storing
  return isTitleWanted || hasKeyboard || hasJustLeft ? document : deferred
}

/** The selected note or segment while no cue is selected. */
function Elsewhere({ document }: { readonly document: ProductionDocument }) {
  const session = useSession()
  const picked = useStore(session.timeline.picked)
  const note = picked?.table === 'notes' ? document.notes[picked.id] : undefined
  const segment = picked?.table === 'segments' ? document.segments[picked.id] : undefined
  if (note) return <NoteInspector key={note.id} note={note} document={document} />
  if (segment) return <SegmentInspector key={segment.id} segment={segment} document={document} />
  return <NothingSelected hasCues={hasRecords(document.cues)} />
}

/** Whether a table holds anything, without counting what it holds. */
function hasRecords(table: object): boolean {
  for (const _ in table) return true
  return false
}

function NothingSelected({ hasCues }: { readonly hasCues: boolean }) {
  const session = useSession()
  const command = commandById(hasCues ? 'cue.select' : 'cue.markIn')
  return (
    <div className={styles.nothing}>
      <p>
        {hasCues
          ? 'Select a cue in the timeline or the table to read and change it here.'
          : 'Play the film and mark where music starts: the cue opens here to be named.'}
      </p>
      <Button label={command.label} keys={command.keys[0]} onPress={() => runCommand(session, command)} />
    </div>
  )
}

function cuesOf(document: ProductionDocument, ids: readonly CueId[]): readonly Cue[] {
  return ids.flatMap((id) => document.cues[id] ?? [])
}

function withToggled(folded: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(folded)
  if (!next.delete(name)) next.add(name)
  return next
}

import type { Edit } from '../../shared/edits/edit.ts'
import { segmentAt } from '../../shared/edits/segmentDivision.ts'
import type { Cue, Note } from '../../shared/model/cue.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { NoteId, SegmentId } from '../../shared/model/ids.ts'
import type { Segment } from '../../shared/model/production.ts'
import type { Session } from '../store/session.ts'

/** The open production's document; null on the welcome screen. */
export function documentOf({ work }: Session): ProductionDocument | null {
  return work.value?.documents.document ?? null
}

/** Whether a production is open. */
export function hasWork({ work }: Session): boolean {
  return work.value !== null
}

/** Every cue, in no particular order. */
export function cuesOf(session: Session): readonly Cue[] {
  const document = documentOf(session)
  return document ? recordsOf(document, 'cues') : []
}

/** Whether any cue is selected. */
export function hasSelection({ moment }: Session): boolean {
  return moment.value.selection.length > 0
}

/** The selected cues, in the order of selection. */
export function selectedCues(session: Session): readonly Cue[] {
  const cues = documentOf(session)?.cues
  return cues ? session.moment.value.selection.flatMap((id) => cues[id] ?? []) : []
}

/** The only selected cue. */
export function oneSelected(session: Session): Cue | null {
  const [cue, ...others] = selectedCues(session)
  return cue && others.length === 0 ? cue : null
}

/** The selected note, if it is still there. */
export function selectedNote(session: Session): Note | null {
  const picked = session.timeline.picked.value
  return picked?.table === 'notes' ? (documentOf(session)?.notes[picked.id] ?? null) : null
}

/** The selected segment, if it is still there. */
export function selectedSegment(session: Session): Segment | null {
  const picked = session.timeline.picked.value
  return picked?.table === 'segments' ? (documentOf(session)?.segments[picked.id] ?? null) : null
}

/** The segment that the commands are about: the selected one, else the one under the playhead. */
export function currentSegment(session: Session): Segment | null {
  const document = documentOf(session)
  const { place } = session.playhead
  return selectedSegment(session) ?? (document && place ? segmentAt(document, place) : null)
}

/** Selects a note in place of cues and segments. */
export function selectNote({ timeline }: Session, id: NoteId): void {
  timeline.picked.set({ table: 'notes', id })
}

/** Selects a segment in place of cues and notes. */
export function selectSegment({ timeline }: Session, id: SegmentId): void {
  timeline.picked.set({ table: 'segments', id })
}

/** Makes an edit, and says why nothing happened when it had nothing to do. True when it changed the document. */
export function applyOrSay(
  session: Session,
  edit: Edit,
  nothing: string,
  key: string | null = null,
): boolean {
  const before = documentOf(session)
  if (!session.apply(edit, key)) return false
  const isChanged = documentOf(session) !== before
  if (!isChanged) session.say(nothing)
  return isChanged
}

import { rollBorder, sharedBorder } from '../../shared/edits/rollBorder.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { Session } from '../store/session.ts'

/** The cue that ends where this one begins, or begins where it ends; null where none touches. */
export function touchingCue(document: ProductionDocument, id: CueId, edge: 'start' | 'end'): CueId | null {
  const cue = document.cues[id]
  if (!cue) return null
  const touches = (other: Cue) =>
    other.id !== id &&
    (edge === 'end' ? sharedBorder(cue, other) !== null : sharedBorder(other, cue) !== null)
  return recordsOf(document, 'cues').find(touches)?.id ?? null
}

/** Rolls the border at the edge that the keys nudge; at the out, if they nudge the whole cue. */
export function rollAtEdge(session: Session, by: number): void {
  const { selection, edge } = session.moment.value
  const document = session.work.value?.documents.document
  const [id, ...others] = selection
  if (!document || !id) return
  const part = edge === 'in' ? 'start' : 'end'
  const other = others.length === 0 ? touchingCue(document, id, part) : null
  if (!other) {
    session.say(
      others.length > 0
        ? 'Select one cue, to roll its border.'
        : `No cue touches at the ${part === 'start' ? 'in' : 'out'}. E chooses the other edge.`,
    )
    return
  }
  const [left, right] = part === 'end' ? [id, other] : [other, id]
  session.apply(rollBorder(left, right, by), `roll ${left} ${right}`)
}

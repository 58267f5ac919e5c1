import { setCueEnd, setCueStart } from '../../shared/edits/cueEdgeEdits.ts'
import { closeOpenCue, openCue, segue } from '../../shared/edits/cueMarkEdits.ts'
import { frameOf, lastSpan, openCueOf, type Place, spansOf } from '../../shared/edits/cueSpans.ts'
import type { MarkedEdge } from '../../shared/edits/markShiftEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { Problem } from '../../shared/result.ts'
import { addFrames } from '../../shared/time/frames.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { makeId, type Session } from '../store/session.ts'
import { axisFrame } from '../timeline/axis.ts'
import { cueExtent } from './cuePlaces.ts'
import { commitMark, type Marked, type MarkKind, takeMark } from './takenMark.ts'

/**
 * Marks where music begins: at the frame on screen at this moment. With a cue open, ends it here and begins the next of
 * its type; of several, the one that starts last.
 */
export function markIn(session: Session): void {
  mark(session, 'in', (place) => {
    const document = session.work.value?.documents.document
    if (!document) return null
    const open = openCueOf(document)
    const { value: axis } = session.timeline.axis
    const since = open && cueExtent(axis, open).start
    if (open && since !== null && since >= (axisFrame(axis, place) ?? 0)) {
      session.tell(openLater(open, document))
      return null
    }
    const id = makeId<'cues'>()
    const giveId = () => id as never
    if (!session.apply(open ? segue(place, giveId, open.type) : openCue(place, giveId))) return null
    session.select([id])
    const ended = open ? endMarkedAt(session, open.id, place) : []
    return { kind: 'in', edges: [...ended, { cue: id, edge: 'start' }] }
  })
}

/**
 * Marks where the open cue's music has ended: the frame on screen is the first without it, or the last with it if so
 * set. Of several open cues it ends the one that starts last.
 */
export function markOut(session: Session): void {
  if (session.marks.isEmpty && !currentOpenCue(session)) {
    sayNoneOpen(session)
    return
  }
  mark(session, 'out', (place) => {
    const open = currentOpenCue(session)
    if (!open) {
      sayNoneOpen(session)
      return null
    }
    const end = endAfter(session, place)
    if (!session.apply(closeOpenCue(end))) return null
    session.select([open.id])
    if (session.playhead.state.value.speed === 0) session.typeTitle()
    return { kind: 'out', edges: endMarkedAt(session, open.id, end) }
  })
}

function currentOpenCue({ work }: Session): Cue | null {
  return (work.value && openCueOf(work.value.documents.document)) ?? null
}

function sayNoneOpen(session: Session): void {
  session.say('No cue is open. Press I where the music starts, or ] to move the selected cue’s out here.')
}

/** Moves an edge of a cue to the frame on screen, by the same rules as a mark, but for reaction time. */
export function edgeToPlayhead(session: Session, cue: CueId, edge: MarkKind): void {
  mark(session, edge, (place) => {
    const edit = edge === 'in' ? setCueStart(cue, place) : setCueEnd(cue, endAfter(session, place))
    return session.apply(edit) ? { kind: edge, edges: [] } : null
  })
}

/** The place of an out for a shown frame: that frame, or the one after it where the setting says that O includes it. */
export function endAfter({ settings }: Session, place: Place): Place {
  return settings.value.outIncludesShownFrame ? { ...place, frame: addFrames(place.frame, 1) } : place
}

/** The out of a cue as an edge that a mark has set; none if the mark, in a leader, has ended it on the reel before. */
export function endMarkedAt({ work }: Session, id: CueId, place: Place): readonly MarkedEdge[] {
  const cue = work.value?.documents.document.cues[id]
  const last = cue && lastSpan(spansOf(cue))
  return last?.reel === place.reel && last.end === place.frame ? [{ cue: id, edge: 'end' }] : []
}

function mark(session: Session, kind: MarkKind, commit: (place: Place) => Marked | null): void {
  const taken = takeMark(session)
  if (taken) commitMark(session, kind, taken, commit)
}

function openLater({ number, spans }: Cue, document: ProductionDocument): Problem {
  const start = frameOf(spans[0]?.start ?? null)
  const since = start === null ? '' : formatTimecode(start, document.production.rate)
  return {
    message: `${number ? `Cue ${number}` : 'A cue'} is still open.`,
    expected: 'no open cue that starts at or after this frame',
    found: `one that is open since ${since}`,
    remedy: 'Go after its in and press O, or remove it; then mark in here.',
  }
}

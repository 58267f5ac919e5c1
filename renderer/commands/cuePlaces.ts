import { frameOf, lastSpan, spansOf } from '../../shared/edits/cueSpans.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { Frames } from '../../shared/time/frames.ts'
import type { Session } from '../store/session.ts'
import { type Axis, axisFrame } from '../timeline/axis.ts'
import { cueOrder, type OrderedCue } from '../timeline/cueOrder.ts'

/** Where a cue lies on the axis: its first frame, and the first frame after it (null while open or unreadable). */
export type CueExtent = { readonly start: Frames | null; readonly end: Frames | null }

/** Where a cue lies on the axis. */
export function cueExtent(axis: Axis, cue: Cue): CueExtent {
  const spans = spansOf(cue)
  const last = lastSpan(spans)
  const at = (reel: typeof last.reel, frame: Frames | null) =>
    frame === null ? null : axisFrame(axis, { reel, frame })
  return { start: at(spans[0].reel, frameOf(spans[0].start)), end: at(last.reel, frameOf(last.end)) }
}

/** Cues in the order in which they begin on the axis; unreadable ones last. */
export function cuesInOrder(axis: Axis, cues: readonly Cue[]): readonly Cue[] {
  return cues
    .map((cue) => ({ cue, at: cueExtent(axis, cue) }))
    .toSorted(
      (a, b) =>
        (a.at.start ?? Number.POSITIVE_INFINITY) - (b.at.start ?? Number.POSITIVE_INFINITY) ||
        (a.at.end ?? Number.POSITIVE_INFINITY) - (b.at.end ?? Number.POSITIVE_INFINITY) ||
        (a.cue.id < b.cue.id ? -1 : 1),
    )
    .map(({ cue }) => cue)
}

/** Axis frames at which cues begin, ascending. */
export function cueStarts(session: Session): readonly number[] {
  return ascending(orderOf(session).map(({ start }) => start))
}

/** Axis frames at which cues begin or end, ascending. */
export function cueEdges(session: Session): readonly number[] {
  const entries = orderOf(session)
  return ascending([...entries.map(({ start }) => start), ...entries.map(({ end }) => end)])
}

function orderOf({ work, timeline }: Session): readonly OrderedCue[] {
  return work.value ? cueOrder(work.value.documents.document, timeline.axis.value).entries : []
}

function ascending(found: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(found).sort()
  return [...sorted].filter((frame, index) => Number.isFinite(frame) && frame !== sorted[index - 1])
}

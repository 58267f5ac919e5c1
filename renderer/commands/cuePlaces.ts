import { frameOf, lastSpan, spansOf } from '../../shared/edits/cueSpans.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { recordsOf } from '../../shared/model/document.ts'
import type { Frames } from '../../shared/time/frames.ts'
import type { Session } from '../store/session.ts'
import { type Axis, axisFrame } from '../timeline/axis.ts'

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
export function cueStarts({ work, timeline }: Session): readonly number[] {
  return ascending(allCues(work.value).map((cue) => cueExtent(timeline.axis.value, cue).start))
}

/** Axis frames at which cues begin or end, ascending. */
export function cueEdges({ work, timeline }: Session): readonly number[] {
  return ascending(
    allCues(work.value).flatMap((cue) => {
      const { start, end } = cueExtent(timeline.axis.value, cue)
      return [start, end]
    }),
  )
}

function allCues(work: Session['work']['value']): readonly Cue[] {
  return work ? recordsOf(work.documents.document, 'cues') : []
}

function ascending(found: readonly (number | null)[]): readonly number[] {
  return [...new Set(found.filter((frame) => frame !== null))].toSorted((a, b) => a - b)
}

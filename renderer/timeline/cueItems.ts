import { frameOf, spansOf } from '../../shared/edits/cueSpans.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { type Axis, axisFrame } from './axis.ts'
import type { LaneItem } from './lanes.ts'

/** A span of a cue as the timeline lays it out; `start` and `end` are axis frames. */
export type CueItem = LaneItem & {
  readonly cue: Cue
  readonly spanIndex: number
  readonly isOpen: boolean
  /** The gravest finding about the cue. */
  readonly gravest: Finding['severity'] | null
}

const strengths = { error: 3, warning: 2, info: 1 } as const

/** The id of a cue's span in the timeline. */
function itemId(cue: CueId, spanIndex: number): string {
  return spanIndex === 0 ? cue : `${cue}/${spanIndex}`
}

/** Every readable span of every cue. The open one reaches to `playhead` (axis frame), one frame at least. */
export function cueItems(
  document: ProductionDocument,
  axis: Axis,
  playhead: Frames,
  findingsOf: ReadonlyMap<CueId, readonly Finding[]>,
): readonly CueItem[] {
  return recordsOf(document, 'cues').flatMap((cue) =>
    spansOf(cue).flatMap((span, spanIndex): CueItem[] => {
      const from = frameOf(span.start)
      const start = from === null ? null : axisFrame(axis, { reel: span.reel, frame: from })
      const to = frameOf(span.end)
      if (start === null || (span.end !== null && to === null)) return []
      const end = to === null ? null : axisFrame(axis, { reel: span.reel, frame: to })
      const gravest = findingsOf.get(cue.id)?.[0]?.severity ?? null
      return [
        {
          id: itemId(cue.id, spanIndex),
          cue,
          spanIndex,
          start,
          end: end ?? frames(Math.max(start + 1, playhead)),
          isOpen: end === null,
          gravest,
          strength: gravest ? strengths[gravest] : 0,
        },
      ]
    }),
  )
}

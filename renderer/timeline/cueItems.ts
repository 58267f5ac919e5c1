import { frameOf, spansOf } from '../../shared/edits/cueSpans.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import type { SideState } from '../../shared/sheet/sideStatus.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import type { Projection } from '../review/findings.ts'
import { type Axis, axisFrame } from './axis.ts'
import type { LaneItem } from './lanes.ts'

/** A span of a cue as the timeline lays it out; `start` and `end` are axis frames. */
export type CueItem = LaneItem & {
  readonly cue: Cue
  readonly spanIndex: number
  readonly isOpen: boolean
  /** The gravest finding about the cue. */
  readonly gravest: Finding['severity'] | null
  readonly findings: readonly Finding[]
  /** How far its two sides are cleared; null for a cue that is cut or temp. */
  readonly sides: { readonly sync: SideState; readonly master: SideState } | null
}

/** Nothing is known besides the cues themselves. */
export const noCueFacts: Projection['findingsOf'] = new Map()

const noFindings: readonly Finding[] = []

const strengths = { error: 3, warning: 2, info: 1 } as const

/** The id of a cue's span in the timeline. */
function itemId(cue: CueId, spanIndex: number): string {
  return spanIndex === 0 ? cue : `${cue}/${spanIndex}`
}

/** Every readable span of every cue, with what is known of it. The open one reaches to `playhead` (axis frame), one frame at least. */
export function cueItems(
  document: ProductionDocument,
  axis: Axis,
  playhead: Frames,
  findingsOf: Projection['findingsOf'],
  useOf: Projection['useOf'] = new Map(),
): readonly CueItem[] {
  return recordsOf(document, 'cues').flatMap((cue) => {
    const findings = findingsOf.get(cue.id) ?? noFindings
    const gravest = findings[0]?.severity ?? null
    const sides = sidesOf(useOf.get(cue.id))
    return spansOf(cue).flatMap((span, spanIndex): CueItem[] => {
      const from = frameOf(span.start)
      const start = from === null ? null : axisFrame(axis, { reel: span.reel, frame: from })
      const to = frameOf(span.end)
      if (start === null || (span.end !== null && to === null)) return []
      const end = to === null ? null : axisFrame(axis, { reel: span.reel, frame: to })
      return [
        {
          id: itemId(cue.id, spanIndex),
          cue,
          spanIndex,
          start,
          end: end ?? frames(Math.max(start + 1, playhead)),
          isOpen: end === null,
          gravest,
          findings,
          sides,
          strength: gravest ? strengths[gravest] : 0,
        },
      ]
    })
  })
}

function sidesOf(use: CueUse | undefined): CueItem['sides'] {
  return use ? { sync: use.sync.status, master: use.master.status } : null
}

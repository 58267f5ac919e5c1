import type { ProductionDocument } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import { nudgeCues } from './cueMoveEdits.ts'
import { frameOf, lastSpan, spansOf } from './cueSpans.ts'
import { type Edit, joinEdits } from './edit.ts'

/** An edge that a mark has just set. */
export type MarkedEdge = { readonly cue: CueId; readonly edge: 'start' | 'end' }

/** By how many of `by` frames all the edges can go earlier, so that each cue keeps a frame of music and none lies before zero. */
export function shiftRoom(document: ProductionDocument, edges: readonly MarkedEdge[], by: number): number {
  return Math.max(0, Math.min(by, ...edges.map((edge) => roomBefore(document, edge))))
}

/** Moves edges that were marked at the frame shown earlier, by the frames that went by before the key was pressed. */
export function shiftMarks(edges: readonly MarkedEdge[], by: number): Edit {
  return joinEdits(
    `Shift the mark by ${by === 1 ? '1 frame' : `${by} frames`} for reaction time`,
    edges.map(({ cue, edge }) => nudgeCues([cue], edge, -by)),
  )
}

function roomBefore(document: ProductionDocument, { cue: id, edge }: MarkedEdge): number {
  const cue = document.cues[id]
  if (!cue) return 0
  const spans = spansOf(cue)
  if (edge === 'start') return frameOf(spans[0].start) ?? 0
  const { start, end } = lastSpan(spans)
  return (frameOf(end) ?? 0) - (frameOf(start) ?? 0) - 1
}

import { setCueEnd, setCueStart } from '../../shared/edits/cueEdgeEdits.ts'
import { moveCues } from '../../shared/edits/cueMoveEdits.ts'
import { frameOf, lastSpan, spansOf } from '../../shared/edits/cueSpans.ts'
import type { Edit } from '../../shared/edits/edit.ts'
import { rollBorder } from '../../shared/edits/rollBorder.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { type Axis, axisFrame, placeAt, reelExtent } from './axis.ts'
import type { CuePart } from './cueHits.ts'
import type { CueItem } from './cueItems.ts'

/** What is dragged: one edge of a cue, the border of two, or the bodies of several. All frames are axis frames. */
export type DragSubject = {
  /** The item taken hold of. */
  readonly item: CueItem
  readonly part: CuePart
  /** The cue on the other side of a border that is rolled. */
  readonly neighbour: CueItem | null
  /** The cues whose bodies move. */
  readonly cues: readonly Cue[]
}

/** The frame from which a drag starts: that of the edge taken hold of, for a body its start. */
export function grippedFrame({ item, part }: DragSubject): Frames {
  return part === 'end' ? item.end : item.start
}

/** Frames that the gripped frame may come to, first and last. */
export type DragLimits = { readonly least: number; readonly most: number }

/** How far a drag can go: each cue keeps a frame, edges stay on the axis, and bodies on their reels. */
export function dragLimits(subject: DragSubject, document: ProductionDocument, axis: Axis): DragLimits {
  const { item, part, neighbour, cues } = subject
  if (part === 'body') {
    const reach = cues.map((cue) => bodyReach(cue, document))
    const least = reach.reduce<number>((furthest, { earlier }) => Math.max(furthest, earlier), -axis.length)
    const most = reach.reduce<number>((furthest, { later }) => Math.min(furthest, later), axis.length)
    return { least: item.start + Math.min(0, least), most: item.start + Math.max(0, most) }
  }
  const left = part === 'end' ? item.cue : neighbour?.cue
  const right = part === 'start' ? item.cue : neighbour?.cue
  const least = left ? (startOnAxis(left, axis) ?? 0) + 1 : 0
  const most = right ? (endOnAxis(right, axis) ?? axis.length) - 1 : axis.length
  return neighbour ? withinSpans(subject, { least, most }) : { least, most }
}

/** The edit that brings the gripped frame to another; null where there is no reel. */
export function dragEdit(subject: DragSubject, frame: Frames, axis: Axis): Edit | null {
  const { item, part, neighbour, cues } = subject
  const by = frame - grippedFrame(subject)
  if (part === 'body')
    return moveCues(
      cues.map(({ id }) => id),
      by,
    )
  if (neighbour) {
    const [left, right] = part === 'end' ? [item, neighbour] : [neighbour, item]
    return rollBorder(left.cue.id, right.cue.id, by)
  }
  if (part === 'start') {
    const place = placeAt(axis, frame)
    return place && setCueStart(item.cue.id, place)
  }
  const last = placeAt(axis, frames(Math.max(0, frame - 1)))
  return last && setCueEnd(item.cue.id, { ...last, frame: frames(last.frame + 1) })
}

/** The cues of a selection whose bodies can be moved: those with an in that is a frame, and an out that is one or open. */
export function movableCues(ids: readonly CueId[], document: ProductionDocument): readonly Cue[] {
  return ids.flatMap((id) => {
    const cue = document.cues[id]
    if (!cue || frameOf(spansOf(cue)[0].start) === null) return []
    const { end } = lastSpan(spansOf(cue))
    return end === null || frameOf(end) !== null ? [cue] : []
  })
}

/** By how many frames a cue can move: negative ones earlier, positive ones later. */
function bodyReach(
  cue: Cue,
  document: ProductionDocument,
): { readonly earlier: number; readonly later: number } {
  const spans = spansOf(cue)
  const [first] = spans
  const last = lastSpan(spans)
  const firstReel = document.reels[first.reel]
  const lastReel = document.reels[last.reel]
  if (!firstReel || !lastReel) return { earlier: 0, later: 0 }
  const start = frameOf(first.start) ?? 0
  const end = frameOf(last.end)
  const earlier = reelExtent(firstReel).start - start
  const later = reelExtent(lastReel).end - (end ?? start + 1)
  if (spans.length === 1) return { earlier, later }
  const before = end === null ? earlier : (frameOf(last.start) ?? 0) + 1 - end
  const after = (frameOf(first.end) ?? 0) - 1 - start
  return { earlier: Math.max(earlier, before), later: Math.min(later, after) }
}

/** A border stays on its reel. */
function withinSpans({ item, part, neighbour }: DragSubject, { least, most }: DragLimits): DragLimits {
  const [left, right] = part === 'end' ? [item, neighbour] : [neighbour, item]
  return {
    least: Math.max(least, (left?.start ?? 0) + 1),
    most: right && !right.isOpen ? Math.min(most, right.end - 1) : most,
  }
}

function startOnAxis(cue: Cue, axis: Axis): Frames | null {
  const [{ reel, start }] = spansOf(cue)
  const frame = frameOf(start)
  return frame === null ? null : axisFrame(axis, { reel, frame })
}

function endOnAxis(cue: Cue, axis: Axis): Frames | null {
  const { reel, end } = lastSpan(spansOf(cue))
  const frame = frameOf(end)
  return frame === null ? null : axisFrame(axis, { reel, frame })
}

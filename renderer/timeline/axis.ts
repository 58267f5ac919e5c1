import type { Place } from '../../shared/edits/cueSpans.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { Reel } from '../../shared/model/production.ts'
import { reelExtent } from '../../shared/model/reelExtent.ts'
import { clampFrame, type FrameRange, rangeLength } from '../../shared/time/frameRange.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'

export { reelExtent }

/** One reel's place on the timeline: `extent` in timecode frames, laid down from axis frame `offset` on. */
export type AxisReel = { readonly reel: Reel; readonly extent: FrameRange; readonly offset: Frames }

/**
 * The timeline's own numbering: all reels end to end in running order, leader and tail of each file included, from 0.
 * Only drawing and pointing use it; the document knows reels and timecode frames.
 */
export type Axis = { readonly reels: readonly AxisReel[]; readonly length: Frames }

/** Lays the reels of a document end to end. */
export function buildAxis(document: ProductionDocument): Axis {
  let length = 0
  const reels = recordsOf(document, 'reels')
    .toSorted((a, b) => a.order - b.order)
    .map((reel): AxisReel => {
      const extent = reelExtent(reel)
      const offset = frames(length)
      length += rangeLength(extent)
      return { reel, extent, offset }
    })
  return { reels, length: frames(length) }
}

/** The axis frame of a place; null when its reel is not in the document. */
export function axisFrame(axis: Axis, place: Place): Frames | null {
  const entry = axis.reels.find(({ reel }) => reel.id === place.reel)
  return entry ? frames(entry.offset + place.frame - entry.extent.start) : null
}

/** The place at an axis frame, brought inside the axis; null when there is no reel. */
export function placeAt(axis: Axis, frame: Frames): Place | null {
  const entry = axis.reels.findLast(({ offset }) => offset <= frame) ?? axis.reels[0]
  if (!entry || rangeLength(entry.extent) <= 0) return null
  return {
    reel: entry.reel.id,
    frame: clampFrame(entry.extent, frames(entry.extent.start + frame - entry.offset)),
  }
}

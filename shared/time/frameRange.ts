import { type Frames, frames } from './frames.ts'

/** A half-open stretch of frames: `start` is the first frame inside, `end` the first frame after. */
export type FrameRange = { readonly start: Frames; readonly end: Frames }

/** Frames inside the range. */
export function rangeLength(range: FrameRange): Frames {
  return frames(range.end - range.start)
}

/** Whether the range holds this frame. */
export function contains(range: FrameRange, frame: Frames): boolean {
  return range.start <= frame && frame < range.end
}

/** Whether the inner range lies wholly within the outer. */
export function encloses(outer: FrameRange, inner: FrameRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Frames that two ranges share; 0 when they only touch. */
export function overlapLength(a: FrameRange, b: FrameRange): Frames {
  return frames(Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)))
}

/** The range moved by a number of frames. */
export function shiftRange(range: FrameRange, by: number): FrameRange {
  return { start: frames(range.start + by), end: frames(range.end + by) }
}

/** The frame, brought inside `start` to `end` inclusive (an edge may stand on the excluded end). */
export function clampEdge(range: FrameRange, frame: Frames): Frames {
  return frames(Math.min(range.end, Math.max(range.start, frame)))
}

/** The frame, brought to one that the range holds. The range must not be empty. */
export function clampFrame(range: FrameRange, frame: Frames): Frames {
  return frames(Math.min(range.end - 1, Math.max(range.start, frame)))
}

/** Frames covered by any of the ranges, overlaps counted once. */
export function coveredLength(ranges: readonly FrameRange[]): Frames {
  let covered = 0
  let reached = Number.NEGATIVE_INFINITY
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    covered += Math.max(0, range.end - Math.max(range.start, reached))
    reached = Math.max(reached, range.end)
  }
  return frames(covered)
}

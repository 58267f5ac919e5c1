import type { Axis, AxisReel } from './axis.ts'
import { devicePixelOf, type Viewport, visibleFrames, xOf } from './viewport.ts'

/** One reel's part of the window: where it begins in CSS px, and the same view in the reel's own timecode frames. */
export type ReelPart = { readonly x: number; readonly width: number; readonly view: Viewport }

/** The reels of which anything shows. */
export function visibleReels({
  axis,
  view,
}: {
  readonly axis: Axis
  readonly view: Viewport
}): readonly AxisReel[] {
  const { start, end } = visibleFrames(view)
  return axis.reels.filter(({ offset, extent }) => offset < end && offset + extent.end - extent.start > start)
}

/** A reel's part of the window; null when none of it shows. */
export function partView(
  view: Viewport,
  { extent, offset }: AxisReel,
  pixelRatio: number = devicePixelRatio,
): ReelPart | null {
  const left = Math.max(0, devicePixelOf(view, offset, pixelRatio) / pixelRatio)
  const right = Math.min(view.width, xOf(view, offset + extent.end - extent.start))
  if (right <= left) return null
  const first = view.first + left / view.pixelsPerFrame - offset + extent.start
  return { x: left, width: right - left, view: { ...view, extent, first, width: right - left } }
}

import type { FrameRange } from '../../shared/time/frameRange.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'

/** What the detail view shows: a window of `width` CSS px over the timecode frames of `extent`. */
export type Viewport = {
  /** All that can be shown; not empty. */
  readonly extent: FrameRange
  /** Width in CSS px, above 0. */
  readonly width: number
  /** The timecode frame at the left edge, a real number. */
  readonly first: number
  /** CSS px per frame. */
  readonly pixelsPerFrame: number
}

/** Deeper than this many px per frame nothing new is to be seen. */
export const deepestZoom = 64
/** Zoom of one key press or one notch of a wheel. */
export const zoomStep = 1.25
/** Room in px beside the first and the last frame, so that they can be marked. */
export const slack = 48

/** The whole extent, edge to edge. */
export function fitted(extent: FrameRange, width: number): Viewport {
  const view = { extent, width, first: extent.start, pixelsPerFrame: 1 }
  return { ...view, pixelsPerFrame: smallestZoom(view) }
}

/** CSS px per frame at which the extent just fills the width. */
export function smallestZoom({ extent, width }: Viewport): number {
  return Math.min(deepestZoom, width / (extent.end - extent.start))
}

/** Where a frame begins, in CSS px from the left edge. */
export function xOf(view: Viewport, frame: number): number {
  return (frame - view.first) * view.pixelsPerFrame
}

/** An x in CSS px moved to the nearest device pixel. */
export function onDevicePixel(x: number, devicePixelRatio: number): number {
  return Math.round(x * devicePixelRatio) / devicePixelRatio
}

/** The frame under an x: what a click hits. */
export function frameAtX(view: Viewport, x: number): Frames {
  return frames(Math.floor(view.first + x / view.pixelsPerFrame))
}

/** The device pixel, counted from the window's left edge, at which a frame is drawn to begin. */
export function devicePixelOf(view: Viewport, frame: number, devicePixelRatio: number): number {
  return Math.round(xOf(view, frame) * devicePixelRatio)
}

/**
 * The frame that is drawn at the device pixel under a pointer at `x`: a boundary is drawn on a whole pixel, so where frames
 * are wider than pixels the pixel and not the point decides.
 */
export function frameUnder(view: Viewport, x: number, devicePixelRatio: number): Frames {
  const pixel = Math.floor(x * devicePixelRatio + 1e-6)
  const frame = frameAtX(view, (pixel + 0.5) / devicePixelRatio)
  if (view.pixelsPerFrame * devicePixelRatio < 1) return frame
  if (devicePixelOf(view, frame, devicePixelRatio) > pixel) return frames(frame - 1)
  return devicePixelOf(view, frame + 1, devicePixelRatio) <= pixel ? frames(frame + 1) : frame
}

/** The frame boundary nearest to an x: where a dragged edge lands. */
export function edgeAtX(view: Viewport, x: number): Frames {
  return frames(Math.round(view.first + x / view.pixelsPerFrame))
}

/** The frames of which any part shows, whether or not the extent has them. */
export function visibleFrames(view: Viewport): FrameRange {
  return {
    start: frames(Math.floor(view.first)),
    end: frames(Math.ceil(view.first + view.width / view.pixelsPerFrame)),
  }
}

/** Whether a frame's beginning lies inside the window. */
export function isVisible(view: Viewport, frame: number): boolean {
  const x = xOf(view, frame)
  return x >= 0 && x <= view.width
}

/** The window, kept over the extent and a little slack on both sides. */
export function clamped(view: Viewport): Viewport {
  const { extent, width } = view
  const pixelsPerFrame = Math.min(deepestZoom, Math.max(smallestZoom(view), view.pixelsPerFrame))
  const least = extent.start - slack / pixelsPerFrame
  const most = Math.max(least, extent.end + (slack - width) / pixelsPerFrame)
  return { ...view, pixelsPerFrame, first: Math.min(most, Math.max(least, view.first)) }
}

/** Zooms by a factor; the frame under `anchorX` (CSS px) stays where it is as far as the extent allows. */
export function zoomedAt(view: Viewport, anchorX: number, factor: number): Viewport {
  const wanted = view.pixelsPerFrame * factor
  const pixelsPerFrame = Math.min(deepestZoom, Math.max(smallestZoom(view), wanted))
  const anchor = view.first + anchorX / view.pixelsPerFrame
  return clamped({ ...view, pixelsPerFrame, first: anchor - anchorX / pixelsPerFrame })
}

/** The x to zoom about from keys and buttons: the playhead where it shows, else the middle. */
export function keyAnchor(view: Viewport, playhead: number): number {
  return isVisible(view, playhead) ? xOf(view, playhead) : view.width / 2
}

/** The zoom factor of a smooth wheel or a pinch that moved by `delta` px; down or apart from the user zooms out. */
export function wheelFactor(delta: number): number {
  return 2 ** (-delta / 240)
}

/** Moves the window by CSS px; positive shows what comes later. */
export function pannedBy(view: Viewport, pixels: number): Viewport {
  return clamped({ ...view, first: view.first + pixels / view.pixelsPerFrame })
}

/** Moves the window so that `frame` begins at `x`. */
export function pannedTo(view: Viewport, frame: number, x: number): Viewport {
  return clamped({ ...view, first: frame - x / view.pixelsPerFrame })
}

/** Zooms so that the stretch from one frame to another, real numbers both, fills the window. */
export function stretchedOver(view: Viewport, from: number, to: number): Viewport {
  const pixelsPerFrame = view.width / Math.max(to - from, view.width / deepestZoom)
  return clamped({ ...view, pixelsPerFrame, first: from })
}

/** Moves the window only if `frame` is outside, and then to its middle. */
export function revealed(view: Viewport, frame: number): Viewport {
  return isVisible(view, frame) ? view : pannedTo(view, frame, view.width / 2)
}

/** Zooms and moves so that a range fills the window up to `margin` px on both sides. */
export function fittedTo(view: Viewport, range: FrameRange, margin: number): Viewport {
  const length = Math.max(1, range.end - range.start)
  const zoomed = clamped({ ...view, pixelsPerFrame: Math.max(1, view.width - 2 * margin) / length })
  return pannedTo(zoomed, (range.start + range.end) / 2, view.width / 2)
}

/** The same window at another width: a view that showed everything still does, any other keeps its left edge and zoom. */
export function resized(view: Viewport, width: number): Viewport {
  if (view.pixelsPerFrame <= smallestZoom(view)) return fitted(view.extent, width)
  return clamped({ ...view, width })
}

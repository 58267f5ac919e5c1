import type { ProductionDocument } from '../../shared/model/document.ts'
import { recordsOf } from '../../shared/model/document.ts'
import type { Peaks } from '../../shared/peaks/peaks.ts'
import type { Axis, AxisReel } from './axis.ts'
import { paintPeaks, peaksWindow } from './peaksPainter.ts'
import { rulerTicks, shadesFrames } from './ruler.ts'
import { type Viewport, visibleFrames, xOf } from './viewport.ts'

/** Colours of the timeline's canvases, as the style sheet has them. */
export type TimelineColours = {
  readonly text: string
  readonly dim: string
  readonly line: string
  readonly ground: string
  readonly shade: string
  readonly wave: string
  readonly estimate: string
  readonly missing: string
  readonly font: string
}

/** What a canvas shows. */
export type DetailScene = {
  readonly view: Viewport
  readonly axis: Axis
  readonly document: ProductionDocument
  readonly peaksOf: (path: string) => Peaks | undefined
  /** Seconds at which the loaded film presents its first picture. */
  readonly pictureStart: number
  readonly colours: TimelineColours
}

/** Sizes a canvas to its element in device pixels, clears it, and gives a context that speaks CSS px. */
export function freshContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const { clientWidth, clientHeight } = canvas
  const width = Math.round(clientWidth * devicePixelRatio)
  const height = Math.round(clientHeight * devicePixelRatio)
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  const context = canvas.getContext('2d')
  context?.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  context?.clearRect(0, 0, clientWidth, clientHeight)
  return context
}

/** Draws the timecode ruler: each reel with its own labels, breaks and acts as bands beneath. */
export function paintRuler(canvas: HTMLCanvasElement, scene: DetailScene): void {
  const context = freshContext(canvas)
  if (!context) return
  const { view, colours, document } = scene
  const { rate } = document.production
  const height = canvas.clientHeight
  context.font = colours.font
  context.textBaseline = 'top'
  for (const entry of visibleReels(scene)) {
    const part = partView(view, entry)
    if (!part) continue
    context.save()
    context.beginPath()
    context.rect(part.x, 0, part.width, height)
    context.clip()
    const { ticks } = rulerTicks(part.view, rate)
    for (const { frame, label } of ticks) {
      const x = Math.round(part.x + xOf(part.view, frame)) + 0.5
      context.fillStyle = label ? colours.dim : colours.line
      context.fillRect(x - 0.5, label ? height - 9 : height - 4, 1, 9)
      if (!label) continue
      context.fillStyle = colours.text
      context.fillText(label, x + 4, 4)
    }
    context.restore()
  }
  context.fillStyle = colours.line
  context.fillRect(0, height - 1, canvas.clientWidth, 1)
}

/** Draws the sound of each visible reel, leader and breaks shaded, single frames striped where they are wide. */
export function paintWave(canvas: HTMLCanvasElement, scene: DetailScene): void {
  const context = freshContext(canvas)
  if (!context) return
  const { view, colours, document, peaksOf, pictureStart } = scene
  const { rate } = document.production
  const height = canvas.clientHeight
  paintFrames(context, scene, height)
  for (const entry of visibleReels(scene)) {
    const part = partView(view, entry)
    const { media } = entry.reel
    const peaks = media && peaksOf(media.path)
    if (!part || !media || !peaks) continue
    const device = Math.round(part.x * devicePixelRatio)
    context.save()
    context.setTransform(1, 0, 0, 1, device, 0)
    const place = { rate, startFrame: media.startFrame, pictureStart }
    const window = peaksWindow(part.view, place, devicePixelRatio)
    paintPeaks(context, height * devicePixelRatio, peaks, window, {
      wave: colours.wave,
      estimate: colours.estimate,
      missing: colours.missing,
      gain: 1,
    })
    context.restore()
  }
  paintOutside(context, scene, height)
}

/** What lies outside the programme, and commercial breaks, in a shade. */
export function paintOutside(context: CanvasRenderingContext2D, scene: DetailScene, height: number): void {
  const { view, axis, document, colours } = scene
  context.fillStyle = colours.shade
  const shade = (entry: AxisReel, start: number, end: number) => {
    const left = xOf(view, entry.offset + start - entry.extent.start)
    const right = xOf(view, entry.offset + end - entry.extent.start)
    if (right > 0 && left < view.width && right > left) context.fillRect(left, 0, right - left, height)
  }
  for (const entry of axis.reels) {
    shade(entry, entry.extent.start, entry.reel.programme.start)
    shade(entry, entry.reel.programme.end, entry.extent.end)
  }
  for (const segment of recordsOf(document, 'segments')) {
    const entry = axis.reels.find(({ reel }) => reel.id === segment.reel)
    if (entry && segment.kind === 'break') shade(entry, segment.start, segment.end)
  }
}

/** Every other frame in a stripe, where frames are wide. */
export function paintFrames(
  context: CanvasRenderingContext2D,
  { view, colours }: DetailScene,
  height: number,
): void {
  if (!shadesFrames(view.pixelsPerFrame)) return
  const { start, end } = visibleFrames(view)
  context.fillStyle = colours.ground
  for (let frame = start + (Math.abs(start) % 2); frame < end; frame += 2) {
    context.fillRect(xOf(view, frame), 0, view.pixelsPerFrame, height)
  }
}

/** The reels of which anything shows. */
export function visibleReels({ axis, view }: Pick<DetailScene, 'axis' | 'view'>): readonly AxisReel[] {
  const { start, end } = visibleFrames(view)
  return axis.reels.filter(({ offset, extent }) => offset < end && offset + extent.end - extent.start > start)
}

/** One reel's part of the window: where it begins in CSS px, and the same view in the reel's own timecode frames. */
export function partView(
  view: Viewport,
  { extent, offset }: AxisReel,
): { readonly x: number; readonly width: number; readonly view: Viewport } | null {
  const left = Math.max(0, Math.round(xOf(view, offset) * devicePixelRatio) / devicePixelRatio)
  const right = Math.min(view.width, xOf(view, offset + extent.end - extent.start))
  if (right <= left) return null
  const first = view.first + left / view.pixelsPerFrame - offset + extent.start
  return { x: left, width: right - left, view: { ...view, extent, first, width: right - left } }
}

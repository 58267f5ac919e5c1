import type { ProductionDocument } from '../../shared/model/document.ts'
import { recordsOf } from '../../shared/model/document.ts'
import type { Peaks, PixelWindow } from '../../shared/peaks/peaks.ts'
import type { Axis, AxisReel } from './axis.ts'
import { canvasSize } from './canvasSize.ts'
import { paintPeaks, peaksWindow } from './peaksPainter.ts'
import { partView, visibleReels } from './reelParts.ts'
import { shadesFrames } from './ruler.ts'
import { devicePixelOf, type Viewport, visibleFrames, xOf } from './viewport.ts'
import { loudestIn } from './waveGain.ts'

/** Colours of the timeline's canvases, as the style sheet has them. */
export type TimelineColours = {
  readonly bright: string
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
  const size = canvasSize(canvas)
  const width = Math.round(size.width * devicePixelRatio)
  const height = Math.round(size.height * devicePixelRatio)
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  const context = canvas.getContext('2d')
  context?.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  context?.clearRect(0, 0, size.width, size.height)
  return context
}

/**
 * Draws the sound of each visible reel, leader and breaks shaded, single frames striped where they are wide. `gainFor` is told
 * how the loudest sound in sight is found, and says how many times taller than full scale all of it is drawn.
 */
export function paintWave(
  canvas: HTMLCanvasElement,
  scene: DetailScene,
  gainFor: (loudest: () => number) => number,
): void {
  const context = freshContext(canvas)
  if (!context) return
  const { colours } = scene
  const { height } = canvasSize(canvas)
  paintFrames(context, scene, height)
  const sounds = visibleSounds(scene)
  const gain = gainFor(() => loudestOf(sounds))
  for (const { peaks, window, device } of sounds) {
    context.save()
    context.setTransform(1, 0, 0, 1, device, 0)
    paintPeaks(context, height * devicePixelRatio, peaks, window, {
      wave: colours.wave,
      estimate: colours.estimate,
      missing: colours.missing,
      gain,
    })
    context.restore()
  }
  paintOutside(context, scene, height)
  paintReelChanges(context, scene, height)
}

type VisibleSound = { readonly peaks: Peaks; readonly window: PixelWindow; readonly device: number }

/** The loudest sound that is listened to in sight, 0 to 127. */
export function loudestInSight(scene: DetailScene): number {
  return loudestOf(visibleSounds(scene))
}

function loudestOf(sounds: readonly VisibleSound[]): number {
  return Math.max(0, ...sounds.map(({ peaks, window }) => loudestIn(peaks, window)))
}

/** The sound of each visible reel, and the device pixel at which its part of the window begins. */
function visibleSounds(scene: DetailScene): readonly VisibleSound[] {
  const { view, document, peaksOf, pictureStart } = scene
  const { rate } = document.production
  return visibleReels(scene).flatMap((entry) => {
    const part = partView(view, entry)
    const { media } = entry.reel
    const peaks = media && peaksOf(media.path)
    if (!part || !media || !peaks) return []
    const place = { rate, startFrame: media.startFrame, pictureStart }
    const window = peaksWindow(part.view, place, devicePixelRatio)
    return [{ peaks, window, device: Math.round(part.x * devicePixelRatio) }]
  })
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

/** Draws a line where each reel but the first begins. */
export function paintReelChanges(
  context: CanvasRenderingContext2D,
  { view, axis, colours }: DetailScene,
  height: number,
): void {
  context.fillStyle = colours.text
  for (const { offset } of axis.reels.slice(1)) {
    const x = devicePixelOf(view, offset, devicePixelRatio) / devicePixelRatio
    if (x >= 0 && x <= view.width) context.fillRect(x - 1, 0, 2, height)
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
    const left = devicePixelOf(view, frame, devicePixelRatio) / devicePixelRatio
    const right = devicePixelOf(view, frame + 1, devicePixelRatio) / devicePixelRatio
    context.fillRect(left, 0, right - left, height)
  }
}

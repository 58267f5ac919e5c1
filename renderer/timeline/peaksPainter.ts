import { isMissing } from '../../shared/peaks/peakColumns.ts'
import {
  columnAtFrame,
  columnCount,
  columnsFor,
  estimatesFor,
  type Peaks,
  type PixelWindow,
} from '../../shared/peaks/peaks.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import type { Frames } from '../../shared/time/frames.ts'
import type { Viewport } from './viewport.ts'

/** As much of a canvas's 2D context as peaks need. */
export type PeaksCanvas = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'fillRect' | 'beginPath' | 'moveTo' | 'lineTo' | 'stroke'
>

/** Where a film's sound lies on the timeline. */
export type SoundPlace = {
  readonly rate: FrameRate
  /** The timecode frame of the file's frame 0. */
  readonly startFrame: Frames
  /** The media's own time, in seconds, at which frame 0 is presented; not always 0. */
  readonly pictureStart: number
}

/** Colours as CSS text, and how much taller than full scale the wave is drawn. */
export type PeaksStyle = {
  readonly wave: string
  /** For what is only estimated from samples nearby. */
  readonly estimate: string
  readonly missing: string
  readonly gain: number
}

/** Distance in device px between two lines of the hatching. */
const hatchGap = 8
/** The hatched strip's share of the height, so that it also differs from a wave in shape. */
const hatchHeight = 0.5

/** The columns under a window of the timeline, on whole device pixels counted from the file's first frame. */
export function peaksWindow(view: Viewport, place: SoundPlace, devicePixelRatio: number): PixelWindow {
  const perFrame = view.pixelsPerFrame * devicePixelRatio
  const columnsPerFrame = columnAtFrame(1, place.rate, 0)
  return {
    firstPixel: Math.round((view.first - place.startFrame) * perFrame),
    pixelCount: Math.round(view.width * devicePixelRatio),
    columnsPerPixel: columnsPerFrame / perFrame,
    originColumn: columnAtFrame(0, place.rate, place.pictureStart),
  }
}

/**
 * Paints the sound of a window, `height` device px tall, over what is on the canvas: one rectangle per device pixel,
 * silence as a line, what is only estimated in a fainter colour, what is not analysed as a hatched strip, what lies outside
 * the sound as nothing.
 */
export function paintPeaks(
  canvas: PeaksCanvas,
  height: number,
  peaks: Peaks,
  window: PixelWindow,
  style: PeaksStyle,
): void {
  const measured = columnsFor(peaks, window)
  const estimated = estimatesFor(peaks, window)
  const { start, end } = pixelsOfSound(peaks, window)
  const middle = Math.floor(height / 2)
  const scale = (height / 2 / 127) * style.gain
  let missingFrom = -1
  let drawn: typeof measured | null = null
  canvas.strokeStyle = style.missing
  canvas.lineWidth = 1
  canvas.beginPath()
  for (let pixel = start; pixel < end; pixel += 1) {
    const shown = isMissing(measured, pixel) ? estimated : measured
    const missing = isMissing(shown, pixel)
    if (missing && missingFrom < 0) missingFrom = pixel
    if (missing) continue
    if (missingFrom >= 0) hatch(canvas, height, missingFrom, pixel, window.firstPixel)
    missingFrom = -1
    const top = Math.max(0, Math.round(middle - (shown.max[pixel] as number) * scale))
    const bottom = Math.min(height, Math.round(middle - (shown.min[pixel] as number) * scale))
    if (shown !== drawn) canvas.fillStyle = shown === measured ? style.wave : style.estimate
    drawn = shown
    canvas.fillRect(pixel, Math.min(top, height - 1), 1, Math.max(1, bottom - top))
  }
  if (missingFrom >= 0) hatch(canvas, height, missingFrom, end, window.firstPixel)
  canvas.stroke()
}

/** The pixels of the window under which there is any sound at all. */
function pixelsOfSound(peaks: Peaks, window: PixelWindow): { readonly start: number; readonly end: number } {
  const { firstPixel, pixelCount, columnsPerPixel, originColumn } = window
  const first = Math.floor(-originColumn / columnsPerPixel) - firstPixel
  const last = Math.ceil((columnCount(peaks) - originColumn) / columnsPerPixel) - firstPixel
  return { start: Math.max(0, first), end: Math.min(pixelCount, last) }
}

/** Adds diagonals over the pixels `start` to `end` to the path; they move with the sound and not with the window. */
export function hatch(
  canvas: PeaksCanvas,
  height: number,
  start: number,
  end: number,
  firstPixel: number,
): void {
  const top = Math.round((height * (1 - hatchHeight)) / 2)
  const bottom = height - top
  const first = Math.ceil((firstPixel + start + top) / hatchGap) * hatchGap - firstPixel
  for (let sum = first; sum < end + bottom; sum += hatchGap) {
    const left = Math.max(start, sum - bottom)
    const right = Math.min(end, sum - top)
    canvas.moveTo(left, sum - left)
    canvas.lineTo(right, sum - right)
  }
}

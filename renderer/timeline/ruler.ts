import { type FrameRate, nominalRate } from '../../shared/time/frameRate.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import {
  formatTimecode,
  frameOfFields,
  isDroppedLabel,
  type TimecodeFields,
  timecodeFields,
} from '../../shared/time/timecode.ts'
import { type Viewport, visibleFrames } from './viewport.ts'

/** One tick: the frame it stands on and, on a major tick with room for it, that frame's timecode. */
export type Tick = { readonly frame: Frames; readonly label: string | undefined }

/** The ticks of a window, in order. Steps count labels, not frames: 1 798 to 1 800 frames make a minute of drop-frame. */
export type Ruler = {
  readonly majorStep: number
  readonly minorStep: number
  readonly ticks: readonly Tick[]
}

/** Px that a label and the room beside it need. */
const labelRoom = 96
/** Px that the text of a label takes at most. */
const labelWidth = 72
const leastMinorGap = 6
/** Below this many px per frame nothing finer than a second is drawn. */
const leastFrameWidth = 2

/** The ticks of the window, on round labels of the timecode whatever the reel's first label is. */
export function rulerTicks(view: Viewport, rate: FrameRate): Ruler {
  const { majorStep, minorStep } = rulerSteps(view.pixelsPerFrame, rate)
  const { start, end } = visibleFrames(view)
  const ticks: Tick[] = []
  // One major step earlier, since a label that begins left of the window may reach into it.
  const from = labelIndex(Math.max(0, start - majorStep), rate)
  const hasRoom = (at: number): boolean =>
    at === 0 ||
    (frameOfIndex(at, rate) - frameOfIndex(at - majorStep, rate)) * view.pixelsPerFrame >= labelWidth
  for (let at = Math.floor(from / majorStep) * majorStep; ; at += minorStep) {
    const frame = frameOfIndex(at, rate)
    // The frame after the last may still be drawn into the window's last pixel.
    if (frame > end) break
    if (frame === ticks.at(-1)?.frame) continue
    const hasLabel = at % majorStep === 0 && hasRoom(at)
    ticks.push({ frame, label: hasLabel ? formatTimecode(frame, rate) : undefined })
  }
  return { majorStep, minorStep, ticks }
}

/** Whether frames are wide enough for every second one to be shaded. */
export function shadesFrames(pixelsPerFrame: number): boolean {
  return pixelsPerFrame >= 8
}

/** Steps in label frames: the finest with room for labels, and the finest that divides it and keeps its ticks apart. */
export function rulerSteps(
  pixelsPerFrame: number,
  rate: FrameRate,
): { readonly majorStep: number; readonly minorStep: number } {
  const nominal = nominalRate(rate)
  const finest = pixelsPerFrame < leastFrameWidth ? nominal : 1
  const steps = roundSteps(nominal).filter((step) => step >= finest)
  let majorStep = steps.find((step) => step * pixelsPerFrame >= labelRoom) ?? (steps.at(-1) as number)
  while (majorStep * pixelsPerFrame < labelRoom) majorStep *= 2
  const divides = (step: number): boolean => majorStep % step === 0 && step * pixelsPerFrame >= leastMinorGap
  return { majorStep, minorStep: steps.find(divides) ?? majorStep }
}

/** Round steps up to an hour, in label frames: divisors of a second, then round seconds, minutes and the hour. */
function roundSteps(nominal: number): readonly number[] {
  const second = nominal
  const divisors = Array.from({ length: second - 1 }, (_, index) => index + 1).filter(
    (step) => second % step === 0,
  )
  const round = [1, 2, 5, 10, 15, 30]
  return [
    ...divisors,
    ...round.map((seconds) => seconds * second),
    ...round.map((minutes) => minutes * 60 * second),
    3600 * second,
  ]
}

/** A frame's place among all labels, as if none were dropped. */
function labelIndex(frame: number, rate: FrameRate): number {
  const { hours, minutes, seconds, frames: within } = timecodeFields(frames(frame), rate)
  return ((hours * 60 + minutes) * 60 + seconds) * nominalRate(rate) + within
}

/** The frame that bears the label at this place, or the first after it where drop-frame leaves that one out. */
function frameOfIndex(index: number, rate: FrameRate): Frames {
  const nominal = nominalRate(rate)
  const seconds = Math.floor(index / nominal)
  let fields: TimecodeFields = {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
    frames: index % nominal,
  }
  while (isDroppedLabel(fields, rate)) fields = { ...fields, frames: fields.frames + 1 }
  return frameOfFields(fields, rate)
}

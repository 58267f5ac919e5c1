import type { FrameRate } from './frameRate.ts'

/** A whole number of frames: a position (counted from timecode 00:00:00:00) or a length. Never seconds, never labels. */
export type Frames = number & { readonly __brand: 'Frames' }

/** Brands a whole number as Frames. Throws a RangeError for anything that is not a safe whole number. */
export function frames(value: number): Frames {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number of frames`)
  return (value === 0 ? 0 : value) as Frames
}

/** The sum of two frame numbers. */
export function addFrames(a: Frames, b: number): Frames {
  return frames(a + b)
}

/** The smaller of two frame numbers. */
export function earlier(a: Frames, b: Frames): Frames {
  return a < b ? a : b
}

/** The larger of two frame numbers. */
export function later(a: Frames, b: Frames): Frames {
  return a > b ? a : b
}

/** Real seconds of a number of frames times `scale`, rounded half up (toward +infinity) once, in whole-number arithmetic. */
function scaledSeconds(count: Frames, rate: FrameRate, scale: number): number {
  const num = BigInt(rate.num)
  const doubled = 2n * BigInt(count) * BigInt(rate.den) * BigInt(scale) + num
  const divisor = 2n * num
  const quotient = doubled / divisor
  return Number(doubled < 0n && doubled % divisor !== 0n ? quotient - 1n : quotient)
}

/** Real seconds as a whole number, half up. */
export function wholeSeconds(count: Frames, rate: FrameRate): number {
  return scaledSeconds(count, rate, 1)
}

/** Real seconds in whole milliseconds, half up. */
export function milliseconds(count: Frames, rate: FrameRate): number {
  return scaledSeconds(count, rate, 1000)
}

/** Audio samples at `sampleRate` per second that lie before this many frames, nearest, half up. */
export function samplesBefore(count: Frames, rate: FrameRate, sampleRate: number): number {
  return scaledSeconds(count, rate, sampleRate)
}

/** Whole frames at rate `to` that fit into the time that `count` frames take at rate `from`. */
export function framesLasting(count: Frames, from: FrameRate, to: FrameRate): Frames {
  const ticks = BigInt(count) * BigInt(from.den) * BigInt(to.num)
  return frames(Number(ticks / (BigInt(from.num) * BigInt(to.den))))
}

/** Where in a frame is sought: a hair before its middle, which a clock of one tick a frame would round to the next frame. */
const middle = 0.49

/** Seconds, as a media element counts them, at the middle of file frame `frame`: rounding there never lands on a neighbour. */
export function middleOfFrame(frame: Frames, rate: FrameRate): number {
  return ((frame + middle) * rate.den) / rate.num
}

/** Seconds, as a media element counts them, at the first instant of file frame `frame`. */
export function startOfFrame(frame: Frames, rate: FrameRate): number {
  return (frame * rate.den) / rate.num
}

/** The frame whose start is nearest to `seconds`: right for a presented picture's own timestamp. */
export function frameNearest(seconds: number, rate: FrameRate): Frames {
  return frames(Math.round((seconds * rate.num) / rate.den))
}

/** The frame on show at `seconds`: the last one that starts at or before it, forgiving a microsecond of rounding. */
export function frameAt(seconds: number, rate: FrameRate): Frames {
  return frames(Math.floor(((seconds + 1e-6) * rate.num) / rate.den))
}

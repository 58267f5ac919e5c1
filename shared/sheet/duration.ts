import type { FrameRate } from '../time/frameRate.ts'
import { type Frames, milliseconds, wholeSeconds } from '../time/frames.ts'

/** Whole seconds as a sheet reports a length: real seconds, half up, at least 1 for any positive length. */
export function reportedSeconds(length: Frames, rate: FrameRate): number {
  return length > 0 ? Math.max(1, wholeSeconds(length, rate)) : 0
}

/** Whole seconds as `MM:SS`, from one hour on `H:MM:SS`. */
export function durationText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  const rest = `${two(minutes % 60)}:${two(seconds % 60)}`
  return minutes < 60 ? rest : `${Math.floor(minutes / 60)}:${rest}`
}

/** Real seconds with three decimals, half up: `95.429`. */
export function exactSecondsText(length: Frames, rate: FrameRate): string {
  const thousandths = milliseconds(length, rate)
  return `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`
}

/** Whether a length is shorter than a whole number of real seconds, compared exactly. */
export function isShorterThan(length: Frames, seconds: number, rate: FrameRate): boolean {
  return length * rate.den < seconds * rate.num
}

/** Whether a length is longer than a whole number of real seconds, compared exactly. */
export function isLongerThan(length: Frames, seconds: number, rate: FrameRate): boolean {
  return length * rate.den > seconds * rate.num
}

import { durationText, isLongerThan, isShorterThan, reportedSeconds } from '../sheet/duration.ts'
import type { FrameRate } from '../time/frameRate.ts'
import type { Frames } from '../time/frames.ts'

/** A length for a sentence: frames below a second, seconds up to two minutes, then minutes and seconds. */
export function lengthText(length: Frames, rate: FrameRate): string {
  if (isShorterThan(length, 1, rate)) return length === 1 ? '1 frame' : `${length} frames`
  const seconds = reportedSeconds(length, rate)
  return isLongerThan(length, 120, rate) ? durationText(seconds) : `${seconds} s`
}

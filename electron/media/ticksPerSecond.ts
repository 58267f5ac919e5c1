import type { FrameRate } from '../../shared/time/frameRate.ts'

/**
 * Ticks a second of a copy's clock: a frame is a whole number of them, and many, so that a place within a frame is not rounded
 * to the next one, and a start between frames is kept to a tenth of a millisecond.
 */
export function ticksPerSecond({ num }: FrameRate): number {
  return num * Math.ceil(10_000 / num)
}

import type { FrameRate } from './frameRate.ts'
import { type Frames, frames } from './frames.ts'

/** Where an instant falls at another rate: the nearest frame, half up, and whether it starts exactly there. */
export type FrameAtRate = { readonly frame: Frames; readonly exact: boolean }

/** The frame at rate `to` whose start is nearest to the start of `frame` at rate `from`, both counted from zero. */
export function sameInstant(frame: Frames, from: FrameRate, to: FrameRate): FrameAtRate {
  const numerator = BigInt(frame) * BigInt(from.den) * BigInt(to.num)
  const denominator = BigInt(from.num) * BigInt(to.den)
  const doubled = 2n * numerator + denominator
  const quotient = doubled / (2n * denominator)
  const isBelowQuotient = doubled < 0n && doubled % (2n * denominator) !== 0n
  return {
    frame: frames(Number(isBelowQuotient ? quotient - 1n : quotient)),
    exact: numerator % denominator === 0n,
  }
}

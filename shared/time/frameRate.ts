import { ok, type Result, refuse } from '../result.ts'

/** An exact frame rate of num/den frames per second, and whether its timecode labels drop numbers. */
export type FrameRate = {
  readonly num: number
  readonly den: number
  readonly dropFrame: boolean
}

const rate = (num: number, den = 1, dropFrame = false): FrameRate => Object.freeze({ num, den, dropFrame })

/** The rates that the interface offers; time itself handles any rate of `makeFrameRate`. */
export const offeredRates: readonly FrameRate[] = Object.freeze([
  rate(24000, 1001),
  rate(24),
  rate(25),
  rate(30000, 1001, true),
  rate(30000, 1001),
  rate(30),
  rate(48000, 1001),
  rate(48),
  rate(50),
  rate(60000, 1001, true),
  rate(60000, 1001),
  rate(60),
])

/** Label frames per label second: 24 at 23.976, 30 at 29.97. */
export function nominalRate({ num, den }: FrameRate): number {
  return Math.round(num / den)
}

/** Labels left out at each minute not divisible by ten: 2 at 29.97 drop, 4 at 59.94 drop, else 0. */
export function droppedPerMinute(frameRate: FrameRate): number {
  return frameRate.dropFrame ? nominalRate(frameRate) / 15 : 0
}

/** Checks and reduces a rate. Drop-frame numbering exists for whole multiples of 30000/1001 only (SMPTE ST 12-1). */
export function makeFrameRate(num: number, den: number, dropFrame: boolean): Result<FrameRate> {
  const found = `${num}/${den}${dropFrame ? ' drop-frame' : ''}`
  const isFraction = Number.isSafeInteger(num) && Number.isSafeInteger(den) && num > 0 && den > 0
  // Labels have at most three digits for frames, and a day of frames must stay a safe whole number.
  if (!isFraction || num / den < 1 || num / den > 1000) {
    return refuse({
      message: 'This is not a frame rate.',
      expected: 'a fraction of two positive whole numbers, from 1 to 1000 frames per second',
      found,
      remedy: 'Choose the rate of the locked cut from the list.',
    })
  }
  const divisor = greatestCommonDivisor(num, den)
  const reduced = rate(num / divisor, den / divisor, dropFrame)
  if (dropFrame && (reduced.den !== 1001 || nominalRate(reduced) % 30 !== 0)) {
    return refuse({
      message: 'Drop-frame timecode does not exist at this rate.',
      expected: 'drop-frame at 30000/1001 or a multiple of it',
      found,
      remedy: 'Turn drop-frame off, or choose 29.97 or 59.94.',
    })
  }
  return ok(reduced)
}

/** Whether two rates are the same fraction with the same way of labelling. */
export function sameRate(a: FrameRate, b: FrameRate): boolean {
  return sameSpeed(a, b) && a.dropFrame === b.dropFrame
}

/** Whether two rates have as many frames per second, however they are labelled. */
export function sameSpeed(a: FrameRate, b: FrameRate): boolean {
  return a.num * b.den === b.num * a.den
}

/** The rate as editors say it: `23.976`, `25`, `29.97 drop`, `29.97 non-drop`. */
export function rateName(frameRate: FrameRate): string {
  const { num, den, dropFrame } = frameRate
  const name = String(Number((num / den).toFixed(3)))
  const canDrop = den === 1001 && nominalRate(frameRate) % 30 === 0
  return canDrop ? `${name} ${dropFrame ? 'drop' : 'non-drop'}` : name
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

/** The rate of NTSC timing that labels are counted at: 24 gives 24000/1001, 30 gives 30000/1001. */
export function ntscRate(nominal: number, dropFrame: boolean): Result<FrameRate> {
  return makeFrameRate(nominal * 1000, 1001, dropFrame)
}

/** The exact rate of one that was rounded to decimals, to 0.3 thousandths: 23.98 and 23.976 are 24000/1001. */
export function exactRate(decimal: number, dropFrame: boolean): Result<FrameRate> {
  const whole = Math.round(decimal)
  if (Math.abs(decimal - whole) < 0.0003 * decimal) return makeFrameRate(whole, 1, false)
  const isNtsc = Math.abs(decimal - (whole * 1000) / 1001) < 0.0003 * decimal
  return isNtsc ? ntscRate(whole, dropFrame) : makeFrameRate(Math.round(decimal * 1000), 1000, false)
}

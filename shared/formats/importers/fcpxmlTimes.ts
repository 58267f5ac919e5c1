import type { Fraction } from '../../time/conformFactor.ts'

/** No time at all. */
export const noTime: Fraction = { num: 0n, den: 1n }

/** Rational seconds as FCPXML writes them, `900305/25s` or `3600s`; null for anything else. */
export function rationalSeconds(text: string | undefined): Fraction | null {
  const match = /^(-?\d{1,30})(?:\/(\d{1,30}))?s?$/.exec((text ?? '').trim())
  if (!match) return null
  const den = BigInt(match[2] ?? '1')
  return den === 0n ? null : { num: BigInt(match[1] ?? '0'), den }
}

/** The sum of two times. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return reduced(a.num * b.den + b.num * a.den, a.den * b.den)
}

/** One time less another. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { num: -b.num, den: b.den })
}

/** A time multiplied by a factor. */
export function times(a: Fraction, b: Fraction): Fraction {
  return reduced(a.num * b.num, a.den * b.den)
}

/** Whether one time lies before another. */
export function isBefore(a: Fraction, b: Fraction): boolean {
  return a.num * b.den < b.num * a.den
}

/** The quotient as a whole number: nearest, half up. */
export function wholeQuotient(a: Fraction, b: Fraction): number {
  const num = 2n * a.num * b.den + a.den * b.num
  const den = 2n * a.den * b.num
  const cut = num / den
  return Number(num % den !== 0n && num < 0n !== den < 0n ? cut - 1n : cut)
}

/** Kept short, since sums of many fractions would grow without end. */
function reduced(num: bigint, den: bigint): Fraction {
  let [a, b] = [num < 0n ? -num : num, den]
  while (b !== 0n) [a, b] = [b, a % b]
  return a > 1n ? { num: num / a, den: den / a } : { num, den }
}

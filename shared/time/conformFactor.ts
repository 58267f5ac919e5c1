/** A fraction of whole numbers; the denominator is above 0. */
export type Fraction = { readonly num: bigint; readonly den: bigint }

const fraction = (num: number, den: number): Fraction => ({ num: BigInt(num), den: BigInt(den) })
const same = fraction(1, 1)
const slower = fraction(1000, 1001)
const faster = fraction(1001, 1000)

/**
 * By what Final Cut Pro multiplies the times of media of one rate in a timeline of another, when it conforms the rate
 * (measured on its exports). Rates are frames per second, exact.
 */
export function conformFactor(media: Fraction, timeline: Fraction): Fraction {
  const quotient = { num: media.num * timeline.den, den: media.den * timeline.num }
  if (quotient.num === quotient.den) return same
  const [source, target] = [nominal(media), nominal(timeline)]
  if (!isNtsc(media) && !isNtsc(timeline)) {
    const areFilmAndVideo = (source === 25 && target === 24) || (source === 24 && target === 25)
    return areFilmAndVideo ? quotient : same
  }
  if (!isNtsc(media)) return quotient
  if (!isNtsc(timeline)) return slower
  if (source === 24 && (target === 30 || target === 60)) return slower
  return target === 24 && (source === 30 || source === 60) ? faster : same
}

function isNtsc({ num, den }: Fraction): boolean {
  return num % den !== 0n
}

function nominal({ num, den }: Fraction): number {
  return Math.round(Number(num) / Number(den))
}

/** The exact rate of NTSC timing that is counted at a whole one: 24 gives 24000/1001. */
export function ntscFraction(nominalRate: number): Fraction {
  return fraction(nominalRate * 1000, 1001)
}

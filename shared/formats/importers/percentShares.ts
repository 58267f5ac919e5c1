import { basisPointsOfPercent } from '../../model/fields.ts'

const wholeSide = 10_000

/**
 * The percentages of one side in basis points, each rounded half up. Where they make up the whole within 0.005 % only before
 * rounding (three times 33.333), the first names get the odd points.
 */
export function sharesOfPercents(percents: readonly number[]): readonly number[] {
  const shares = percents.map(basisPointsOfPercent)
  const exact = percents.reduce((sum, percent) => sum + percent, 0)
  let odd = wholeSide - shares.reduce((sum, share) => sum + share, 0)
  if (Math.abs(exact - 100) >= 0.005 || Math.abs(odd) > shares.length) return shares
  return shares.map((share) => {
    const step = Math.sign(odd)
    odd -= step
    return share + step
  })
}

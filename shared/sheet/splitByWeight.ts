/**
 * Splits a whole number into whole parts in proportion to weights. The parts always add up to it: what rounding down leaves over
 * goes, one each, to those that lost most, of equals to the first. Weights that come to nothing count alike.
 */
export function splitByWeight(amount: number, weights: readonly number[]): readonly number[] {
  if (weights.length === 1) return [amount]
  const given = weights.map((weight) => Math.max(0, weight))
  const sum = given.reduce((total, weight) => total + weight, 0)
  const counted = sum > 0 ? given : weights.map(() => 1)
  const total = sum > 0 ? sum : weights.length
  const parts = counted.map((weight) => Math.floor((amount * weight) / total))
  const losses = counted.map((weight, index) => ({ index, lost: (amount * weight) % total }))
  let left = amount - parts.reduce((part, each) => part + each, 0)
  for (const { index } of losses.toSorted((a, b) => b.lost - a.lost || a.index - b.index)) {
    if (left <= 0) break
    parts[index] = (parts[index] ?? 0) + 1
    left -= 1
  }
  return parts
}

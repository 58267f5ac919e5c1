/** Basis points as percent, with up to two decimals and no trailing zeros: 3334 is `33.34%`, 5000 is `50%`. */
export function percentText(basisPoints: number): string {
  return `${(basisPoints / 100).toFixed(2).replace(/\.?0+$/, '')}%`
}

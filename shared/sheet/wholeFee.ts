import type { Licence } from '../model/licence.ts'

/** The fee of a licence for the whole side in minor units, half up; null where none can be told. */
export function wholeFee({ feeMinor, share }: Pick<Licence, 'feeMinor' | 'share'>): bigint | null {
  if (feeMinor === null || share <= 0) return null
  const divisor = 2n * BigInt(share)
  return (2n * BigInt(feeMinor) * 10_000n + BigInt(share)) / divisor
}

/** The least fee in minor units for a share in basis points that comes to a fee for the whole side. */
export function feeForShare(fee: bigint, share: number): number {
  const exact = fee * BigInt(share)
  return Number(exact / 10_000n) + (exact % 10_000n > 0n ? 1 : 0)
}

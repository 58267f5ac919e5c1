import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feeForShare, wholeFee } from './wholeFee.ts'

test('a fee for a share comes to at least the fee for the whole side, and is the least that does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 1, max: 10_000 }), (fee, share) => {
      const part = feeForShare(BigInt(fee), share)
      expect(BigInt(part) * 10_000n >= BigInt(fee) * BigInt(share)).toBe(true)
      expect((BigInt(part) - 1n) * 10_000n < BigInt(fee) * BigInt(share)).toBe(true)
      expect((wholeFee({ feeMinor: part, share }) ?? 0n) >= BigInt(fee)).toBe(true)
    }),
  )
})

test('there is none without a fee or a share', () => {
  expect(wholeFee({ feeMinor: null, share: 10_000 })).toBeNull()
  expect(wholeFee({ feeMinor: 100, share: 0 })).toBeNull()
})

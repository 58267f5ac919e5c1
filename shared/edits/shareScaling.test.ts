import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { done, refused } from './fixtures/run.ts'
import { ada, countingIds, undertow } from './fixtures/sampleDocument.ts'
import { setWriters } from './shareEdits.ts'
import { doubleSide, scaledShares, scaleToWhole } from './shareScaling.ts'

const writers = (...shares: readonly number[]) =>
  done(
    setWriters(
      undertow,
      shares.map((share) => ({ party: ada, role: 'CA' as const, share })),
      countingIds(),
    ),
  )

describe('scaling to 100 %', () => {
  test('keeps the proportions; odd hundredths go to the first names', () => {
    expect(scaledShares([2500, 2500])).toEqual([5000, 5000])
    expect(scaledShares([1, 1, 1])).toEqual([3334, 3333, 3333])
    expect(scaledShares([3333, 3333, 3333])).toEqual([3334, 3333, 3333])
    expect(scaledShares([6000, 3000])).toEqual([6667, 3333])
    expect(scaledShares([0, 0])).toEqual([5000, 5000])
    expect(scaledShares([])).toEqual([])
  })

  test('always totals 10 000 basis points, in the order of the shares that there were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -500, max: 30_000 }), { minLength: 1, maxLength: 40 }),
        (shares) => {
          const scaled = scaledShares(shares)
          expect(scaled.reduce((sum, share) => sum + share, 0)).toBe(10_000)
          const total = shares.reduce((sum, share) => sum + Math.max(0, share), 0)
          for (const [index, share] of scaled.entries()) {
            expect(Number.isInteger(share)).toBe(true)
            if (total > 0)
              expect(Math.abs(share - (Math.max(0, shares[index] ?? 0) * 10_000) / total)).toBeLessThan(1)
          }
          expect(scaledShares(scaled)).toEqual(scaled)
        },
      ),
    )
  })

  test('leaves the other side alone', () => {
    const before = writers(3000, 3000)
    const after = done(scaleToWhole(undertow, 'writers'), before)
    expect(after.works[undertow]?.writers.map(({ share }) => share)).toEqual([5000, 5000])
    expect(after.works[undertow]?.publishers).toEqual(before.works[undertow]?.publishers)
  })
})

describe('doubling one side', () => {
  test('takes half a side to a whole one, and refuses more', () => {
    const after = done(doubleSide(undertow, 'writers'), writers(1667, 3333))
    expect(after.works[undertow]?.writers.map(({ share }) => share)).toEqual([3334, 6666])
    expect(refused(doubleSide(undertow, 'writers'), writers(6000, 4000)).found).toBe('100%')
  })
})

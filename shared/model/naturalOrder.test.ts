import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareNaturally } from './naturalOrder.ts'

describe('natural order', () => {
  test('puts cue numbers as an editor counts', () => {
    const sorted = ['1m01', '1m2', '2m9', '2m10', '2m10a', '2m010b', '10m1']
      .toReversed()
      .toSorted(compareNaturally)
    expect(sorted).toEqual(['1m01', '1m2', '2m9', '2m10', '2m10a', '2m010b', '10m1'])
  })

  test('handles numbers longer than a computer counts', () => {
    expect(compareNaturally(`m${'9'.repeat(40)}`, `m1${'0'.repeat(40)}`)).toBeLessThan(0)
  })

  test('is an order: only equal texts tie, and it agrees with itself', () => {
    const text = fc.stringMatching(/^[0-9am]{0,6}$/)
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const sign = Math.sign(compareNaturally(a, b))
        if (sign !== -Math.sign(compareNaturally(b, a))) return false
        if (sign === 0) return a === b
        const isChained = sign < 0 && compareNaturally(b, c) < 0
        return !isChained || compareNaturally(a, c) < 0
      }),
      { numRuns: 2000 },
    )
  })
})

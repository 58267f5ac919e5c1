import { describe, expect, test } from 'vitest'
import { sharesOfPercents } from './percentShares.ts'

describe('percentages in basis points', () => {
  test('round half up to a hundredth of a percent', () => {
    expect(sharesOfPercents([33.34, 33.33, 33.33])).toEqual([3334, 3333, 3333])
    expect(sharesOfPercents([12.345])).toEqual([1235])
  })

  test('give the odd hundredths of a whole side to the first names', () => {
    expect(sharesOfPercents([33.333, 33.333, 33.333])).toEqual([3334, 3333, 3333])
    expect(sharesOfPercents([16.667, 16.667, 16.667, 16.667, 16.667, 16.667])).toEqual([
      1666, 1666, 1667, 1667, 1667, 1667,
    ])
  })

  test('leave a side that is not whole as it is', () => {
    expect(sharesOfPercents([33.33, 33.33, 33.33])).toEqual([3333, 3333, 3333])
    expect(sharesOfPercents([60])).toEqual([6000])
    expect(sharesOfPercents([])).toEqual([])
  })

  test('keep impossible shares for review', () => {
    expect(sharesOfPercents([-10, 120])).toEqual([-1000, 12_000])
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitByWeight } from './splitByWeight.ts'

test('three equal parts of a thousand: the odd one goes to the first', () => {
  expect(splitByWeight(1000, [1, 1, 1])).toEqual([334, 333, 333])
  expect(splitByWeight(1000, [3334, 3333, 3333])).toEqual([334, 333, 333])
})

test('what rounding leaves goes to who lost most', () => {
  expect(splitByWeight(10, [1, 2, 4])).toEqual([1, 3, 6])
})

test('weights that come to nothing count alike', () => {
  expect(splitByWeight(9, [0, 0])).toEqual([5, 4])
  expect(splitByWeight(7, [])).toEqual([])
})

test('the parts always add up, and none is a whole one off its exact share', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), weights, (amount, given) => {
      const parts = splitByWeight(amount, given)
      const total = given.reduce((sum, weight) => sum + weight, 0)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
      if (total > 0)
        for (const [index, part] of parts.entries())
          expect(Math.abs(part - (amount * (given[index] ?? 0)) / total)).toBeLessThan(1)
    }),
  )
})

import { expect, test } from 'vitest'
import { percentText } from './percentText.ts'

test.each([
  [10_000, '100%'],
  [5000, '50%'],
  [3334, '33.34%'],
  [3350, '33.5%'],
  [1000, '10%'],
  [1, '0.01%'],
  [0, '0%'],
  [-250, '-2.5%'],
])('%i basis points are written %s', (points, text) => {
  expect(percentText(points)).toBe(text)
})

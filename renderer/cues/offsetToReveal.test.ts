import { expect, test } from 'vitest'
import { offsetToReveal } from './offsetToReveal.ts'

const view = { height: 24, offset: 240, whole: 120 }

test('a row that shows as a whole is left where it is', () => {
  for (const row of [10, 11, 12, 13]) expect(offsetToReveal(row, view)).toBeNull()
})

test('a row above comes to stand right below the head', () => {
  expect(offsetToReveal(9, view)).toBe(216)
  expect(offsetToReveal(0, view)).toBe(0)
})

test('a row below comes to stand at the bottom', () => {
  expect(offsetToReveal(14, view)).toBe(264)
  expect(offsetToReveal(99, view)).toBe(99 * 24 + 48 - 120)
})

test('a row of which a part shows comes in as a whole', () => {
  expect(offsetToReveal(10, { ...view, offset: 241 })).toBe(240)
  expect(offsetToReveal(13, { ...view, offset: 239 })).toBe(240)
})

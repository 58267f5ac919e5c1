import { expect, it } from 'vitest'
import { edgeScrollSpeed } from './edgeScroll.ts'

it('stands still outside the zones', () => {
  for (const x of [40, 500, 960]) expect(edgeScrollSpeed(x, 1000)).toBe(0)
})

it('grows with the square of the depth, to one screen per second at the edge and beyond', () => {
  expect(edgeScrollSpeed(980, 1000)).toBeCloseTo(250, 9)
  expect(edgeScrollSpeed(990, 1000)).toBeCloseTo(562.5, 9)
  expect(edgeScrollSpeed(1000, 1000)).toBe(1000)
  expect(edgeScrollSpeed(5000, 1000)).toBe(1000)
  expect(edgeScrollSpeed(20, 1000)).toBeCloseTo(-250, 9)
  expect(edgeScrollSpeed(-300, 1000)).toBe(-1000)
})

it('leaves a place to stand still in a narrow view', () => {
  expect(edgeScrollSpeed(40, 80)).toBe(0)
})

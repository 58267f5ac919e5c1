import { expect, test } from 'vitest'
import { shuttledSpeed } from './shuttle.ts'

test.each([
  ['L again and again', 1, [1, 2, 4, 8, 16, 16]],
  ['J again and again', -1, [-1, -2, -4, -8, -16, -16]],
] as const)('%s doubles the speed up to 16 times', (_name, direction, expected) => {
  let speed = 0
  const run = expected.map(() => {
    speed = shuttledSpeed(speed, direction)
    return speed
  })
  expect(run).toEqual(expected)
})

test('the other way round begins at normal speed', () => {
  expect(shuttledSpeed(8, -1)).toBe(-1)
  expect(shuttledSpeed(-0.5, 1)).toBe(1)
})

test('half speed goes on to normal speed', () => {
  expect(shuttledSpeed(0.5, 1)).toBe(1)
  expect(shuttledSpeed(-0.5, -1)).toBe(-1)
})

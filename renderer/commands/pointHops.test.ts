import { expect, test } from 'vitest'
import { nearestStop } from './pointHops.ts'

const stops = [{ at: 30 }, { at: 10 }, { at: 20 }]

test('the nearest stop ahead is found in either direction, never the one underfoot', () => {
  expect(nearestStop(stops, 10, 1)).toEqual({ at: 20 })
  expect(nearestStop(stops, 25, -1)).toEqual({ at: 20 })
  expect(nearestStop(stops, 30, 1)).toBeUndefined()
  expect(nearestStop(stops, 10, -1)).toBeUndefined()
})

test('of two stops on one frame the first of the list is taken', () => {
  expect(
    nearestStop(
      [
        { at: 5, name: 'begins' },
        { at: 5, name: 'ends' },
      ],
      0,
      1,
    ),
  ).toMatchObject({ name: 'begins' })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  clampEdge,
  clampFrame,
  contains,
  coveredLength,
  encloses,
  type FrameRange,
  overlapLength,
  rangeLength,
  shiftRange,
} from './frameRange.ts'
import { frames } from './frames.ts'

const range = (start: number, end: number): FrameRange => ({ start: frames(start), end: frames(end) })
const anyRange = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(40))
  .map(([start, length]) => range(start, start + length))

/** The frames a range holds, one by one. */
const listed = ({ start, end }: FrameRange): number[] =>
  Array.from({ length: end - start }, (_, index) => start + index)

it('holds its start and not its end', () => {
  expect(contains(range(10, 12), frames(9))).toBe(false)
  expect(contains(range(10, 12), frames(10))).toBe(true)
  expect(contains(range(10, 12), frames(11))).toBe(true)
  expect(contains(range(10, 12), frames(12))).toBe(false)
})

it('shares with another range just the frames that both list', () => {
  fc.assert(
    fc.property(anyRange, anyRange, (a, b) => {
      const shared = listed(a).filter((frame) => contains(b, frames(frame)))
      expect(overlapLength(a, b)).toBe(shared.length)
      if (rangeLength(b) > 0) expect(encloses(a, b)).toBe(shared.length === rangeLength(b))
    }),
  )
})

it('covers each frame once however ranges overlap', () => {
  fc.assert(
    fc.property(fc.array(anyRange), (ranges) => {
      expect(coveredLength(ranges)).toBe(new Set(ranges.flatMap(listed)).size)
    }),
  )
})

it('moves without changing its length', () => {
  expect(shiftRange(range(10, 12), -10)).toEqual(range(0, 2))
})

it('lets an edge stand on the excluded end, a frame not', () => {
  expect(clampEdge(range(10, 12), frames(40))).toBe(12)
  expect(clampFrame(range(10, 12), frames(40))).toBe(11)
  expect(clampEdge(range(10, 12), frames(0))).toBe(10)
  expect(clampFrame(range(10, 12), frames(0))).toBe(10)
})

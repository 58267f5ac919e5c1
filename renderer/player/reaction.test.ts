import { describe, expect, test } from 'vitest'
import { makeFrameRate } from '../../shared/time/frameRate.ts'
import { framesText, reactionFrames, shiftText } from './reaction.ts'

function rate(num: number, den: number) {
  const made = makeFrameRate(num, den, false)
  if (!made.ok) throw new Error(made.problem.message)
  return made.value
}

describe('frames of reaction time', () => {
  test.each([
    [200, 24, 1, 1, 5],
    [200, 25, 1, 1, 5],
    [200, 30_000, 1001, 1, 6],
    [200, 60, 1, 1, 12],
    [200, 24, 1, 2, 10],
    [200, 24, 1, 0.5, 2],
    [20, 24, 1, 1, 0],
    [0, 24, 1, 1, 0],
  ])('%i ms at %i/%i frames a second and %d× are %i', (milliseconds, num, den, speed, expected) => {
    expect(reactionFrames(milliseconds, rate(num, den), speed)).toBe(expected)
  })

  test('there are none backwards or at rest', () => {
    expect([-1, -4, 0].map((speed) => reactionFrames(200, rate(24, 1), speed))).toEqual([0, 0, 0])
  })
})

test('a shift reads as frames earlier, and none as none', () => {
  expect([5, 1, 0].map(shiftText)).toEqual(['−5 fr', '−1 fr', '0 fr'])
})

test('frames in words are counted', () => {
  expect([0, 1, 2].map(framesText)).toEqual(['0 frames', '1 frame', '2 frames'])
})

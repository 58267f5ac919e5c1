import fc from 'fast-check'
import { expect, it } from 'vitest'
import { offeredRates } from './frameRate.ts'
import {
  addFrames,
  earlier,
  frameAt,
  frameNearest,
  frames,
  framesLasting,
  later,
  middleOfFrame,
  milliseconds,
  startOfFrame,
  wholeSeconds,
} from './frames.ts'

const film = { num: 24, den: 1, dropFrame: false }
const anyRate = fc.constantFrom(...offeredRates)
/** Frames of more than a day at 60. */
const anyFrame = fc.nat(6_000_000)

it('accepts whole numbers only, and knows no negative zero', () => {
  for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(() => frames(value)).toThrow(RangeError)
  }
  expect(Object.is(frames(-0), 0)).toBe(true)
})

it('fits whole frames of another rate into a time', () => {
  const [pal, film, ntsc] = [25, 24, 30000].map((num) => ({
    num,
    den: num === 30000 ? 1001 : 1,
    dropFrame: false,
  }))
  if (!pal || !film || !ntsc) throw new Error('three rates')
  expect(framesLasting(frames(480), film, pal)).toBe(500)
  expect(framesLasting(frames(25), pal, ntsc)).toBe(29)
  expect(framesLasting(frames(30_000), ntsc, pal)).toBe(25_025)
})

it('adds and compares', () => {
  expect(addFrames(frames(5), -7)).toBe(-2)
  expect(earlier(frames(5), frames(-7))).toBe(-7)
  expect(later(frames(5), frames(-7))).toBe(5)
})

it('finds every frame again from its middle, its start, and its start cut or rounded to microseconds', () => {
  fc.assert(
    fc.property(anyRate, anyFrame, (rate, any) => {
      const frame = frames(any)
      const start = startOfFrame(frame, rate)
      expect(frameAt(middleOfFrame(frame, rate), rate)).toBe(frame)
      // A film may have a clock that ticks once a frame, to which a player rounds what it seeks.
      expect(Math.round((middleOfFrame(frame, rate) * rate.num) / rate.den)).toBe(frame)
      expect(frameAt(start, rate)).toBe(frame)
      expect(frameNearest(start, rate)).toBe(frame)
      expect(frameNearest(Math.floor(start * 1e6) / 1e6, rate)).toBe(frame)
      expect(frameAt(Math.round(start * 1e6) / 1e6, rate)).toBe(frame)
    }),
    { numRuns: 5000 },
  )
})

it('rounds half a second up, once, from the exact value', () => {
  expect(wholeSeconds(frames(12), film)).toBe(1)
  expect(wholeSeconds(frames(11), film)).toBe(0)
  expect(wholeSeconds(frames(-12), film)).toBe(0)
  expect(wholeSeconds(frames(-13), film)).toBe(-1)
  expect(wholeSeconds(frames(-36), film)).toBe(-1)
  expect(milliseconds(frames(1), film)).toBe(42)
  expect(milliseconds(frames(-1), film)).toBe(-42)
})

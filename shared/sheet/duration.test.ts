import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offeredRates } from '../time/frameRate.ts'
import { frames } from '../time/frames.ts'
import { durationText, exactSecondsText, isLongerThan, isShorterThan, reportedSeconds } from './duration.ts'

const rate24 = { num: 24, den: 1, dropFrame: false }
const drop = { num: 30000, den: 1001, dropFrame: true }

describe('reported seconds', () => {
  test('round half a second up', () => {
    expect(reportedSeconds(frames(2124), rate24)).toBe(89)
    expect(reportedSeconds(frames(35), rate24)).toBe(1)
    expect(reportedSeconds(frames(36), rate24)).toBe(2)
  })

  test('are at least one for any music, and none for none', () => {
    expect(reportedSeconds(frames(1), rate24)).toBe(1)
    expect(reportedSeconds(frames(0), rate24)).toBe(0)
  })

  test('are real seconds, not label seconds', () => {
    // Ten minutes of drop-frame labels are 17 982 frames; 1000 such blocks lag the clock by 0.6 s.
    expect(reportedSeconds(frames(17_982_000), drop)).toBe(599_999)
  })

  test('lie within half a second of the exact length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.constantFrom(...offeredRates), (count, rate) => {
        const exact = (count * rate.den) / rate.num
        const reported = reportedSeconds(frames(count), rate)
        return reported >= 1 && (Math.abs(reported - exact) <= 0.5 + 1e-9 || (exact < 1 && reported === 1))
      }),
    )
  })
})

describe('how durations are written', () => {
  test.each([
    [0, '00:00'],
    [59, '00:59'],
    [3599, '59:59'],
    [3600, '1:00:00'],
    [5509, '1:31:49'],
    [36_000, '10:00:00'],
  ])('%i seconds as %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text)
  })

  test.each([
    [14, drop, '0.467'],
    [900, drop, '30.030'],
    [11, rate24, '0.458'],
    [1, { num: 2000, den: 1, dropFrame: false }, '0.001'],
  ])('%i frames in exact seconds', (count, rate, text) => {
    expect(exactSecondsText(frames(count), rate)).toBe(text)
  })
})

describe('comparing a length with whole seconds', () => {
  test('is exact at rates whose frames do not fit into a second', () => {
    expect(isShorterThan(frames(29), 1, drop)).toBe(true)
    expect(isShorterThan(frames(30), 1, drop)).toBe(false)
    expect(isLongerThan(frames(17_982), 600, drop)).toBe(false)
    expect(isLongerThan(frames(17_983), 600, drop)).toBe(true)
  })

  test('a length of exactly that many seconds is neither shorter nor longer', () => {
    expect(isShorterThan(frames(24), 1, rate24)).toBe(false)
    expect(isLongerThan(frames(14_400), 600, rate24)).toBe(false)
  })
})

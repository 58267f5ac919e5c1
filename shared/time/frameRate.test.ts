import { expect, it } from 'vitest'
import { makeFrameRate, offeredRates, rateName, sameRate } from './frameRate.ts'

it('names the offered rates as editors say them', () => {
  expect(offeredRates.map(rateName)).toEqual([
    '23.976',
    '24',
    '25',
    '29.97 drop',
    '29.97 non-drop',
    '30',
    '47.952',
    '48',
    '50',
    '59.94 drop',
    '59.94 non-drop',
    '60',
  ])
  expect(rateName({ num: 25, den: 2, dropFrame: false })).toBe('12.5')
  expect(rateName({ num: 15000, den: 1001, dropFrame: false })).toBe('14.985')
})

it('reduces a fraction', () => {
  expect(makeFrameRate(48000, 2002, false)).toEqual({
    ok: true,
    value: { num: 24000, den: 1001, dropFrame: false },
  })
  expect(makeFrameRate(2500, 100, false)).toEqual({ ok: true, value: { num: 25, den: 1, dropFrame: false } })
})

it.each([
  [0, 1],
  [-24, 1],
  [24, 0],
  [1, 2],
  [23.976, 1],
  [Number.NaN, 1],
])('refuses %s/%s, which is no rate', (num, den) => {
  const made = makeFrameRate(num, den, false)
  expect(made.ok ? undefined : made.problem.message).toBe('This is not a frame rate.')
})

it.each([
  [30, 1],
  [24000, 1001],
  [25, 1],
  [48000, 1001],
])('refuses drop-frame at %s/%s', (num, den) => {
  const made = makeFrameRate(num, den, true)
  expect(made.ok ? undefined : made.problem.message).toBe('Drop-frame timecode does not exist at this rate.')
})

it('tells rates apart by fraction and by labelling', () => {
  const drop = { num: 30000, den: 1001, dropFrame: true }
  expect(sameRate(drop, { num: 60000, den: 2002, dropFrame: true })).toBe(true)
  expect(sameRate(drop, { ...drop, dropFrame: false })).toBe(false)
  expect(sameRate(drop, { num: 30, den: 1, dropFrame: true })).toBe(false)
})

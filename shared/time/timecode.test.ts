import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { droppedPerMinute, type FrameRate, nominalRate, offeredRates, rateName } from './frameRate.ts'
import { frames } from './frames.ts'
import {
  formatSignedTimecode,
  formatTimecode,
  frameOfFields,
  framesPerDay,
  isDroppedLabel,
  labelExists,
  parseTimecode,
  type TimecodeFields,
  timecodeFields,
} from './timecode.ts'

const dropRates: readonly FrameRate[] = [
  { num: 30000, den: 1001, dropFrame: true },
  { num: 60000, den: 1001, dropFrame: true },
  { num: 120000, den: 1001, dropFrame: true },
]
const allRates: readonly FrameRate[] = [
  ...offeredRates,
  { num: 100, den: 1, dropFrame: false },
  { num: 120000, den: 1001, dropFrame: true },
  { num: 120, den: 1, dropFrame: false },
  { num: 25, den: 2, dropFrame: false },
]

/** Every label of a day in order, drop-frame numbering applied by leaving labels out one by one. */
function* labelsOfDay(rate: FrameRate): Generator<TimecodeFields> {
  const nominal = nominalRate(rate)
  const dropped = droppedPerMinute(rate)
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    for (let second = 0; second < 60; second += 1) {
      const first = minute % 10 !== 0 && second === 0 ? dropped : 0
      for (let frame = first; frame < nominal; frame += 1) {
        yield { hours: Math.floor(minute / 60), minutes: minute % 60, seconds: second, frames: frame }
      }
    }
  }
}

const sameFields = (a: TimecodeFields, b: TimecodeFields): boolean =>
  a.hours === b.hours && a.minutes === b.minutes && a.seconds === b.seconds && a.frames === b.frames

it.each([
  ['29.97', 30000],
  ['59.94', 60000],
])(
  'gives every frame of a day at %s drop the label that walking all labels gives, and back',
  (_name, num) => {
    const rate: FrameRate = { num, den: 1001, dropFrame: true }
    let frame = 0
    let wrong = 0
    for (const label of labelsOfDay(rate)) {
      if (!sameFields(timecodeFields(frames(frame), rate), label)) wrong += 1
      if (frameOfFields(label, rate) !== frame) wrong += 1
      frame += 1
    }
    expect(wrong).toBe(0)
    expect(frame).toBe(framesPerDay(rate))
  },
)

describe.each(dropRates.map((rate) => [rateName(rate), rate] as const))('at %s', (_name, rate) => {
  it('crosses each of the 1 440 minute boundaries of a day through text', () => {
    const dropped = droppedPerMinute(rate)
    const last = nominalRate(rate) - 1
    const digits = last > 99 ? 3 : 2
    const pad = (value: number, width = 2): string => String(value).padStart(width, '0')
    for (let minute = 0; minute < 1440; minute += 1) {
      const first = minute % 10 === 0 ? 0 : dropped
      const label = `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}:00;${pad(first, digits)}`
      const before = (minute + 1439) % 1440
      const labelBefore = `${pad(Math.floor(before / 60))}:${pad(before % 60)}:59;${pad(last, digits)}`
      const parsed = parseTimecode(label, rate)
      if (!parsed.ok) throw new Error(label)
      expect(formatTimecode(parsed.value, rate)).toBe(label)
      expect(formatTimecode(frames(parsed.value - 1), rate)).toBe(labelBefore)
      const wrapped = minute === 0 ? framesPerDay(rate) : parsed.value
      expect(parseTimecode(labelBefore, rate)).toEqual({ ok: true, value: wrapped - 1 })
    }
  })

  it('leaves out labels at minutes not divisible by ten only, and offers the next one', () => {
    const dropped = droppedPerMinute(rate)
    for (let minute = 0; minute < 60; minute += 1) {
      for (let frame = 0; frame < 10; frame += 1) {
        const label = { hours: 1, minutes: minute, seconds: 0, frames: frame }
        expect(isDroppedLabel(label, rate)).toBe(minute % 10 !== 0 && frame < dropped)
        expect(labelExists(label, rate)).toBe(!isDroppedLabel(label, rate))
      }
    }
    const refused = parseTimecode('01:01:00:00', rate)
    expect(refused.ok ? undefined : refused.problem.suggestion).toBe(
      formatTimecode(frameOfFields({ hours: 1, minutes: 1, seconds: 0, frames: dropped }, rate), rate),
    )
  })
})

it('brings any frame of a day back through its label, at every rate', () => {
  fc.assert(
    fc.property(fc.constantFrom(...allRates), fc.nat(24 * 3600 * 120), (rate, any) => {
      const frame = frames(any % framesPerDay(rate))
      expect(parseTimecode(formatTimecode(frame, rate), rate)).toEqual({ ok: true, value: frame })
    }),
    { numRuns: 2000 },
  )
})

it('either refuses a label or prints it back unchanged, at every rate', () => {
  const field = fc.nat(130).map((value) => String(value).padStart(2, '0'))
  fc.assert(
    fc.property(
      fc.constantFrom(...allRates),
      fc.array(field, { minLength: 4, maxLength: 4 }),
      (rate, parts) => {
        const text = parts.join(':')
        const parsed = parseTimecode(text, rate)
        const printed = parsed.ok ? formatTimecode(parsed.value, rate).replace(';', ':') : undefined
        if (parsed.ok) expect(printed?.split(':').map(Number)).toEqual(parts.map(Number))
        else expect(parsed.problem.found).not.toBe('')
      },
    ),
    { numRuns: 2000 },
  )
})

it('prints lengths with a sign and without wrapping, positions wrapped into a day', () => {
  const rate: FrameRate = { num: 25, den: 1, dropFrame: false }
  expect(formatSignedTimecode(frames(-26), rate)).toBe('-00:00:01:01')
  expect(formatSignedTimecode(framesPerDay(rate), rate)).toBe('24:00:00:00')
  expect(formatTimecode(framesPerDay(rate), rate)).toBe('00:00:00:00')
  expect(formatTimecode(frames(-1), rate)).toBe('23:59:59:24')
})

it('refuses more digits than a label has, and fewer fields than four', () => {
  const rate: FrameRate = { num: 24, den: 1, dropFrame: false }
  for (const text of ['101020304', '01:02:03', '24:00:00:00', '1 2 3 4', '-01:00:00:00']) {
    expect(parseTimecode(text, rate).ok, text).toBe(false)
  }
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FrameRate, offeredRates } from './frameRate.ts'
import { type Frames, frames } from './frames.ts'
import { formatSignedTimecode, formatTimecode, framesPerDay, parseTimecode } from './timecode.ts'
import { parseTypedTimecode } from './typedTimecode.ts'

const film: FrameRate = { num: 24, den: 1, dropFrame: false }
const drop: FrameRate = { num: 30000, den: 1001, dropFrame: true }

function at(label: string, rate: FrameRate): Frames {
  const parsed = parseTimecode(label, rate)
  if (!parsed.ok) throw new Error(`${label} is not a label`)
  return parsed.value
}

function typed(text: string, current: string, rate: FrameRate = film): string {
  const parsed = parseTypedTimecode(text, rate, at(current, rate))
  return parsed.ok ? formatTimecode(parsed.value, rate) : `refused: ${parsed.problem.message}`
}

describe('a typed label', () => {
  it.each([
    ['15245218', '15:24:52:18'],
    ['2..', '01:02:00:00'],
    ['15', '01:10:10:15'],
    ['5', '01:10:10:05'],
    ['1.2', '01:10:01:02'],
    ['20.', '01:10:20:00'],
    ['20,', '01:10:20:00'],
    ['3...', '03:00:00:00'],
    ['1..2', '01:01:00:02'],
    ['.7', '01:10:00:07'],
    ['203', '01:10:02:03'],
    ['1203', '01:10:12:03'],
    ['41203', '01:04:12:03'],
    ['0', '01:10:10:00'],
    ['2:03', '01:10:02:03'],
    ['2;03', '01:10:02:03'],
    ['4 12 3', '01:04:12:03'],
    ['4 : 12 : 3', '01:04:12:03'],
    ['02.03.04.05', '02:03:04:05'],
    ['2:3:4:5', '02:03:04:05'],
    ['  02:03:04:05 ', '02:03:04:05'],
  ])('"%s" at 01:10:10:10 is %s', (text, label) => {
    expect(typed(text, '01:10:10:10')).toBe(label)
  })

  it.each([
    'TC 02:03:04:05.',
    '(02:03:04;05)',
    'in: 02:03:04:05 – ',
    '\u00a002:03:04:05\u00a0',
    '“02:03:04.05”',
  ])('is found in the pasted text "%s"', (text) => {
    expect(typed(text, '01:10:10:10')).toBe('02:03:04:05')
  })

  it.each([
    '',
    ' ',
    '.',
    ':',
    '+',
    '-',
    'abc',
    '12a',
    '1:2:3:4:5',
    '123456789',
    '1h2m',
    '--5',
    '+-5',
    '1.5.2.3.4',
  ])('refuses "%s" in words', (text) => {
    const parsed = parseTypedTimecode(text, film, at('01:10:10:10', film))
    expect(parsed.ok ? undefined : parsed.problem.remedy).toMatch(/full stop/)
  })

  it.each(['24', '60.', '75..', '24...', '99'])(
    'refuses the number out of range in "%s" instead of carrying',
    (text) => {
      expect(typed(text, '01:10:10:10')).toBe('refused: This timecode does not exist.')
    },
  )

  it('refuses two labels pasted at once', () => {
    expect(parseTypedTimecode('01:00:00:00 02:00:00:00', film, frames(0)).ok).toBe(false)
  })

  it('stays in the day of the present value, where a reel runs past midnight', () => {
    const current = frames(framesPerDay(film) + 24)
    expect(parseTypedTimecode('12', film, current)).toEqual({ ok: true, value: current + 12 })
  })

  it('refuses a label that drop-frame leaves out and offers the next one, which is accepted', () => {
    const current = at('01:01:30;15', drop)
    for (const text of ['1.0.0', '1..', '10100.0', '01:01:00;01', '01:01:00.00']) {
      const refused = parseTypedTimecode(text, drop, current)
      if (refused.ok) throw new Error(text)
      expect(refused.problem.suggestion).toBe('01:01:00;02')
      expect(parseTypedTimecode(refused.problem.suggestion ?? '', drop, current)).toEqual({
        ok: true,
        value: at('01:01:00;02', drop),
      })
    }
  })

  it('reads three frame digits where labels have them', () => {
    const fast: FrameRate = { num: 120, den: 1, dropFrame: false }
    expect(typed('115', '01:00:00:000', fast)).toBe('01:00:00:115')
    expect(typed('1115', '01:00:00:000', fast)).toBe('01:00:01:115')
    expect(typed('2.', '01:00:00:007', fast)).toBe('01:00:02:000')
  })
})

describe('a typed step', () => {
  it.each([
    ['+20.', '01:10:30:10'],
    ['+3..', '01:13:10:10'],
    ['-5', '01:10:10:05'],
    ['\u22125', '01:10:10:05'],
    ['\u20135', '01:10:10:05'],
    ['+ 5', '01:10:10:15'],
    ['+50', '01:10:12:12'],
    ['+90.', '01:11:40:10'],
    ['-00:10:10:10', '01:00:00:00'],
    ['+1...', '02:10:10:10'],
    ['-0', '01:10:10:10'],
  ])('"%s" from 01:10:10:10 leads to %s', (text, label) => {
    expect(typed(text, '01:10:10:10')).toBe(label)
  })

  it('may not lead before zero', () => {
    expect(typed('-2.', '00:00:01:00')).toBe('refused: That is before 00:00:00:00.')
    expect(typed('-1.', '00:00:01:00')).toBe('00:00:00:00')
  })

  it('counts a length as lengths are shown: twenty seconds of drop-frame are 600 frames', () => {
    expect(parseTypedTimecode('+20.', drop, frames(1000))).toEqual({ ok: true, value: 1600 })
    expect(parseTypedTimecode('+10..', drop, frames(0))).toEqual({ ok: true, value: 17_982 })
  })

  it('refuses a length that drop-frame has no label for, with the next as a step of the same sign', () => {
    for (const text of ['-1..', '-60.', '-0:1:0:1']) {
      const refused = parseTypedTimecode(text, drop, frames(5000))
      if (refused.ok) throw new Error(text)
      expect(refused.problem.suggestion).toBe('-00:01:00;02')
      expect(parseTypedTimecode('-00:01:00;02', drop, frames(5000))).toEqual({ ok: true, value: 3200 })
    }
  })
})

const anyRate = fc.constantFrom(...offeredRates)
const anyFrame = fc.nat(24 * 3600 * 23)

it('accepts any full label whatever the present value', () => {
  fc.assert(
    fc.property(anyRate, anyFrame, anyFrame, (rate, frame, current) => {
      const label = formatTimecode(frames(frame), rate)
      expect(parseTypedTimecode(label, rate, frames(current))).toEqual({ ok: true, value: frame })
      expect(parseTypedTimecode(label.replace(/\D/g, ''), rate, frames(current))).toEqual({
        ok: true,
        value: frame,
      })
    }),
  )
})

it('moves by a length exactly as long as it is shown', () => {
  fc.assert(
    fc.property(anyRate, anyFrame, anyFrame, (rate, length, current) => {
      const shown = formatSignedTimecode(frames(length), rate)
      expect(parseTypedTimecode(`+${shown}`, rate, frames(current))).toEqual({
        ok: true,
        value: current + length,
      })
    }),
  )
})

it('never throws, whatever is typed', () => {
  fc.assert(
    fc.property(
      anyRate,
      fc.string({ unit: fc.constantFrom(...'0123456789+-.:;, a') }),
      anyFrame,
      (rate, text, now) => {
        const parsed = parseTypedTimecode(text, rate, frames(now))
        if (parsed.ok) expect(parsed.value).toBeGreaterThanOrEqual(0)
      },
    ),
    { numRuns: 2000 },
  )
})

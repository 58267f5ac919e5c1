import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offeredRates } from '../time/frameRate.ts'
import { foldSilence, missingColumns, type PeakColumns } from './peakColumns.ts'
import { columnAtFrame } from './peaks.ts'
import { framesHolding, soundBounds } from './soundBounds.ts'

const threshold = { decibels: -45, holdSeconds: 0.2 }

/** Silence of so many columns with sound of a level (1 to 127) in some stretches. */
function sound(count: number, stretches: readonly (readonly [number, number, number])[]): PeakColumns {
  const columns = missingColumns(count)
  foldSilence(columns, { start: 0, end: count })
  for (const [start, end, level] of stretches) {
    columns.max.fill(level, start, end)
    columns.min.fill(-level, start, end)
  }
  return columns
}

const whole = { start: 0, end: 5000 }

describe('where sound begins and ends', () => {
  test('is at the first and the last column that is loud enough', () => {
    expect(soundBounds(sound(5000, [[1200, 3400, 20]]), whole, threshold)).toEqual({ start: 1200, end: 3400 })
    const faint = sound(5000, [[1200, 3400, 1]])
    expect(soundBounds(faint, whole, threshold)).toEqual({ start: 1200, end: 3400 })
    expect(soundBounds(faint, whole, { ...threshold, decibels: -36 })).toBe('silent')
    expect(soundBounds(sound(5000, []), whole, threshold)).toBe('silent')
  })

  test('passes over clicks and bridges short pauses', () => {
    const columns = sound(5000, [
      [300, 310, 90],
      [1200, 1300, 20],
      [1450, 3000, 20],
      [3100, 3400, 20],
      [4600, 4605, 90],
    ])
    expect(soundBounds(columns, whole, threshold)).toEqual({ start: 1200, end: 3400 })
    const exact = { decibels: -45, holdSeconds: 0.001 }
    expect(soundBounds(columns, whole, exact)).toEqual({ start: 300, end: 4605 })
  })

  test('looks inside the stretch only, and hears one side of the wave alone', () => {
    const columns = sound(5000, [[0, 5000, 20]])
    expect(soundBounds(columns, { start: 700, end: 900 }, threshold)).toEqual({ start: 700, end: 900 })
    columns.max.fill(0)
    expect(soundBounds(columns, { start: 700, end: 900 }, threshold)).toEqual({ start: 700, end: 900 })
  })

  test('cannot be said where the sound is not analysed, unless that lies deep inside', () => {
    const inside = sound(5000, [[1000, 4000, 20]])
    const unknown = (start: number, end: number): PeakColumns => {
      const max = inside.max.slice().fill(-128, start, end)
      return { max, min: inside.min.slice().fill(127, start, end) }
    }
    expect(soundBounds(unknown(2000, 3000), whole, threshold)).toEqual({ start: 1000, end: 4000 })
    expect(soundBounds(unknown(500, 510), whole, threshold)).toBe('missing')
    expect(soundBounds(unknown(4500, 4510), whole, threshold)).toBe('missing')
    expect(soundBounds(inside, { start: 4500, end: 5001 }, threshold)).toBe('missing')
  })

  test('is found again wherever it is put', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.integer({ min: 200, max: 2000 }),
        fc.integer({ min: 1, max: 127 }),
        (start, length, level) => {
          const columns = sound(5000, [[start, start + length, level]])
          expect(soundBounds(columns, whole, threshold)).toEqual({ start, end: start + length })
        },
      ),
    )
  })
})

test('the frames of a stretch of sound hold all of it, and no frame more', () => {
  for (const rate of offeredRates) {
    for (const frame of [0, 1, 999, 86_399, 215_999]) {
      const start = Math.ceil(columnAtFrame(frame, rate, 0.08))
      const end = Math.floor(columnAtFrame(frame + 2, rate, 0.08))
      expect(framesHolding({ start, end }, rate, 0.08)).toEqual({ start: frame, end: frame + 2 })
      expect(
        framesHolding({ start: start + 1, end: end + 1 }, rate, 0.08).end,
        'the next frame',
      ).toBeGreaterThanOrEqual(frame + 2)
    }
  }
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addColumns, createPeaks } from '../../shared/peaks/peaks.ts'
import { gainFactor, gainText, gainToTop, loudestIn, steppedGain } from './waveGain.ts'

describe('gain by steps', () => {
  test('goes by 3 dB, from wherever it is, and stays within its limits', () => {
    expect(steppedGain(0, 1)).toBe(3)
    expect(steppedGain(7, 1)).toBe(9)
    expect(steppedGain(3, -1)).toBe(0)
    expect(steppedGain(36, 1)).toBe(36)
    expect(steppedGain(-12, -5)).toBe(-12)
  })

  test('doubles the height with 6 dB', () => {
    expect(gainFactor(0)).toBe(1)
    expect(gainFactor(6)).toBeCloseTo(2, 1)
    expect(gainFactor(-6) * gainFactor(6)).toBeCloseTo(1, 12)
  })

  test('is said with its sign', () => {
    expect([6, 0, -3].map(gainText)).toEqual(['+6 dB', '0 dB', '−3 dB'])
  })
})

describe('gain by itself', () => {
  test('brings the loudest up to the top, within a decibel and never beyond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 127 }), (loudest) => {
        const height = (loudest / 127) * gainFactor(gainToTop(loudest))
        expect(height).toBeLessThanOrEqual(1 + 1e-9)
        expect(height).toBeGreaterThan(gainFactor(-1.0001))
      }),
    )
  })

  test('leaves silence and full scale as they are, and what is all but silent small', () => {
    expect(gainToTop(0)).toBe(0)
    expect(gainToTop(127)).toBe(0)
    expect(gainToTop(1)).toBe(36)
  })

  test('looks at what the window shows, up and down, and at nothing beside it', () => {
    const peaks = createPeaks(1)
    const max = new Int8Array(1000).fill(10)
    const min = new Int8Array(1000).fill(-10)
    min[400] = -90
    max[700] = 120
    addColumns(peaks, 0, { max, min })
    const window = { firstPixel: 0, pixelCount: 500, columnsPerPixel: 1, originColumn: 0 }
    expect(loudestIn(peaks, window)).toBe(90)
    expect(loudestIn(peaks, { ...window, pixelCount: 300 })).toBe(10)
    expect(loudestIn(peaks, { ...window, firstPixel: 500 })).toBe(120)
  })
})

import { describe, expect, it } from 'vitest'
import { missingColumns, type PeakColumns } from './peakColumns.ts'
import { driftOf, driftStretch, pointsToCompare } from './peaksDrift.ts'

/** Columns of something like speech: bursts whose loudness is random but always the same. */
function speech(count: number): PeakColumns {
  let state = 1
  const random = () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
  const columns = missingColumns(count)
  let level = 0
  for (let column = 0; column < count; column += 1) {
    if (random() < 0.02) level = Math.floor(random() * 100)
    columns.max[column] = Math.min(127, level + Math.floor(random() * 20))
    columns.min[column] = -level
  }
  return columns
}

const silence = (count: number): PeakColumns => ({ max: new Int8Array(count), min: new Int8Array(count) })

const cut = ({ max, min }: PeakColumns, start: number, length: number): PeakColumns => ({
  max: max.slice(start, start + length),
  min: min.slice(start, start + length),
})

describe('drift', () => {
  const columns = speech(60_000)

  it('is none where the fresh sound lies where it was', () => {
    const points = pointsToCompare(columns, 5)
    expect(points).toHaveLength(5)
    points.forEach(({ start, end }, index) => {
      expect(start).toBeGreaterThanOrEqual(index * 12_000)
      expect(end).toBeLessThanOrEqual((index + 1) * 12_000)
      expect(driftOf(columns, start, cut(columns, start, driftStretch))).toBe(0)
    })
  })

  it('is found to the column in both directions', () => {
    for (const lag of [-317, -42, -1, 1, 42, 317]) {
      expect(driftOf(columns, 30_000, cut(columns, 30_000 + lag, driftStretch))).toBe(lag)
    }
  })

  it('is not made up where there is nothing to recognise', () => {
    expect(driftOf(columns, 30_000, silence(driftStretch))).toBeNull()
    expect(driftOf(silence(60_000), 30_000, cut(columns, 30_000, driftStretch))).toBeNull()
    expect(driftOf(columns, 30_000, cut(columns, 50_000, driftStretch))).toBeNull()
  })

  it('is looked for only where sound with a shape is known', () => {
    expect(pointsToCompare(silence(60_000), 5)).toEqual([])
    expect(pointsToCompare(missingColumns(60_000), 5)).toEqual([])
    expect(pointsToCompare(speech(500), 5)).toEqual([])
  })
})

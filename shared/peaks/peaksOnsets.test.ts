import { describe, expect, it } from 'vitest'
import { columnsPerSecond, foldSamples, missingColumns, type PeakColumns } from './peakColumns.ts'
import { onsetColumns } from './peaksOnsets.ts'

const sampleRate = 48_000

/** Columns of a sound whose sample at second `t` is `at(t)`. */
function columnsOf(seconds: number, at: (t: number) => number): PeakColumns {
  const columns = missingColumns(seconds * columnsPerSecond)
  const samples = Float32Array.from({ length: seconds * sampleRate }, (_, index) => at(index / sampleRate))
  foldSamples(columns, { firstSample: 0, sampleRate, channels: [samples] })
  return columns
}

const tone = (hertz: number, t: number) => Math.sin(2 * Math.PI * hertz * t)
/** Even noise from a fixed seed. */
function noise(): () => number {
  let state = 7
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return (2 * state) / 2_147_483_647 - 1
  }
}

describe('the onsets of a sound', () => {
  it.each([50, 110, 440, 3000])('are found to the millisecond where a tone of %i Hz begins', (hertz) => {
    const starts = [0.5, 1.2, 2.345]
    const columns = columnsOf(3, (t) =>
      starts.some((start) => t >= start && t < start + 0.4) ? 0.5 * tone(hertz, t) : 0,
    )
    const onsets = onsetColumns(columns, true)
    expect(onsets).toHaveLength(3)
    for (const [index, start] of starts.entries()) {
      expect(Math.abs((onsets[index] ?? 0) - 1000 * start)).toBeLessThanOrEqual(hertz < 100 ? 6 : 3)
    }
  })

  it('are found where louder sound sets in over noise', () => {
    const next = noise()
    const columns = columnsOf(4, (t) => 0.08 * next() + (t >= 2.25 ? 0.5 * tone(220, t) : 0))
    const onsets = onsetColumns(columns, false)
    expect(onsets).toHaveLength(1)
    expect(Math.abs((onsets[0] ?? 0) - 2250)).toBeLessThanOrEqual(3)
  })

  it('are found where sound fades in slowly after silence', () => {
    const columns = columnsOf(4, (t) => Math.max(0, Math.min(1, (t - 1) / 2)) * 0.5 * tone(330, t))
    const onsets = onsetColumns(columns, true)
    expect(onsets).toHaveLength(1)
    // One step of a column's byte is reached 63 milliseconds into this fade.
    expect(onsets[0]).toBeGreaterThanOrEqual(1000)
    expect(onsets[0]).toBeLessThan(1080)
  })

  it('are none in silence, in steady sound and in what is not analysed', () => {
    expect(
      onsetColumns(
        columnsOf(2, () => 0),
        true,
      ),
    ).toEqual([])
    expect(
      onsetColumns(
        columnsOf(2, (t) => 0.4 * tone(90, t)),
        false,
      ),
    ).toEqual([])
    expect(onsetColumns(missingColumns(2000), true)).toEqual([])
    const next = noise()
    expect(
      onsetColumns(
        columnsOf(4, () => 0.3 * next()),
        false,
      ),
    ).toEqual([])
  })

  it('are at the very beginning where sound begins with the file', () => {
    const columns = columnsOf(1, (t) => 0.5 * tone(440, t))
    expect(onsetColumns(columns, true)[0]).toBeLessThanOrEqual(1)
    expect(onsetColumns(columns, false)).toEqual([])
  })

  it('are one for a hit that rings, and one for each of several hits', () => {
    const hits = [0.3, 0.55, 0.8, 1.4]
    const columns = columnsOf(2, (t) =>
      hits.reduce((sum, at) => sum + (t >= at ? Math.exp(-(t - at) * 18) * 0.7 * tone(180, t - at) : 0), 0),
    )
    const onsets = onsetColumns(columns, true)
    expect(onsets.map((column) => Math.round(column / 10) / 100)).toEqual(hits)
  })
})

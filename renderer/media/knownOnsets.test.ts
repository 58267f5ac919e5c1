import { describe, expect, it } from 'vitest'
import { addBlock, createPeaks, type Peaks } from '../../shared/peaks/peaks.ts'
import { onsetColumns } from '../../shared/peaks/peaksOnsets.ts'
import { KnownOnsets } from './knownOnsets.ts'

/** Silence with a tenth of a second of sound from each of these columns on. */
function soundAt(columns: readonly number[], seconds: number): Peaks {
  const peaks = createPeaks(seconds)
  const samples = new Float32Array(seconds * 1000)
  for (const column of columns) samples.fill(0.5, column, column + 100)
  addBlock(peaks, { firstSample: 0, sampleRate: 1000, channels: [samples] })
  return peaks
}

describe('known onsets', () => {
  it('are there a moment after they were asked for, across pieces and without doubles', async () => {
    const all = [0, 4000, 8000, 8192, 8800, 16_300, 16_500]
    const peaks = soundAt(all, 20)
    const onsets = new KnownOnsets(async (columns, isStart) => onsetColumns(columns, isStart))
    expect(onsets.within(peaks, { start: 0, end: 20_000 })).toEqual([])
    await Promise.resolve()
    expect(onsets.within(peaks, { start: 0, end: 20_000 })).toEqual(all)
    expect(onsets.within(peaks, { start: 4000, end: 8192 })).toEqual([4000, 8000])
  })

  it('analyse each piece once, and not what is far outside', async () => {
    let orders = 0
    const peaks = soundAt([100], 20)
    const onsets = new KnownOnsets(async () => {
      orders += 1
      return []
    })
    onsets.within(peaks, { start: 10, end: 20 })
    onsets.within(peaks, { start: 10, end: 20 })
    await Promise.resolve()
    onsets.within(peaks, { start: 30, end: 50 })
    expect(orders).toBe(1)
    expect(onsets.within(peaks, { start: -500, end: 0 })).toEqual([])
    expect(onsets.within(peaks, { start: 30_000, end: 40_000 })).toEqual([])
    expect(orders).toBe(1)
  })

  it('wait for what is not analysed yet', async () => {
    const peaks = createPeaks(20)
    const onsets = new KnownOnsets(async (columns, isStart) => onsetColumns(columns, isStart))
    onsets.within(peaks, { start: 0, end: 2000 })
    await Promise.resolve()
    expect(onsets.within(peaks, { start: 0, end: 2000 })).toEqual([])
    const samples = new Float32Array(20_000)
    samples.fill(0.5, 700, 900)
    addBlock(peaks, { firstSample: 0, sampleRate: 1000, channels: [samples] })
    onsets.within(peaks, { start: 0, end: 2000 })
    await Promise.resolve()
    expect(onsets.within(peaks, { start: 0, end: 2000 })).toEqual([700])
  })
})

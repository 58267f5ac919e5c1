import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PeakColumns } from './peakColumns.ts'
import { addBlock, columnCount, columnsFor, createPeaks, type Peaks } from './peaks.ts'
import {
  areUnchanged,
  openingLength,
  peaksLayout,
  readHead,
  readPeaks,
  takeLevels,
  wholeBlocks,
  writePeaks,
} from './peaksBytes.ts'

function somePeaks(seconds = 0.05): Peaks {
  const peaks = createPeaks(seconds)
  const samples = new Float32Array(seconds * 500)
  for (let index = 0; index < samples.length; index += 1) samples[index] = ((index * 7919) % 2000) / 1000 - 1
  addBlock(peaks, { firstSample: 10, sampleRate: 1000, channels: [samples] })
  return peaks
}

const baseOf = (peaks: Peaks) => peaks.levels[0] as PeakColumns

it('come back from their bytes with every level, missing columns still missing', () => {
  for (const peaks of [somePeaks(), createPeaks(0), createPeaks(0.001), somePeaks(20)]) {
    expect(readPeaks(writePeaks(baseOf(peaks)), columnCount(peaks))).toEqual({ ok: true, value: peaks })
  }
})

it('come back from bytes that lie somewhere inside a larger buffer', () => {
  const bytes = writePeaks(baseOf(somePeaks()))
  const larger = new Uint8Array(bytes.length + 7)
  larger.set(bytes, 3)
  expect(readPeaks(larger.subarray(3, 3 + bytes.length), 50)).toEqual({ ok: true, value: somePeaks() })
})

it('are refused after any change of any byte', () => {
  const bytes = writePeaks(baseOf(somePeaks()))
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = bytes.slice()
      damaged[at] = (damaged[at] as number) ^ change
      const read = readPeaks(damaged, 50)
      expect(read.ok ? undefined : read.problem.message).toBe('The kept waveform cannot be used.')
    }),
    { numRuns: 500 },
  )
})

it('are refused when cut short, lengthened, or foreign', () => {
  const bytes = writePeaks(baseOf(somePeaks()))
  for (let length = 0; length < bytes.length; length += 1)
    expect(readPeaks(bytes.subarray(0, length), 50).ok).toBe(false)
  expect(readPeaks(new Uint8Array([...bytes, 0]), 50).ok).toBe(false)
  expect(readPeaks(new Uint8Array(200), 50).ok).toBe(false)
})

it('are refused from another version or for another length, which is named', () => {
  const bytes = writePeaks(baseOf(somePeaks()))
  expect(readPeaks(bytes, 51).ok).toBe(false)
  bytes[4] = 9
  const read = readPeaks(bytes, 50)
  expect(read.ok ? undefined : read.problem.found).toBe('version 9, 1000 columns per second, 50 columns')
})

it('show the whole of two hours from their beginning alone', () => {
  const peaks = somePeaks(7200)
  const opening = writePeaks(baseOf(peaks)).slice(0, openingLength)
  const head = readHead(opening, columnCount(peaks))
  if (!head.ok) throw new Error(head.problem.found)
  const { headLength } = peaksLayout(columnCount(peaks))
  const end = wholeBlocks(head.value, opening.length)
  expect(areUnchanged(head.value, headLength, opening.subarray(headLength, end))).toBe(true)
  const shown = createPeaks(7200)
  takeLevels(shown, head.value, opening, headLength, end)
  const window = { firstPixel: 0, pixelCount: 2000, columnsPerPixel: 3600, originColumn: 0 }
  expect(shown.finest).toBeLessThan(8)
  expect(columnsFor(shown, window)).toEqual(columnsFor(peaks, window))
  opening[headLength + 1000] = (opening[headLength + 1000] as number) ^ 1
  expect(areUnchanged(head.value, headLength, opening.subarray(headLength, end))).toBe(false)
})

it('show coarse columns widened while the fine ones are not there yet', () => {
  const peaks = somePeaks(10)
  const bytes = writePeaks(baseOf(peaks))
  const head = readHead(bytes, 10_000)
  if (!head.ok) throw new Error(head.problem.found)
  const third = head.value.layout.levels.find(({ depth }) => depth === 3)
  const shown = createPeaks(10)
  takeLevels(shown, head.value, bytes, 0, third?.end ?? 0)
  expect(shown.finest).toBe(3)
  const pixels = columnsFor(shown, { firstPixel: 800, pixelCount: 8, columnsPerPixel: 1, originColumn: 0 })
  expect(new Set(pixels.max)).toEqual(new Set([peaks.levels[3]?.max[100]]))
})

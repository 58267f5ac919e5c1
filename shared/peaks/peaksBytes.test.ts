import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addBlock, createPeaks, type Peaks } from './peaks.ts'
import { readPeaks, writePeaks } from './peaksBytes.ts'

function somePeaks(): Peaks {
  const peaks = createPeaks(0.05)
  const samples = Float32Array.from({ length: 1000 }, (_, index) => Math.sin(index))
  addBlock(peaks, { firstSample: 480, sampleRate: 48_000, channels: [samples] })
  return peaks
}

it('come back from their bytes with every level, missing columns still missing', () => {
  for (const peaks of [somePeaks(), createPeaks(0), createPeaks(0.001)]) {
    expect(readPeaks(writePeaks(peaks))).toEqual({ ok: true, value: peaks })
  }
})

it('come back from bytes that lie somewhere inside a larger buffer', () => {
  const bytes = writePeaks(somePeaks())
  const larger = new Uint8Array(bytes.length + 7)
  larger.set(bytes, 3)
  expect(readPeaks(larger.subarray(3, 3 + bytes.length))).toEqual({ ok: true, value: somePeaks() })
})

it('are refused after any change of any byte', () => {
  const bytes = writePeaks(somePeaks())
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = bytes.slice()
      damaged[at] = (damaged[at] as number) ^ change
      const read = readPeaks(damaged)
      expect(read.ok ? undefined : read.problem.message).toBe('The kept waveform cannot be used.')
    }),
    { numRuns: 500 },
  )
})

it('are refused when cut short, lengthened, or foreign', () => {
  const bytes = writePeaks(somePeaks())
  for (let length = 0; length < bytes.length; length += 1)
    expect(readPeaks(bytes.subarray(0, length)).ok).toBe(false)
  expect(readPeaks(new Uint8Array([...bytes, 0])).ok).toBe(false)
  expect(readPeaks(new Uint8Array(200)).ok).toBe(false)
})

it('are refused from another version, which is named', () => {
  const bytes = writePeaks(somePeaks())
  bytes[4] = 9
  const read = readPeaks(bytes)
  expect(read.ok ? undefined : read.problem.found).toBe('version 9, 1 channels, 1000 columns per second')
})

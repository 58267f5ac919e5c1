import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  columnsPerSecond,
  foldPcm,
  foldSilence,
  isMissing,
  missingColumns,
  missingRanges,
  type PeakColumns,
  type SampleBlock,
} from './peakColumns.ts'
import {
  addBlock,
  addColumns,
  addEstimate,
  columnAtFrame,
  columnCount,
  columnsFor,
  createPeaks,
  estimateColumns,
  estimatesFor,
  type Peaks,
} from './peaks.ts'

type Shown = readonly { readonly max: number; readonly min: number }[]
const missing = { max: -128, min: 127 }

const listed = (columns: PeakColumns): Shown =>
  Array.from(columns.max, (max, column) => ({ max, min: columns.min[column] as number }))

const base = (peaks: Peaks): Shown => listed(peaks.levels[0] as PeakColumns)

/** The widest excursion of some columns. */
const widest = (columns: Shown): Shown[number] => ({
  max: Math.max(missing.max, ...columns.map((column) => column.max)),
  min: Math.min(missing.min, ...columns.map((column) => column.min)),
})

/** Base columns by putting every sample of every channel into its own column, one at a time. */
function sampleBySample(count: number, blocks: readonly SampleBlock[]): Shown {
  const columns = Array.from({ length: count }, () => ({ ...missing }))
  for (const { firstSample, sampleRate, channels } of blocks) {
    for (const samples of channels) {
      samples.forEach((sample, index) => {
        const column = columns[Math.floor(((firstSample + index) * columnsPerSecond) / sampleRate)]
        if (!column) return
        const byte = Math.round(Math.min(1, Math.max(-1, sample)) * 127) + 0
        column.max = Math.max(column.max, byte)
        column.min = Math.min(column.min, byte)
      })
    }
  }
  return columns
}

const anyBlock: fc.Arbitrary<SampleBlock> = fc
  .record({
    firstSample: fc.integer({ min: -3000, max: 20_000 }),
    sampleRate: fc.constantFrom(8000, 11_025, 22_050, 44_100, 48_000),
    length: fc.nat(2048),
    channelCount: fc.integer({ min: 1, max: 3 }),
    seed: fc.nat(1000),
  })
  .map(({ firstSample, sampleRate, length, channelCount, seed }) => ({
    firstSample,
    sampleRate,
    channels: Array.from({ length: channelCount }, (_, channel) =>
      Float32Array.from({ length }, (__, index) => 1.2 * Math.sin(seed + channel * 7 + index * index)),
    ),
  }))

function peaksOf(count: number, blocks: readonly SampleBlock[]): Peaks {
  const peaks = createPeaks(count / columnsPerSecond)
  for (const block of blocks) addBlock(peaks, block)
  return peaks
}

describe('peaks', () => {
  it('hold per column what sorting every sample into its column gives, at every level', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.array(anyBlock, { maxLength: 8 }), (count, blocks) => {
        const peaks = peaksOf(count, blocks)
        const expected = sampleBySample(count, blocks)
        expect(base(peaks)).toEqual(expected)
        peaks.levels.forEach((level, depth) => {
          const wide = 2 ** depth
          expect(listed(level)).toEqual(
            Array.from({ length: Math.ceil(count / wide) }, (_, column) =>
              widest(expected.slice(column * wide, (column + 1) * wide)),
            ),
          )
        })
        expect(columnCount(peaks)).toBe(count)
      }),
      { numRuns: 200 },
    )
  })

  it('come out the same when blocks are cut anywhere', () => {
    fc.assert(
      fc.property(anyBlock, fc.nat(2048), (block, cut) => {
        const head = { ...block, channels: block.channels.map((samples) => samples.subarray(0, cut)) }
        const tail = {
          ...block,
          firstSample: block.firstSample + Math.min(cut, block.channels[0]?.length ?? 0),
          channels: block.channels.map((samples) => samples.subarray(cut)),
        }
        expect(base(peaksOf(300, [tail, head]))).toEqual(base(peaksOf(300, [block])))
      }),
    )
  })

  it('tell silence from what has not been analysed', () => {
    const peaks = createPeaks(0.01)
    addBlock(peaks, { firstSample: 96, sampleRate: 48_000, channels: [new Float32Array(144)] })
    expect(base(peaks).map((column) => column.max < column.min)).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ])
    expect(base(peaks)[3]).toEqual({ max: 0, min: 0 })
    expect(missingRanges(peaks.levels[0] as PeakColumns)).toEqual([
      { start: 0, end: 2 },
      { start: 5, end: 10 },
    ])
    const top = peaks.levels.at(-1) as PeakColumns
    expect(isMissing(top, 0)).toBe(false)
    expect(isMissing(top, 1)).toBe(true)
  })

  it('take silence as analysed, and widen sound to the zero line', () => {
    const columns = { max: Int8Array.of(-128, 5, -128, -128), min: Int8Array.of(127, 3, 127, 127) }
    foldSilence(columns, { start: -2, end: 3 })
    expect(listed(columns)).toEqual([{ max: 0, min: 0 }, { max: 5, min: 0 }, { max: 0, min: 0 }, missing])
    foldSilence(columns, { start: 3, end: 99 })
    expect(missingRanges(columns)).toEqual([])
  })

  it('drop priming before second zero and sound past the end, and say what they touched', () => {
    const peaks = createPeaks(0.004)
    const loud = Float32Array.from({ length: 480 }, () => 1)
    expect(addBlock(peaks, { firstSample: -432, sampleRate: 48_000, channels: [loud] })).toEqual({
      start: 0,
      end: 1,
    })
    expect(addBlock(peaks, { firstSample: 144, sampleRate: 48_000, channels: [loud] })).toEqual({
      start: 3,
      end: 4,
    })
    expect(missingRanges(peaks.levels[0] as PeakColumns)).toEqual([{ start: 1, end: 3 }])
  })

  it('keep up and down apart, and no channel cancels another', () => {
    const peaks = createPeaks(0.001)
    const up = new Float32Array(48).fill(0.5)
    const down = new Float32Array(48).fill(-0.5)
    addBlock(peaks, { firstSample: 0, sampleRate: 48_000, channels: [up] })
    expect(base(peaks)).toEqual([{ max: 64, min: 64 }])
    addBlock(peaks, { firstSample: 0, sampleRate: 48_000, channels: [up, down] })
    expect(base(peaks)).toEqual([{ max: 64, min: -63 }])
  })

  it('do not take numbers that are none for sound', () => {
    const peaks = createPeaks(0.001)
    addBlock(peaks, { firstSample: 0, sampleRate: 48_000, channels: [new Float32Array(48).fill(Number.NaN)] })
    expect(missingRanges(peaks.levels[0] as PeakColumns)).toEqual([{ start: 0, end: 1 }])
  })

  it('merge columns that were analysed elsewhere', () => {
    fc.assert(
      fc.property(
        fc.array(anyBlock, { maxLength: 5 }),
        fc.integer({ min: -50, max: 350 }),
        (blocks, first) => {
          const whole = peaksOf(300, blocks)
          const merged = createPeaks(0.3)
          addColumns(merged, 0, whole.levels[0] as PeakColumns)
          expect(merged.levels).toEqual(whole.levels)
          const piece = { max: new Int8Array(40).fill(126), min: new Int8Array(40).fill(-126) }
          const inside = addColumns(merged, first, piece)
          const expected = base(whole).map((column, index) =>
            index >= first && index < first + 40 ? widest([column, { max: 126, min: -126 }]) : column,
          )
          expect(base(merged)).toEqual(expected)
          expect(inside.end - inside.start).toBe(Math.max(0, Math.min(300, first + 40) - Math.max(0, first)))
        },
      ),
    )
  })
})

it('come out the same from interleaved 16-bit samples', () => {
  fc.assert(
    fc.property(anyBlock, (block) => {
      const length = block.channels[0]?.length ?? 0
      const count = block.channels.length
      const pcm = new Int16Array(length * count)
      const rounded = block.channels.map((samples, channel) =>
        samples.map((sample, index) => {
          const value = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767)
          pcm[index * count + channel] = value
          return value / 32_768
        }),
      )
      const columns = missingColumns(300)
      foldPcm(columns, block.firstSample, block.sampleRate, pcm, count)
      expect(listed(columns)).toEqual(base(peaksOf(300, [{ ...block, channels: rounded }])))
    }),
  )
})

describe('columns for pixels', () => {
  const anyWindow = fc.record({
    firstPixel: fc.integer({ min: -40, max: 400 }),
    pixelCount: fc.nat(60),
    columnsPerPixel: fc.oneof(
      fc.double({ min: 0.05, max: 2, noNaN: true }),
      fc.double({ min: 1, max: 500, noNaN: true }),
    ),
    originColumn: fc.double({ min: -20, max: 80, noNaN: true }),
  })

  it('show every column they touch, widened to whole columns of one level, and at most three of them', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 6 }), anyWindow, (blocks, window) => {
        const peaks = peaksOf(400, blocks)
        const columns = base(peaks)
        const wide =
          2 ** Math.max(0, Math.min(peaks.levels.length - 1, Math.floor(Math.log2(window.columnsPerPixel))))
        listed(columnsFor(peaks, window)).forEach((shown, index) => {
          const pixel = window.firstPixel + index
          const left = (window.originColumn + pixel * window.columnsPerPixel) / wide
          const right = (window.originColumn + (pixel + 1) * window.columnsPerPixel) / wide
          const start = Math.floor(left)
          const end = Math.max(start + 1, Math.ceil(right))
          const touched = columns.slice(Math.max(0, start * wide), Math.max(0, end * wide))
          // Rounding of the two ways of computing an edge may differ where it falls on a column.
          const onEdge = [left, right].some((edge) => Math.abs(edge - Math.round(edge)) < 1e-6)
          if (!onEdge) expect(shown).toEqual(widest(touched))
          if (wide < 2 ** (peaks.levels.length - 1)) expect(end - start).toBeLessThanOrEqual(3)
        })
      }),
      { numRuns: 500 },
    )
  })

  it('do not change while panning by whole pixels', () => {
    fc.assert(
      fc.property(
        fc.array(anyBlock, { maxLength: 4 }),
        anyWindow,
        fc.integer({ min: -30, max: 30 }),
        (blocks, window, by) => {
          const peaks = peaksOf(400, blocks)
          const before = listed(columnsFor(peaks, window))
          const after = listed(columnsFor(peaks, { ...window, firstPixel: window.firstPixel + by }))
          before.forEach((column, index) => {
            const there = after[index - by]
            if (there) expect(there).toEqual(column)
          })
        },
      ),
    )
  })

  it('are missing outside the sound', () => {
    const peaks = peaksOf(4, [{ firstSample: 0, sampleRate: 48_000, channels: [new Float32Array(192)] }])
    const shown = columnsFor(peaks, { firstPixel: -1, pixelCount: 6, columnsPerPixel: 1, originColumn: 0 })
    expect(listed(shown).map((column) => column.max < column.min)).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
    ])
    expect(
      listed(
        columnsFor(createPeaks(0), { firstPixel: 0, pixelCount: 1, columnsPerPixel: 9, originColumn: 0 }),
      ),
    ).toEqual([missing])
  })

  it('are estimated from what was heard nearby, apart from what was measured', () => {
    const peaks = createPeaks(estimateColumns / 100)
    addEstimate(peaks, 512, 768, 90, -80)
    const window = { firstPixel: 0, pixelCount: 8, columnsPerPixel: 1280, originColumn: 0 }
    expect(listed(estimatesFor(peaks, window))).toEqual(
      Array.from({ length: 8 }, (_, pixel) => (pixel === 4 || pixel === 5 ? { max: 90, min: -80 } : missing)),
    )
    expect(listed(columnsFor(peaks, window))).toEqual(Array(8).fill(missing))
  })

  it('find a frame in the sound by its rate and by when the picture starts', () => {
    const film = { num: 24000, den: 1001, dropFrame: false }
    expect(columnAtFrame(0, film, 0)).toBe(0)
    expect(columnAtFrame(24, film, 0)).toBeCloseTo(1001, 9)
    expect(columnAtFrame(0.5, film, 5)).toBeCloseTo(5020.854, 3)
  })
})

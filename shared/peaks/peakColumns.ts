/** Base columns per second of sound. */
export const columnsPerSecond = 1000

/**
 * The loudest excursion up and down of each column, -127 to 127 for full scale, over all channels at once. A column that
 * has not been analysed holds max -128 and min 127, the values that any real sample replaces, so that silence (0, 0) and
 * missing never look alike and columns merge without asking which is which.
 */
export type PeakColumns = { readonly max: Int8Array; readonly min: Int8Array }

/** A half-open stretch of columns. */
export type ColumnRange = { readonly start: number; readonly end: number }

/** Samples in a row from sample `firstSample`, counted from second 0; one array per channel, full scale -1 to 1. */
export type SampleBlock = {
  readonly firstSample: number
  readonly sampleRate: number
  readonly channels: readonly Float32Array[]
}

/** The maximum of a column about which nothing is known. */
export const missingMax = -128
/** The minimum of such a column. */
export const missingMin = 127

/** Columns of which none is analysed yet. */
export function missingColumns(count: number): PeakColumns {
  return { max: new Int8Array(count).fill(missingMax), min: new Int8Array(count).fill(missingMin) }
}

/** Whether nothing is known of this column. */
export function isMissing(columns: PeakColumns, column: number): boolean {
  return (columns.max[column] ?? missingMax) < (columns.min[column] ?? missingMin)
}

/** The stretches of columns about which nothing is known. */
export function missingRanges(columns: PeakColumns): readonly ColumnRange[] {
  const count = columns.max.length
  const ranges: ColumnRange[] = []
  let start = -1
  for (let column = 0; column <= count; column += 1) {
    const missing = column < count && isMissing(columns, column)
    if (missing && start < 0) start = column
    if (missing || start < 0) continue
    ranges.push({ start, end: column })
    start = -1
  }
  return ranges
}

/** Widens column `to` of `into` by column `from` of `other`. */
export function mergeColumn(into: PeakColumns, to: number, other: PeakColumns, from: number): void {
  into.max[to] = Math.max(into.max[to] ?? missingMax, other.max[from] ?? missingMax)
  into.min[to] = Math.min(into.min[to] ?? missingMin, other.min[from] ?? missingMin)
}

/** The columns that samples `firstSample` up to `endSample` (excluded) fall into. */
function columnsOfSamples(firstSample: number, endSample: number, sampleRate: number): ColumnRange {
  const start = Math.floor((firstSample * columnsPerSecond) / sampleRate)
  return { start, end: Math.max(start, Math.floor(((endSample - 1) * columnsPerSecond) / sampleRate) + 1) }
}

/**
 * Takes a block of samples into base columns and says which it touched. Samples outside the columns are dropped, among
 * them those before second 0 (a codec's priming).
 */
export function foldSamples(columns: PeakColumns, block: SampleBlock): ColumnRange {
  const { firstSample, sampleRate, channels } = block
  const length = channels[0]?.length ?? 0
  const all = columnsOfSamples(firstSample, firstSample + length, sampleRate)
  const start = Math.max(all.start, 0)
  const end = Math.min(all.end, columns.max.length)
  for (let column = start; column < end; column += 1) {
    const from = Math.ceil((column * sampleRate) / columnsPerSecond) - firstSample
    const to = Math.ceil(((column + 1) * sampleRate) / columnsPerSecond) - firstSample
    foldColumn(columns, column, channels, Math.max(0, from), Math.min(length, to))
  }
  return { start, end: Math.max(start, end) }
}

/** Takes silence into a range of columns; where there is sound already, it widens to the zero line. */
export function foldSilence(columns: PeakColumns, { start, end }: ColumnRange): void {
  for (let column = Math.max(0, start); column < Math.min(end, columns.max.length); column += 1) {
    columns.max[column] = Math.max(columns.max[column] as number, 0)
    columns.min[column] = Math.min(columns.min[column] as number, 0)
  }
}

function foldColumn(
  columns: PeakColumns,
  column: number,
  channels: readonly Float32Array[],
  from: number,
  to: number,
): void {
  let high = Number.NEGATIVE_INFINITY
  let low = Number.POSITIVE_INFINITY
  for (const samples of channels) {
    for (let index = from; index < to; index += 1) {
      const sample = samples[index] as number
      if (sample > high) high = sample
      if (sample < low) low = sample
    }
  }
  if (high < low) return
  columns.max[column] = Math.max(columns.max[column] as number, signedByte(high))
  columns.min[column] = Math.min(columns.min[column] as number, signedByte(low))
}

/**
 * Takes interleaved 16-bit samples into base columns, `channels` at a time from sample `firstSample` on, as `foldSamples`
 * does. Samples outside the columns are dropped.
 */
export function foldPcm(
  columns: PeakColumns,
  firstSample: number,
  sampleRate: number,
  samples: Int16Array,
  channels: number,
): ColumnRange {
  const length = Math.floor(samples.length / channels)
  const { start, end } = columnsOfSamples(firstSample, firstSample + length, sampleRate)
  const last = Math.min(end, columns.max.length)
  for (let column = Math.max(0, start); column < last; column += 1) {
    const from = Math.max(0, Math.ceil((column * sampleRate) / columnsPerSecond) - firstSample)
    const to = Math.min(length, Math.ceil(((column + 1) * sampleRate) / columnsPerSecond) - firstSample)
    if (to <= from) continue
    let high = -32_768
    let low = 32_767
    for (let index = from * channels; index < to * channels; index += 1) {
      const sample = samples[index] as number
      if (sample > high) high = sample
      if (sample < low) low = sample
    }
    columns.max[column] = Math.max(columns.max[column] as number, signedByte(high / 32_768))
    columns.min[column] = Math.min(columns.min[column] as number, signedByte(low / 32_768))
  }
  return { start: Math.max(0, start), end: Math.max(Math.max(0, start), last) }
}

function signedByte(sample: number): number {
  return Math.round(Math.min(1, Math.max(-1, sample)) * 127)
}

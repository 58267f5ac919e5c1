import type { FrameRate } from '../time/frameRate.ts'
import {
  type ColumnRange,
  columnsPerSecond,
  foldSamples,
  mergeColumn,
  missingColumns,
  type PeakColumns,
  type SampleBlock,
} from './peakColumns.ts'

/**
 * The shape of a film's sound at every zoom: `levels[0]` has `columnsPerSecond`, each further level half as many, down to
 * one column. The arrays are filled in place while the sound is analysed. Two hours take 29 MB.
 */
export type Peaks = { readonly levels: readonly PeakColumns[] }

/** A window of whole pixels: pixel i shows the columns from `originColumn` + i · `columnsPerPixel` to those of pixel i + 1. */
export type PixelWindow = {
  /** Counted from the origin and not from the window, so that panning never regroups columns. */
  readonly firstPixel: number
  readonly pixelCount: number
  readonly columnsPerPixel: number
  /** The column, as a real number, at the left edge of pixel 0. */
  readonly originColumn: number
}

/** Base columns that this many seconds of sound need. */
export function columnsOfSeconds(seconds: number): number {
  return Math.ceil(seconds * columnsPerSecond)
}

/** Peaks of which nothing is analysed yet, for this many seconds of sound. */
export function createPeaks(durationSeconds: number): Peaks {
  return { levels: withCoarserLevels(missingColumns(columnsOfSeconds(durationSeconds))) }
}

/** Peaks over base columns that exist already; the arrays are kept, not copied. */
export function pyramidOf(base: PeakColumns): Peaks {
  const peaks = { levels: withCoarserLevels(base) }
  refreshAbove(peaks, { start: 0, end: base.max.length })
  return peaks
}

function withCoarserLevels(base: PeakColumns): readonly PeakColumns[] {
  const levels = [base]
  for (let count = base.max.length; count > 1; ) {
    count = Math.ceil(count / 2)
    levels.push(missingColumns(count))
  }
  return levels
}

/** Number of base columns. */
export function columnCount(peaks: Peaks): number {
  return baseOf(peaks).max.length
}

/** Takes in a block of samples, placed by its own time, and says which base columns it touched. */
export function addBlock(peaks: Peaks, block: SampleBlock): ColumnRange {
  return refreshAbove(peaks, foldSamples(baseOf(peaks), block))
}

/** Takes in base columns analysed elsewhere, from column `first` on, and says which lay inside. */
export function addColumns(peaks: Peaks, first: number, columns: PeakColumns): ColumnRange {
  const base = baseOf(peaks)
  const range = within(peaks, { start: first, end: first + columns.max.length })
  for (let column = range.start; column < range.end; column += 1) {
    mergeColumn(base, column, columns, column - first)
  }
  return refreshAbove(peaks, range)
}

/** The base column, as a real number, at file frame `frame`; the picture's first frame is presented at `pictureStart` seconds. */
export function columnAtFrame(frame: number, rate: FrameRate, pictureStart: number): number {
  return ((frame * rate.den) / rate.num + pictureStart) * columnsPerSecond
}

/**
 * One column per pixel, read from the coarsest level that still has a column for each, so that no pixel looks at more
 * than three. A pixel shows all of every column it touches; outside the sound everything is missing.
 */
export function columnsFor(peaks: Peaks, window: PixelWindow): PeakColumns {
  const { firstPixel, pixelCount, columnsPerPixel, originColumn } = window
  const depth = levelFor(peaks, columnsPerPixel)
  const level = peaks.levels[depth] as PeakColumns
  const perPixel = columnsPerPixel / 2 ** depth
  const origin = originColumn / 2 ** depth
  const shown = missingColumns(pixelCount)
  for (let pixel = 0; pixel < pixelCount; pixel += 1) {
    const left = origin + (firstPixel + pixel) * perPixel
    const start = Math.floor(left)
    const end = Math.max(start + 1, Math.ceil(origin + (firstPixel + pixel + 1) * perPixel))
    for (let column = Math.max(0, start); column < end; column += 1) mergeColumn(shown, pixel, level, column)
  }
  return shown
}

/** Index of the coarsest level that has at least one column per pixel. */
function levelFor(peaks: Peaks, columnsPerPixel: number): number {
  let depth = 0
  while (depth + 1 < peaks.levels.length && 2 ** (depth + 1) <= columnsPerPixel) depth += 1
  return depth
}

function baseOf(peaks: Peaks): PeakColumns {
  return peaks.levels[0] as PeakColumns
}

function within(peaks: Peaks, { start, end }: ColumnRange): ColumnRange {
  const first = Math.max(0, start)
  return { start: first, end: Math.max(first, Math.min(end, columnCount(peaks))) }
}

/** Brings every coarser level up to date over a range of base columns that changed; returns the range. */
function refreshAbove(peaks: Peaks, changed: ColumnRange): ColumnRange {
  let { start, end } = changed
  for (let depth = 1; depth < peaks.levels.length && start < end; depth += 1) {
    const finer = peaks.levels[depth - 1] as PeakColumns
    const coarser = peaks.levels[depth] as PeakColumns
    start = Math.floor(start / 2)
    end = Math.ceil(end / 2)
    for (let column = start; column < end; column += 1) {
      mergeColumn(coarser, column, finer, 2 * column)
      mergeColumn(coarser, column, finer, 2 * column + 1)
    }
  }
  return changed
}

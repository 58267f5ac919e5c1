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
export type Peaks = {
  readonly levels: readonly PeakColumns[]
  /** What samples taken here and there let expect, spread evenly over the whole sound; never mixed with what was measured. */
  readonly estimate: PeakColumns
  /** Index of the finest level that is filled in; above 0 only while kept peaks are being loaded. */
  finest: number
}

/** Columns of the estimate. */
export const estimateColumns = 1024

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
  return peaksOver(missingColumns(columnsOfSeconds(durationSeconds)))
}

function peaksOver(base: PeakColumns): Peaks {
  return { levels: withCoarserLevels(base), estimate: missingColumns(estimateColumns), finest: 0 }
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

/** Takes in one level of kept peaks as a whole; levels arrive from the coarsest to the finest. */
export function addLevel(peaks: Peaks, depth: number, columns: PeakColumns): void {
  const level = peaks.levels[depth]
  if (!level || level.max.length !== columns.max.length) return
  level.max.set(columns.max)
  level.min.set(columns.min)
  peaks.finest = depth
}

/** Puts what a sample showed in place of the estimate around it, over columns `first` up to `end` of the estimate. */
export function addEstimate(peaks: Peaks, first: number, end: number, max: number, min: number): void {
  peaks.estimate.max.fill(max, first, end)
  peaks.estimate.min.fill(min, first, end)
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
  const depth = levelFor(peaks, window.columnsPerPixel)
  return underPixels(peaks.levels[depth] as PeakColumns, window, 2 ** depth)
}

/** What the estimate says of each pixel; everything is missing where it says nothing. */
export function estimatesFor(peaks: Peaks, window: PixelWindow): PeakColumns {
  return underPixels(peaks.estimate, window, Math.max(1, columnCount(peaks)) / estimateColumns)
}

/** The columns under each pixel, each of them `wide` base columns wide. */
function underPixels(level: PeakColumns, window: PixelWindow, wide: number): PeakColumns {
  const { firstPixel, pixelCount } = window
  const perPixel = window.columnsPerPixel / wide
  const origin = window.originColumn / wide
  const shown = missingColumns(pixelCount)
  for (let pixel = 0; pixel < pixelCount; pixel += 1) {
    const left = origin + (firstPixel + pixel) * perPixel
    const start = Math.floor(left)
    const end = Math.max(start + 1, Math.ceil(origin + (firstPixel + pixel + 1) * perPixel))
    for (let column = Math.max(0, start); column < end; column += 1) mergeColumn(shown, pixel, level, column)
  }
  return shown
}

/** Index of the coarsest level that has at least one column per pixel, or of the finest that is there. */
function levelFor(peaks: Peaks, columnsPerPixel: number): number {
  let depth = Math.min(peaks.finest, peaks.levels.length - 1)
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

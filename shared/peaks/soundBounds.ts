import type { FrameRate } from '../time/frameRate.ts'
import { type Frames, frames } from '../time/frames.ts'
import { type ColumnRange, columnsPerSecond, isMissing, type PeakColumns } from './peakColumns.ts'

/** What counts as sound: how loud it is, in dB below full scale (negative), and for how many seconds it, or a pause, lasts. */
export type SoundThreshold = { readonly decibels: number; readonly holdSeconds: number }

/** Where sound begins and ends in a stretch of base columns; or why that cannot be said. */
export type SoundBounds = ColumnRange | 'silent' | 'missing'

/**
 * Where sound begins and where it ends for the last time within a stretch of base columns. Pauses shorter than the hold
 * time belong to the sound, and sounds shorter than it are passed over as clicks. Only what has to be looked at has to be
 * analysed: from either end up to the sound.
 */
export function soundBounds(
  columns: PeakColumns,
  range: ColumnRange,
  threshold: SoundThreshold,
): SoundBounds {
  const level = 127 * 10 ** (threshold.decibels / 20)
  const hold = Math.max(1, Math.round(threshold.holdSeconds * columnsPerSecond))
  const start = firstRun(columns, range.start, range.end, 1, level, hold)
  if (typeof start !== 'number') return start
  const last = firstRun(columns, range.end - 1, range.start - 1, -1, level, hold)
  return typeof last === 'number' ? { start, end: last + 1 } : last
}

/** The first column of the first sound met on the way from one column to before another. */
function firstRun(
  columns: PeakColumns,
  from: number,
  to: number,
  step: 1 | -1,
  level: number,
  hold: number,
): number | 'silent' | 'missing' {
  let start: number | null = null
  let latest = from
  for (let column = from; column !== to; column += step) {
    if (isMissing(columns, column)) return 'missing'
    const loudness = Math.max(columns.max[column] ?? 0, -(columns.min[column] ?? 0))
    if (loudness < level) {
      if (start !== null && Math.abs(column - latest) >= hold) start = null
      continue
    }
    start ??= column
    latest = column
    if (Math.abs(column - start) + 1 >= hold) return start
  }
  return 'silent'
}

/**
 * The file frames that hold a stretch of base columns whole: the frame that is on screen as it begins, and the first frame
 * after it. The picture's first frame is presented at `pictureStart` seconds.
 */
export function framesHolding(
  { start, end }: ColumnRange,
  rate: FrameRate,
  pictureStart: number,
): { readonly start: Frames; readonly end: Frames } {
  const frameAt = (column: number) => ((column / columnsPerSecond - pictureStart) * rate.num) / rate.den
  // A thousandth of a frame forgives what is lost in dividing.
  return {
    start: frames(Math.floor(frameAt(start) + 0.001)),
    end: frames(Math.ceil(frameAt(end) - 0.001)),
  }
}

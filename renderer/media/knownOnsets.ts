import { type ColumnRange, isMissing, type PeakColumns } from '../../shared/peaks/peakColumns.ts'
import { columnCount, type Peaks } from '../../shared/peaks/peaks.ts'
import { onsetMargin } from '../../shared/peaks/peaksOnsets.ts'
import type { FindOnsets } from './onsetsSource.ts'

/** Columns that are analysed at a time. */
const pieceLength = 8192
/** Columns of a range beyond which nobody looks for single onsets. */
const longestRange = 240_000

/** The onsets of sounds as far as they were asked for; what is asked for is there a moment later. */
export class KnownOnsets {
  readonly #find: FindOnsets
  /** By piece; null while it is being analysed. */
  readonly #pieces = new WeakMap<Peaks, Map<number, readonly number[] | null>>()

  constructor(find: FindOnsets) {
    this.#find = find
  }

  /** The columns of a range in which sound sets in, in order, as far as they are known. */
  within(peaks: Peaks, { start, end }: ColumnRange): readonly number[] {
    const from = Math.max(0, Math.floor(start))
    const to = Math.min(columnCount(peaks), Math.ceil(end))
    if (to <= from || to - from > longestRange) return []
    const found: number[] = []
    const last = Math.floor((to - 1) / pieceLength)
    for (let piece = Math.floor(from / pieceLength); piece <= last; piece += 1) {
      for (const onset of this.#piece(peaks, piece) ?? []) if (onset >= from && onset < to) found.push(onset)
    }
    return found
  }

  #piece(peaks: Peaks, piece: number): readonly number[] | null {
    const pieces = this.#pieces.get(peaks) ?? new Map<number, readonly number[] | null>()
    this.#pieces.set(peaks, pieces)
    const known = pieces.get(piece)
    if (known !== undefined) return known
    const start = piece * pieceLength
    const from = Math.max(0, start - onsetMargin)
    const columns = measured(peaks, from, start + pieceLength + onsetMargin)
    if (!columns) return null
    pieces.set(piece, null)
    void this.#find(columns, from === 0).then((onsets) => {
      const inside = onsets.map((onset) => onset + from)
      pieces.set(
        piece,
        inside.filter((onset) => onset >= start && onset < start + pieceLength),
      )
    })
    return null
  }
}

/** A copy of base columns; null while one of them is not analysed. */
function measured(peaks: Peaks, from: number, to: number): PeakColumns | null {
  const [base] = peaks.levels
  if (!base || peaks.finest > 0) return null
  const columns = { max: base.max.slice(from, to), min: base.min.slice(from, to) }
  return columns.max.some((_, column) => isMissing(columns, column)) ? null : columns
}

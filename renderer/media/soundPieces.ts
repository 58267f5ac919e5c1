import { type ColumnRange, columnsPerSecond } from '../../shared/peaks/peakColumns.ts'

/** Columns of one piece of work: long enough that starting it costs little, short enough to be soon at the next. */
export const pieceColumns = 30 * columnsPerSecond

/** What is still to be analysed, in pieces that are handed out from a place outwards. */
export type SoundPieces = {
  /** The piece nearest to column `near`, the later of two as near; undefined when all are handed out. */
  readonly takeNearest: (near: number) => ColumnRange | undefined
}

/** Cuts what is missing into pieces at whole multiples of their length. */
export function soundPieces(missing: readonly ColumnRange[]): SoundPieces {
  const left = missing.flatMap(({ start, end }) => {
    const pieces: ColumnRange[] = []
    for (let from = start; from < end; ) {
      const to = Math.min(end, (Math.floor(from / pieceColumns) + 1) * pieceColumns)
      pieces.push({ start: from, end: to })
      from = to
    }
    return pieces
  })
  return {
    takeNearest: (near) => {
      let best = -1
      let bestDistance = Number.POSITIVE_INFINITY
      left.forEach(({ start, end }, index) => {
        const distance = near < start ? start - near : near >= end ? near - end + 1 : 0
        if (distance > bestDistance) return
        best = index
        bestDistance = distance
      })
      return left.splice(best, best < 0 ? 0 : 1)[0]
    },
  }
}

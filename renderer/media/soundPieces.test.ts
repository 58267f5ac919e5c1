import { expect, it } from 'vitest'
import type { ColumnRange } from '../../shared/peaks/peakColumns.ts'
import { pieceColumns, soundPieces } from './soundPieces.ts'

const piece = (index: number): ColumnRange => ({
  start: index * pieceColumns,
  end: (index + 1) * pieceColumns,
})

it('are handed out from a place outwards, until there are none', () => {
  const pieces = soundPieces([{ start: 0, end: 5 * pieceColumns }])
  const near = 2.4 * pieceColumns
  expect(Array.from({ length: 6 }, () => pieces.takeNearest(near))).toEqual([
    piece(2),
    piece(1),
    piece(3),
    piece(0),
    piece(4),
    undefined,
  ])
})

it('follow a place that moves meanwhile', () => {
  const pieces = soundPieces([{ start: 0, end: 100 * pieceColumns }])
  expect(pieces.takeNearest(0)).toEqual(piece(0))
  expect(pieces.takeNearest(80.5 * pieceColumns)).toEqual(piece(80))
  expect(pieces.takeNearest(80.6 * pieceColumns)).toEqual(piece(81))
})

it('cover exactly what is missing', () => {
  const missing = [
    { start: 10, end: pieceColumns + 20 },
    { start: 3 * pieceColumns, end: 3 * pieceColumns + 1 },
  ]
  const pieces = soundPieces(missing)
  const taken = [pieces.takeNearest(0), pieces.takeNearest(0), pieces.takeNearest(0), pieces.takeNearest(0)]
  expect(taken).toEqual([
    { start: 10, end: pieceColumns },
    { start: pieceColumns, end: pieceColumns + 20 },
    { start: 3 * pieceColumns, end: 3 * pieceColumns + 1 },
    undefined,
  ])
})

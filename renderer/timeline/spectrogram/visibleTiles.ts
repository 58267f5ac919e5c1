import type { PixelWindow } from '../../../shared/peaks/peaks.ts'
import { coarsestDepth, finestDepth, type TileName, tileColumns } from '../../media/spectrumMessages.ts'

/** The depth whose columns are just as fine as the pixels of a window. */
export function depthFor({ columnsPerPixel }: PixelWindow): number {
  const depth = Math.floor(Math.log2(columnsPerPixel))
  return Math.min(coarsestDepth, Math.max(finestDepth, depth))
}

/** The tiles under a window of a sound of so many base columns, those in its middle first. */
export function visibleTiles(window: PixelWindow, columns: number): readonly TileName[] {
  const depth = depthFor(window)
  const wide = tileColumns * 2 ** depth
  const { originColumn, firstPixel, pixelCount, columnsPerPixel } = window
  const left = Math.max(0, originColumn + firstPixel * columnsPerPixel)
  const right = Math.min(columns, originColumn + (firstPixel + pixelCount) * columnsPerPixel)
  const tiles: TileName[] = []
  for (let index = Math.floor(left / wide); index * wide < right; index += 1) tiles.push({ depth, index })
  const middle = (left + right) / 2 / wide - 0.5
  return tiles.sort((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle))
}

/** The pixels of a window that a tile covers, as whole ones, so that neighbours meet; `end` excluded. */
export function pixelsOfTile(
  { depth, index }: TileName,
  window: PixelWindow,
): readonly [start: number, end: number] {
  const pixelAt = (column: number) =>
    Math.round((column - window.originColumn) / window.columnsPerPixel) - window.firstPixel
  const wide = tileColumns * 2 ** depth
  return [pixelAt(index * wide), pixelAt((index + 1) * wide)]
}

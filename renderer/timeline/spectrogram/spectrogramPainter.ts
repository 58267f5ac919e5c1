import type { PixelWindow } from '../../../shared/peaks/peaks.ts'
import type { SoundPlace } from '../../media/soundMessages.ts'
import type { TileName } from '../../media/spectrumMessages.ts'
import { canvasSize } from '../canvasSize.ts'
import { freshContext, paintOutside } from '../detailPainter.ts'
import { type LaneScene, paintUnknown } from '../soundLanes/lanePainter.ts'
import { type LanePiece, pixelsUnder } from '../soundLanes/lanePieces.ts'
import type { SoundTiles } from './soundTiles.ts'
import { depthFor, pixelsOfTile, visibleTiles } from './visibleTiles.ts'

/** Draws what is known of the spectrogram, stretched where the zoom has changed since; the rest is hatched. */
export function paintSpectrogram(
  canvas: HTMLCanvasElement,
  pieces: readonly LanePiece[],
  tilesOf: (place: SoundPlace) => SoundTiles | undefined,
  scene: LaneScene,
  theme: 'dark' | 'light',
): void {
  const context = freshContext(canvas)
  if (!context) return
  const { height } = canvas
  for (const { part, window, left } of pieces) {
    context.save()
    context.setTransform(1, 0, 0, 1, left, 0)
    const [start, end] = pixelsUnder(window, part.columns)
    context.beginPath()
    context.rect(start, 0, Math.max(0, end - start), height)
    context.clip()
    paintUnknown(context, height, window, part.columns, scene.colours.missing)
    const tiles = part.place && tilesOf(part.place)
    if (tiles && part.columns !== null) {
      for (const tile of tilesToPaint(tiles, window, part.columns)) {
        const [from, to] = pixelsOfTile(tile, window)
        const picture = tiles.picture(tile, theme)
        if (picture) context.drawImage(picture, from, 0, to - from, height)
      }
    }
    context.restore()
  }
  paintOutside(context, scene, canvasSize(canvas).height)
}

/** Of other depths only the tiles under a wanted one that is not there; then the wanted ones. */
function tilesToPaint(tiles: SoundTiles, window: PixelWindow, columns: number): readonly TileName[] {
  const wanted = visibleTiles(window, columns)
  const gaps = wanted.filter((tile) => !tiles.has([tile])).map((tile) => pixelsOfTile(tile, window))
  const below = gaps.length === 0 ? [] : tiles.others(depthFor(window))
  const filling = below.filter((tile) => {
    const [from, to] = pixelsOfTile(tile, window)
    return to > from && gaps.some(([start, end]) => from < end && to > start)
  })
  return [...filling, ...wanted]
}

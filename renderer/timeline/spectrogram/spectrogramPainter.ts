import type { PixelWindow } from '../../../shared/peaks/peaks.ts'
import type { SoundPlace } from '../../media/soundMessages.ts'
import { freshContext, paintOutside } from '../detailPainter.ts'
import { type LaneScene, paintUnknown } from '../soundLanes/lanePainter.ts'
import { type LanePiece, pixelsUnder } from '../soundLanes/lanePieces.ts'
import type { SoundTiles } from './soundTiles.ts'
import { depthFor, pixelsOfTile } from './visibleTiles.ts'

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
    if (tiles) paintTiles(context, height, tiles, window, theme)
    context.restore()
  }
  paintOutside(context, scene, canvas.clientHeight)
}

function paintTiles(
  context: CanvasRenderingContext2D,
  height: number,
  tiles: SoundTiles,
  window: PixelWindow,
  theme: 'dark' | 'light',
): void {
  for (const tile of tiles.all(depthFor(window))) {
    const [from, to] = pixelsOfTile(tile, window)
    if (to <= 0 || from >= window.pixelCount || to <= from) continue
    const picture = tiles.picture(tile, theme)
    if (picture) context.drawImage(picture, from, 0, to - from, height)
  }
}

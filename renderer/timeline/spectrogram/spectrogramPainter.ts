import type { PixelWindow } from '../../../shared/peaks/peaks.ts'
import type { SoundPlace } from '../../media/soundMessages.ts'
import { freshContext, paintOutside, partView, visibleReels } from '../detailPainter.ts'
import { peaksWindow } from '../peaksPainter.ts'
import { type LaneScene, paintUnknown, pixelsUnder, soundPlace } from '../soundLanes/lanePainter.ts'
import type { SoundLane } from '../soundLanes/soundLane.ts'
import type { SoundTiles } from './soundTiles.ts'
import { depthFor, pixelsOfTile } from './visibleTiles.ts'

/** The sound of one visible reel, and the device pixels under which it lies. */
export type SpectrogramPart = {
  readonly place: SoundPlace | null
  readonly window: PixelWindow
  readonly columns: number | null
  /** Device pixels from the lane's left edge to the window's. */
  readonly left: number
}

/** What of a lane's sound shows. */
export function spectrogramParts(lane: SoundLane, scene: LaneScene): readonly SpectrogramPart[] {
  return visibleReels(scene).flatMap((entry): SpectrogramPart[] => {
    const part = lane.parts.get(entry.reel.id)
    const shown = partView(scene.view, entry)
    if (!part || !shown) return []
    const window = peaksWindow(shown.view, soundPlace(entry, part, scene), devicePixelRatio)
    const left = Math.round(shown.x * devicePixelRatio)
    return [{ place: part.place, window, columns: part.columns, left }]
  })
}

/** Draws what is known of the spectrogram, stretched where the zoom has changed since; the rest is hatched. */
export function paintSpectrogram(
  canvas: HTMLCanvasElement,
  parts: readonly SpectrogramPart[],
  tilesOf: (place: SoundPlace) => SoundTiles | undefined,
  scene: LaneScene,
  theme: 'dark' | 'light',
): void {
  const context = freshContext(canvas)
  if (!context) return
  const height = canvas.height
  for (const { place, window, columns, left } of parts) {
    context.save()
    context.setTransform(1, 0, 0, 1, left, 0)
    const [start, end] = pixelsUnder(window, columns)
    context.beginPath()
    context.rect(start, 0, Math.max(0, end - start), height)
    context.clip()
    paintUnknown(context, height, window, columns, scene.colours.missing)
    const tiles = place && tilesOf(place)
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

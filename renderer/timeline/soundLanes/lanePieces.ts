import type { ProductionDocument } from '../../../shared/model/document.ts'
import type { PixelWindow } from '../../../shared/peaks/peaks.ts'
import type { Axis, AxisReel } from '../axis.ts'
import { peaksWindow, type SoundPlace } from '../peaksPainter.ts'
import { partView, visibleReels } from '../reelParts.ts'
import type { Viewport } from '../viewport.ts'
import type { LanePart, SoundLane } from './soundLane.ts'

/** Which stretch of which production shows. */
export type LaneView = {
  readonly view: Viewport
  readonly axis: Axis
  readonly document: ProductionDocument
  /** Seconds at which the loaded film presents its first picture. */
  readonly pictureStart: number
}

/** A lane's sound in one visible reel. */
export type LanePiece = {
  readonly part: LanePart
  /** The base columns under the reel's device pixels. */
  readonly window: PixelWindow
  /** Device pixels from the lane's left edge to the window's. */
  readonly left: number
}

/** What of a lane's sound shows, reel by reel. */
export function lanePieces(lane: SoundLane, scene: LaneView): readonly LanePiece[] {
  return visibleReels(scene).flatMap((entry): LanePiece[] => {
    const part = lane.parts.get(entry.reel.id)
    const shown = partView(scene.view, entry)
    if (!part || !shown) return []
    const window = peaksWindow(shown.view, soundPlace(entry, part, scene), devicePixelRatio)
    return [{ part, window, left: Math.round(shown.x * devicePixelRatio) }]
  })
}

/** The pixels of a window under which a sound of so many base columns lies; all of them where its length is not known. */
export function pixelsUnder(
  window: PixelWindow,
  columns: number | null,
): readonly [start: number, end: number] {
  if (columns === null) return [0, window.pixelCount]
  const { firstPixel, pixelCount, columnsPerPixel, originColumn } = window
  const start = Math.floor(-originColumn / columnsPerPixel) - firstPixel
  const end = Math.ceil((columns - originColumn) / columnsPerPixel) - firstPixel
  return [Math.max(0, start), Math.min(pixelCount, end)]
}

function soundPlace({ reel }: AxisReel, part: LanePart, { document, pictureStart }: LaneView): SoundPlace {
  return {
    rate: document.production.rate,
    startFrame: reel.media?.startFrame ?? reel.programme.start,
    pictureStart: part.secondAtOrigin ?? pictureStart,
  }
}

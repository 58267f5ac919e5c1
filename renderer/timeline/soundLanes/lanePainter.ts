import { columnAtFrame, type Peaks, type PixelWindow } from '../../../shared/peaks/peaks.ts'
import type { OpenWork, Session } from '../../store/session.ts'
import type { AxisReel } from '../axis.ts'
import {
  type DetailScene,
  freshContext,
  paintFrames,
  paintOutside,
  partView,
  visibleReels,
} from '../detailPainter.ts'
import { hatch, paintPeaks, peaksWindow, type SoundPlace } from '../peaksPainter.ts'
import { timelineColours } from '../timelineColours.ts'
import type { LanePart, SoundLane } from './soundLane.ts'

/** What a lane's canvas shows. */
export type LaneScene = Omit<DetailScene, 'peaksOf'> & {
  readonly peaksOf: (path: string, stream?: number) => Peaks | undefined
  /** How much taller than full scale the wave is drawn. */
  readonly gain: number
}

/** What every lane is drawn with. */
export function laneScene(session: Session, work: OpenWork): LaneScene {
  return {
    view: session.timeline.view.value,
    axis: session.timeline.axis.value,
    document: work.documents.state.value.preview,
    peaksOf: (path, stream) => session.peaks.of(path, stream),
    pictureStart: session.transport.pictureStart,
    colours: timelineColours(),
    gain: 1,
  }
}

/** Draws one lane: its sound in each visible reel as in the waveform of the mix, hatched where nothing is known of it yet. */
export function paintLane(canvas: HTMLCanvasElement, lane: SoundLane, scene: LaneScene): void {
  const context = freshContext(canvas)
  if (!context) return
  const height = canvas.clientHeight
  paintFrames(context, scene, height)
  for (const entry of visibleReels(scene)) {
    const part = lane.parts.get(entry.reel.id)
    const shown = partView(scene.view, entry)
    if (!part || !shown) continue
    context.save()
    context.setTransform(1, 0, 0, 1, Math.round(shown.x * devicePixelRatio), 0)
    const window = peaksWindow(shown.view, soundPlace(entry, part, scene), devicePixelRatio)
    paintPart(context, height * devicePixelRatio, part, window, scene)
    context.restore()
  }
  paintOutside(context, scene, height)
}

/** Where a lane's sound lies in a reel. */
export function soundPlace(
  { reel }: AxisReel,
  { secondAtOrigin }: LanePart,
  { document, pictureStart }: Pick<DetailScene, 'document' | 'pictureStart'>,
): SoundPlace {
  return {
    rate: document.production.rate,
    startFrame: reel.media?.startFrame ?? reel.programme.start,
    pictureStart: secondAtOrigin ?? pictureStart,
  }
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

/** Hatches the pixels of a window about which nothing is known. */
export function paintUnknown(
  context: CanvasRenderingContext2D,
  height: number,
  window: PixelWindow,
  columns: number | null,
  colour: string,
): void {
  const [start, end] = pixelsUnder(window, columns)
  if (end <= start) return
  context.strokeStyle = colour
  context.lineWidth = 1
  context.beginPath()
  hatch(context, height, start, end, window.firstPixel)
  context.stroke()
}

/** Seconds that a stretch of frames lasts. */
export function secondsOf(frameCount: number, { document }: Pick<DetailScene, 'document'>): number {
  return columnAtFrame(frameCount, document.production.rate, 0) / 1000
}

function paintPart(
  context: CanvasRenderingContext2D,
  height: number,
  part: LanePart,
  window: PixelWindow,
  { peaksOf, colours, gain }: LaneScene,
): void {
  const peaks = peaksOf(part.path, part.stream)
  if (!peaks) {
    paintUnknown(context, height, window, part.columns, colours.missing)
    return
  }
  const { wave, estimate, missing } = colours
  paintPeaks(context, height, peaks, window, { wave, estimate, missing, gain })
}

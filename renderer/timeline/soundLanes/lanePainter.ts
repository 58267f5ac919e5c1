import type { Peaks, PixelWindow } from '../../../shared/peaks/peaks.ts'
import type { OpenWork, Session } from '../../store/session.ts'
import { canvasSize } from '../canvasSize.ts'
import {
  type DetailScene,
  freshContext,
  loudestInSight,
  paintFrames,
  paintOutside,
} from '../detailPainter.ts'
import { hatch, paintPeaks } from '../peaksPainter.ts'
import { shownGain } from '../shownGain.ts'
import { timelineColours } from '../timelineColours.ts'
import { lanePieces, pixelsUnder } from './lanePieces.ts'
import type { LanePart, SoundLane } from './soundLane.ts'

/** What a lane's canvas shows. */
export type LaneScene = Omit<DetailScene, 'peaksOf'> & {
  readonly peaksOf: (path: string, stream?: number) => Peaks | undefined
  /** How many times taller than full scale the wave is drawn. */
  readonly gain: number
}

/** What every lane is drawn with. */
export function laneScene(session: Session, work: OpenWork): LaneScene {
  const scene = {
    view: session.timeline.view.value,
    axis: session.timeline.axis.value,
    document: work.documents.state.value.preview,
    peaksOf: (path: string, stream?: number) => session.peaks.of(path, stream),
    pictureStart: session.transport.pictureStart,
    colours: timelineColours(),
  }
  return { ...scene, gain: shownGain(session, () => loudestInSight(scene)) }
}

/** Draws one lane: its sound in each visible reel as in the waveform of the mix, hatched where nothing is known of it yet. */
export function paintLane(canvas: HTMLCanvasElement, lane: SoundLane, scene: LaneScene): void {
  const context = freshContext(canvas)
  if (!context) return
  const { height } = canvasSize(canvas)
  paintFrames(context, scene, height)
  for (const { part, window, left } of lanePieces(lane, scene)) {
    context.save()
    context.setTransform(1, 0, 0, 1, left, 0)
    paintPart(context, height * devicePixelRatio, part, window, scene)
    context.restore()
  }
  paintOutside(context, scene, height)
}

/** Hatches the pixels of a window about which nothing is known, where its sound of so many base columns lies. */
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

import type { CueId } from '../../shared/model/ids.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import type { Axis } from './axis.ts'
import { canvasSize } from './canvasSize.ts'
import { freshContext } from './detailPainter.ts'
import type { OverviewBar } from './overviewBars.ts'
import { barLook, type OverviewColour } from './overviewColours.ts'
import { rootColours } from './rootColours.ts'

/** What the overview shows of the cues. */
export type OverviewCues = {
  readonly axis: Axis
  readonly bars: readonly OverviewBar[]
  readonly useOf: { readonly get: (id: CueId) => CueUse | undefined }
  readonly by: OverviewColour
}

/** CSS px of the strip at the foot in which the cues are drawn. */
const barsHeight = 10

/** Draws the cues as bars at the overview's foot, and a line where each reel but the first begins. */
export function paintOverview(canvas: HTMLCanvasElement, { axis, bars, useOf, by }: OverviewCues): void {
  const context = freshContext(canvas)
  if (!context) return
  const colourOf = rootColours()
  const { width: wide, height } = canvasSize(canvas)
  const from = height - barsHeight - 1
  let drawnIn = ''
  for (const { cue, x, width } of bars) {
    const { colour, top, bottom } = barLook(by, cue, useOf.get(cue.id))
    if (colour !== drawnIn) context.fillStyle = colourOf(colour)
    drawnIn = colour
    context.fillRect(x, from + top * barsHeight, width, (bottom - top) * barsHeight)
  }
  context.fillStyle = colourOf('--text-dim')
  const scale = wide / Math.max(1, axis.length)
  for (const { offset } of axis.reels.slice(1)) context.fillRect(Math.round(offset * scale), 0, 1, height)
}

import type { CueId } from '../../shared/model/ids.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import type { Axis } from './axis.ts'
import type { CueItem } from './cueItems.ts'
import { freshContext } from './detailPainter.ts'
import type { Placed } from './lanes.ts'
import { barLook, type OverviewColour } from './overviewColours.ts'

/** What the overview shows of the cues. */
export type OverviewBars = {
  readonly axis: Axis
  readonly placed: readonly Placed<CueItem>[]
  readonly useOf: ReadonlyMap<CueId, CueUse>
  readonly by: OverviewColour
}

/** CSS px of the strip at the foot in which the cues are drawn. */
const barsHeight = 10
const leastWidth = 1.5

/** Draws the cues as bars at the overview's foot, and a line where each reel but the first begins. */
export function paintBars(canvas: HTMLCanvasElement, { axis, placed, useOf, by }: OverviewBars): void {
  const context = freshContext(canvas)
  if (!context) return
  const colours = new Map<string, string>()
  const style = getComputedStyle(document.documentElement)
  const colourOf = (name: string): string => {
    const known = colours.get(name)
    if (known !== undefined) return known
    const read = style.getPropertyValue(name).trim()
    colours.set(name, read)
    return read
  }
  const { clientWidth, clientHeight } = canvas
  const scale = clientWidth / Math.max(1, axis.length)
  const from = clientHeight - barsHeight - 1
  for (const { item } of placed) {
    const look = barLook(by, item.cue, useOf.get(item.cue.id))
    context.fillStyle = colourOf(look.colour)
    const width = Math.max(leastWidth, (item.end - item.start) * scale)
    context.fillRect(
      item.start * scale,
      from + look.top * barsHeight,
      width,
      (look.bottom - look.top) * barsHeight,
    )
  }
  context.fillStyle = colourOf('--text-dim')
  for (const { offset } of axis.reels.slice(1))
    context.fillRect(Math.round(offset * scale), 0, 1, clientHeight)
}

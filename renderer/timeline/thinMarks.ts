import type { CueId } from '../../shared/model/ids.ts'
import { canvasSize } from './canvasSize.ts'
import { freshContext } from './detailPainter.ts'
import { rootColours } from './rootColours.ts'
import type { TimelineScene } from './timelineScene.ts'

/** Draws the cues that are too thin for an element: hue of the type, a cap apart for an error, bars across for the selection. */
export function paintThin(
  canvas: HTMLCanvasElement,
  { visible, lanes }: TimelineScene,
  selected: ReadonlySet<CueId>,
): void {
  const context = freshContext(canvas)
  if (!context) return
  const colourOf = rootColours()
  const isForced = matchMedia('(forced-colors: active)').matches
  const pitch = canvasSize(canvas).height / Math.max(1, lanes.laneCount)
  const height = pitch - 3
  const cap = Math.max(3, Math.round(height / 4))
  for (const { item, lane, x, width } of visible.thin) {
    const top = lane * pitch
    const left = x / devicePixelRatio
    const wide = width / devicePixelRatio
    const hasCap = item.gravest === 'error'
    const begins = hasCap ? cap + 2 : 0
    context.globalAlpha = item.cue.state === 'active' ? 1 : 0.45
    context.fillStyle = isForced ? 'CanvasText' : colourOf(`--type-${item.cue.type}`)
    context.fillRect(left, top + begins, wide, height - begins)
    context.globalAlpha = 1
    if (hasCap) {
      context.fillStyle = isForced ? 'CanvasText' : colourOf('--error')
      context.fillRect(left, top, wide, cap)
    }
    if (!selected.has(item.cue.id)) continue
    context.fillStyle = isForced ? 'Highlight' : colourOf('--text')
    context.fillRect(left, top + height / 2 - 2, Math.max(2, wide), 4)
    context.fillRect(left, top + height - 3, Math.max(2, wide), 3)
  }
}

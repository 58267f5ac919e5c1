import type { CueId } from '../../shared/model/ids.ts'
import { freshContext } from './detailPainter.ts'
import type { TimelineScene } from './timelineScene.ts'

/** Share of the height of a mark that says by another colour at its top that something is wrong. */
const capShare = 0.25

let known: { readonly theme: string; readonly colours: ReadonlyMap<string, string> } | null = null

/** A colour of the present theme, read from the style sheet once. */
function colourOf(name: string): string {
  const theme = document.documentElement.dataset.theme ?? ''
  if (known?.theme !== theme) known = { theme, colours: new Map() }
  const read = known.colours.get(name)
  if (read !== undefined) return read
  const colour = getComputedStyle(document.documentElement).getPropertyValue(name).trim()
  known = { theme, colours: new Map([...known.colours, [name, colour]]) }
  return colour
}

/** Draws the cues that are too thin for an element: hue of the type, a notch for an error, a frame for the selection. */
export function paintThin(
  canvas: HTMLCanvasElement,
  { visible, lanes }: TimelineScene,
  selected: ReadonlySet<CueId>,
): void {
  const context = freshContext(canvas)
  if (!context) return
  const pitch = canvas.clientHeight / Math.max(1, lanes.laneCount)
  const height = pitch - 3
  const ratio = devicePixelRatio
  for (const { item, lane, x, width } of visible.thin) {
    const top = lane * pitch
    const left = x / ratio
    context.fillStyle = colourOf(`--type-${item.cue.type}`)
    context.globalAlpha = item.cue.state === 'active' ? 1 : 0.45
    context.fillRect(left, top, width / ratio, height)
    context.globalAlpha = 1
    if (item.gravest === 'error') {
      context.fillStyle = colourOf('--error')
      context.fillRect(left, top, width / ratio, height * capShare)
    }
    if (!selected.has(item.cue.id)) continue
    context.fillStyle = colourOf('--text')
    context.fillRect(left, top + height / 2 - 2, Math.max(2, width / ratio), 4)
    context.fillRect(left, top + height - 3, Math.max(2, width / ratio), 3)
  }
}

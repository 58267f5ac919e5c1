import type { AxisReel } from './axis.ts'
import { canvasSize } from './canvasSize.ts'
import { type DetailScene, freshContext } from './detailPainter.ts'
import { partView, visibleReels } from './reelParts.ts'
import { type RulerUnits, ticksOf } from './rulerUnits.ts'
import { devicePixelOf } from './viewport.ts'

/** Px between a reel's tag and what stands beside it. */
const tagGap = 6
const tagPadding = 5

/** Draws the ruler: each reel with its own labels, its name where it begins or at the left edge, and a line at each change. */
export function paintRuler(canvas: HTMLCanvasElement, scene: DetailScene, units: RulerUnits): void {
  const context = freshContext(canvas)
  if (!context) return
  const { colours } = scene
  const { width, height } = canvasSize(canvas)
  context.font = colours.font
  context.textBaseline = 'top'
  for (const entry of visibleReels(scene)) paintReel(context, scene, entry, units, height)
  context.fillStyle = colours.line
  context.fillRect(0, height - 1, width, 1)
}

function paintReel(
  context: CanvasRenderingContext2D,
  scene: DetailScene,
  entry: AxisReel,
  units: RulerUnits,
  height: number,
): void {
  const { view, axis, colours, document } = scene
  const part = partView(view, entry)
  if (!part) return
  context.save()
  context.beginPath()
  context.rect(part.x, 0, part.width, height)
  context.clip()
  const tagEnd = axis.reels.length > 1 ? paintTag(context, scene, entry, part, height) : part.x
  const { ticks } = ticksOf(part.view, entry, document.production.rate, units)
  for (const { frame, label } of ticks) {
    const onAxis = entry.offset + frame - entry.extent.start
    const x = devicePixelOf(view, onAxis, devicePixelRatio) / devicePixelRatio
    context.fillStyle = label ? colours.dim : colours.line
    context.fillRect(x, label ? height - 9 : height - 4, 1, 9)
    if (!label || x + 4 < tagEnd) continue
    context.fillStyle = colours.text
    context.fillText(label, x + 4, 4)
  }
  context.restore()
}

/** Draws the reel's name as a flag, and says where it ends. */
function paintTag(
  context: CanvasRenderingContext2D,
  { colours, axis }: DetailScene,
  { reel }: AxisReel,
  part: { readonly x: number; readonly width: number },
  height: number,
): number {
  const isFirst = axis.reels[0]?.reel.id === reel.id
  const text = reel.label
  const wide = context.measureText(text).width + 2 * tagPadding
  if (part.width < wide + tagGap) return part.x
  context.fillStyle = colours.line
  context.fillRect(part.x, 2, wide, height - 12)
  if (!isFirst) {
    context.fillStyle = colours.text
    context.fillRect(part.x, 0, 1, height)
  }
  context.fillStyle = colours.bright
  context.fillText(text, part.x + tagPadding, 4)
  return part.x + wide + tagGap
}

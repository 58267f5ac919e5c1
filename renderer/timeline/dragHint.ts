import type { Frames } from '../../shared/time/frames.ts'
import styles from './Timeline.module.css'
import { type Viewport, xOf } from './viewport.ts'

/** Live figures beside a dragged edge, and the magnet that holds it. All frames are axis frames. */
export type DragHint = {
  readonly view: Viewport
  readonly frame: Frames
  readonly magnet: Frames | null
  readonly text: string
}

/** Shows the hint inside the timeline's detail view, or takes it away. */
export function showDragHint(area: HTMLElement, hint: DragHint | null): void {
  const label = part(area, styles.dragLabel ?? '')
  const line = part(area, styles.magnet ?? '')
  label.hidden = hint === null
  line.hidden = !hint || hint.magnet === null
  if (!hint) return
  const x = xOf(hint.view, hint.frame)
  label.textContent = hint.text
  label.style.transform = `translateX(${Math.max(0, Math.min(hint.view.width - 330, x + 10))}px)`
  if (hint.magnet !== null) line.style.transform = `translateX(${xOf(hint.view, hint.magnet)}px)`
}

function part(area: HTMLElement, className: string): HTMLElement {
  const present = area.querySelector<HTMLElement>(`:scope > .${CSS.escape(className)}`)
  if (present) return present
  const made = document.createElement('div')
  made.className = className
  made.ariaHidden = 'true'
  area.append(made)
  return made
}

import type { Frames } from '../../shared/time/frames.ts'
import styles from './dragHint.module.css'
import { type Viewport, xOf } from './viewport.ts'

/** Live figures beside a dragged edge, and the magnet that holds it. All frames are axis frames. */
export type DragHint = {
  readonly view: Viewport
  readonly frame: Frames
  readonly magnet: Frames | null
  /** What the magnet is. */
  readonly words?: string
  /** The figures in one, where none of them stands out. */
  readonly text?: string
  readonly figures?: readonly DragFigure[]
  /** CSS px of the detail view above which the figures stand; else they stand at its top. */
  readonly bottom?: number
}

/** One figure; those that the drag changes stand out. */
export type DragFigure = { readonly name: string; readonly text: string; readonly isMoving: boolean }

/** CSS px of the detail view below which figures stand that have no other place. */
const restingTop = 30

/** Shows the hint inside the timeline's detail view, or takes it away. */
export function showDragHint(area: HTMLElement, hint: DragHint | null): void {
  const label = part(area, styles.label ?? '', 'drag-figures')
  const line = part(area, styles.magnet ?? '', 'drag-magnet')
  label.hidden = hint === null
  line.hidden = !hint || hint.magnet === null
  if (!hint) return
  const { view, frame, magnet, text, bottom, words = '' } = hint
  writeFigures(label, hint.figures ?? [{ name: '', text: text ?? '', isMoving: true }])
  const { offsetWidth, offsetHeight } = label
  const x = Math.max(4, Math.min(view.width - offsetWidth - 4, xOf(view, frame) + 10))
  const y = bottom === undefined ? restingTop : bottom - offsetHeight - 6
  label.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  if (magnet === null) return
  const at = xOf(view, magnet)
  line.dataset.side = at > view.width / 2 ? 'left' : 'right'
  line.dataset.words = words
  line.style.transform = `translateX(${Math.round(at * devicePixelRatio) / devicePixelRatio}px)`
}

function writeFigures(label: HTMLElement, figures: readonly DragFigure[]): void {
  while (label.childElementCount < figures.length) label.append(document.createElement('span'))
  while (label.childElementCount > figures.length) label.lastElementChild?.remove()
  for (const [index, { name, text, isMoving }] of figures.entries()) {
    const element = label.children[index] as HTMLElement
    element.dataset.name = name
    element.dataset.moving = String(isMoving)
    element.textContent = text
  }
}

function part(area: HTMLElement, className: string, testId: string): HTMLElement {
  const present = area.querySelector<HTMLElement>(`:scope > [data-testid="${testId}"]`)
  if (present) return present
  const made = document.createElement('div')
  made.className = className
  made.dataset.testid = testId
  made.ariaHidden = 'true'
  area.append(made)
  return made
}

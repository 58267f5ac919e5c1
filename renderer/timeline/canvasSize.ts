import { Store } from '../store/store.ts'

/** Size of an element in CSS px. */
export type CanvasSize = { readonly width: number; readonly height: number }

const sizes = new WeakMap<Element, CanvasSize>()
let observer: ResizeObserver | null = null

/** Counts the times that a canvas whose size was asked for has got another. */
export const canvasResizes = new Store(0)

/**
 * The size of a canvas as the page was laid out last. Asking the canvas itself has the page laid out at once, which is too dear for
 * what is drawn at every animation frame; whoever draws by this size draws again when `canvasResizes` changes.
 */
export function canvasSize(canvas: HTMLCanvasElement): CanvasSize {
  const known = sizes.get(canvas)
  if (known) return known
  const size = { width: canvas.clientWidth, height: canvas.clientHeight }
  sizes.set(canvas, size)
  observer ??= new ResizeObserver(takeSizes)
  observer.observe(canvas)
  return size
}

function takeSizes(entries: readonly ResizeObserverEntry[]): void {
  let hasChanged = false
  for (const { target } of entries) {
    const { clientWidth: width, clientHeight: height } = target
    const known = sizes.get(target)
    if (known?.width === width && known.height === height) continue
    sizes.set(target, { width, height })
    hasChanged = true
  }
  if (hasChanged) canvasResizes.set(canvasResizes.value + 1)
}

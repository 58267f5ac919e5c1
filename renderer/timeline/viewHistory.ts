import { clamped, type Viewport } from './viewport.ts'

/** Where a view came to rest. */
export type ViewRest = Pick<Viewport, 'first' | 'pixelsPerFrame'>

/** The rests of the view before and after the present one, each list with its nearest at the end. */
export type ViewHistory = {
  readonly past: readonly ViewRest[]
  readonly present: ViewRest | null
  readonly future: readonly ViewRest[]
}

/** Before anything was looked at. */
export const noViewHistory: ViewHistory = { past: [], present: null, future: [] }

const mostRests = 200
/** Px by which two rests must differ to count as two. */
const leastMove = 2

/** The view has come to rest here; what was gone back from is forgotten. The same history if it has not gone anywhere. */
export function restedAt(history: ViewHistory, view: Viewport): ViewHistory {
  const { past, present } = history
  const { first, pixelsPerFrame } = view
  if (present && isSame(present, view)) return history
  return {
    past: present ? [...past.slice(1 - mostRests), present] : past,
    present: { first, pixelsPerFrame },
    future: [],
  }
}

/** The history one rest back, or none if there is none before. */
export function backOf({ past, present, future }: ViewHistory): ViewHistory | null {
  const before = past.at(-1)
  if (!before || !present) return null
  return { past: past.slice(0, -1), present: before, future: [...future, present] }
}

/** The history one rest forth, or none if nothing was gone back from. */
export function forthOf({ past, present, future }: ViewHistory): ViewHistory | null {
  const after = future.at(-1)
  if (!after || !present) return null
  return { past: [...past, present], present: after, future: future.slice(0, -1) }
}

/** The view at a rest, in a window of today's width. */
export function viewAtRest(view: Viewport, { present }: ViewHistory): Viewport {
  return present ? clamped({ ...view, ...present }) : view
}

function isSame(rest: ViewRest, { first, pixelsPerFrame, width }: Viewport): boolean {
  const ratio = rest.pixelsPerFrame / pixelsPerFrame
  const moved = Math.abs(rest.first - first) * pixelsPerFrame
  return moved < leastMove && Math.abs(ratio - 1) * width < leastMove
}

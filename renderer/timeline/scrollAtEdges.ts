import type { Session } from '../store/session.ts'
import type { Scope } from '../ui/scope.ts'
import { edgeScrollSpeed } from './edgeScroll.ts'

/** Most seconds that one animation frame counts for, so that a stall is no leap. */
const longestBeat = 0.1

/** Scrolls the view while a drag holds the pointer near its edge, until the scope ends; `scrolled` is called after each move. */
export function scrollAtEdges(
  scope: Scope,
  { timeline }: Session,
  pointerX: () => number,
  scrolled: () => void,
): void {
  let before = performance.now()
  const beat = (now: number) => {
    if (scope.hasEnded) return
    const seconds = Math.max(0, Math.min(longestBeat, (now - before) / 1000))
    before = now
    const speed = edgeScrollSpeed(pointerX(), timeline.view.value.width)
    if (speed !== 0) {
      timeline.pan(speed * seconds)
      scrolled()
    }
    requestAnimationFrame(beat)
  }
  requestAnimationFrame(beat)
}

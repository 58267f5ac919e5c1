import type { PointerEvent } from 'react'
import { frames } from '../../shared/time/frames.ts'
import type { Session } from '../store/session.ts'
import { Scope } from '../ui/scope.ts'
import { cancelOnEscape } from './cancelOnEscape.ts'
import { scrollAtEdges } from './scrollAtEdges.ts'
import { frameUnder } from './viewport.ts'

/**
 * Brings the playhead to the pointer, and along with it until the pointer is let go; at either edge of the view, the view
 * goes on. Escape brings it back to where it was.
 */
export function scrubTo(session: Session, event: PointerEvent<HTMLElement>): void {
  if (event.button !== 0) return
  const target = event.currentTarget
  const { playhead, timeline } = session
  const before = playhead.place
  let pointerX = event.clientX - target.getBoundingClientRect().left
  const follow = () => {
    playhead.play(0)
    const { view, axis } = timeline
    const { width } = view.value
    const frame = frameUnder(view.value, Math.max(0, Math.min(width - 1, pointerX)), devicePixelRatio)
    playhead.goToAxisFrame(frames(Math.max(0, Math.min(axis.value.length - 1, frame))))
  }
  target.setPointerCapture(event.pointerId)
  follow()
  const scope = new Scope()
  let isDragging = false
  scope.listen(target, 'pointermove', (moved) => {
    const { left } = target.getBoundingClientRect()
    pointerX = moved.clientX - left
    follow()
    if (isDragging) return
    isDragging = true
    scrollAtEdges(scope, session, () => pointerX, follow)
  })
  for (const end of ['pointerup', 'pointercancel']) scope.listen(target, end, () => scope.end())
  cancelOnEscape(scope, () => {
    scope.end()
    if (before) playhead.goTo(before)
  })
}

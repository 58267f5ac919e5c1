import type { PointerEvent } from 'react'
import { frames } from '../../shared/time/frames.ts'
import type { Session } from '../store/session.ts'
import { frameAtX } from './viewport.ts'

/** Brings the playhead to the pointer, and along with it until the pointer is let go. */
export function scrubTo(session: Session, event: PointerEvent<HTMLElement>): void {
  if (event.button !== 0) return
  const target = event.currentTarget
  const { left } = target.getBoundingClientRect()
  const move = (clientX: number) => {
    session.playhead.play(0)
    const { view, axis } = session.timeline
    const frame = frameAtX(view.value, clientX - left)
    session.playhead.goToAxisFrame(frames(Math.max(0, Math.min(axis.value.length - 1, frame))))
  }
  target.setPointerCapture(event.pointerId)
  move(event.clientX)
  const drag = (moved: globalThis.PointerEvent) => move(moved.clientX)
  const end = () => {
    target.removeEventListener('pointermove', drag)
    target.removeEventListener('pointerup', end)
    target.removeEventListener('pointercancel', end)
  }
  target.addEventListener('pointermove', drag)
  target.addEventListener('pointerup', end)
  target.addEventListener('pointercancel', end)
}

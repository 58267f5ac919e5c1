import type { Session } from '../store/session.ts'
import type { Scope } from '../ui/scope.ts'
import { turnGain } from './turnGain.ts'
import { wheelFactor, zoomStep } from './viewport.ts'

/** Px of one notch of a wheel that has notches. */
const notch = 100
/** Px of a line, where a wheel counts in lines. */
const linePx = 16

/**
 * Lets the wheel work over an area: with Ctrl or Cmd, and as a pinch, it zooms about the pointer; with Alt it makes the
 * sound taller; else it pans either way. Shift turns a wheel that goes up and down into one across, and the other way round.
 */
export function listenToWheel(scope: Scope, session: Session, area: HTMLElement): void {
  let turned = 0
  scope.listen(
    area,
    'wheel',
    (heard) => {
      const event = heard as unknown as WheelEvent
      event.preventDefault()
      const { across, down } = deltasOf(event)
      if (event.ctrlKey || event.metaKey) {
        const x = event.clientX - area.getBoundingClientRect().left
        const delta = down || across
        const factor = Math.abs(delta) >= notch ? zoomStep ** -Math.sign(delta) : wheelFactor(delta)
        session.timeline.zoomAt(x, factor)
      } else if (event.altKey) {
        turned -= down || across
        const steps = Math.trunc(turned / notch)
        turned -= steps * notch
        if (steps !== 0) turnGain(session, steps)
      } else if (event.shiftKey && scrolls(event.target, area, down)) {
        return
      } else session.timeline.pan(Math.abs(across) > Math.abs(down) ? across : down)
    },
    { passive: false },
  )
}

/** What the wheel turned by, in px; browsers that swap the two for Shift are taken back. */
function deltasOf({ deltaX, deltaY, deltaMode, shiftKey }: WheelEvent): {
  readonly across: number
  readonly down: number
} {
  const unit = deltaMode === 1 ? linePx : 1
  const isSwapped = shiftKey && deltaY === 0
  return isSwapped ? { across: 0, down: deltaX * unit } : { across: deltaX * unit, down: deltaY * unit }
}

/** Scrolls what of the area can be scrolled up and down under the pointer. False if there is nothing. */
function scrolls(target: EventTarget | null, area: HTMLElement, by: number): boolean {
  for (let at = target instanceof Element ? target : null; at && area.contains(at); at = at.parentElement) {
    const canScroll = at.scrollHeight > at.clientHeight && getComputedStyle(at).overflowY !== 'hidden'
    if (!canScroll) continue
    at.scrollTop += by
    return true
  }
  return false
}

import type { Session } from '../store/session.ts'
import { Scope } from '../ui/scope.ts'
import { cancelOnEscape } from './cancelOnEscape.ts'

const middleButton = 1

/** Lets the pointer take hold of the view over an area: with the middle button, or any while the hand is out. */
export function listenToPans(scope: Scope, session: Session, area: HTMLElement): void {
  scope.listen(
    area,
    'pointerdown',
    (event) => {
      const isHand = session.timeline.hand.value && event.button === 0
      if (event.button !== middleButton && !isHand) return
      event.preventDefault()
      event.stopPropagation()
      startPan(session, area, event)
    },
    { capture: true },
  )
  // Where the system pastes or scrolls by itself with the middle button.
  scope.listen(area, 'mousedown', (event) => {
    if (event.button === middleButton) event.preventDefault()
  })
  scope.own(
    session.timeline.hand.subscribe((isOut) => {
      area.dataset.hand = isOut ? 'out' : ''
    }),
  )
}

/** Moves the view with the pointer until it is let go; Escape puts the view back. */
function startPan(session: Session, area: HTMLElement, event: PointerEvent): void {
  const { timeline } = session
  const before = timeline.view.value
  const { left } = area.getBoundingClientRect()
  const held = before.first + (event.clientX - left) / before.pixelsPerFrame
  const scope = new Scope()
  area.dataset.hand = 'holding'
  scope.own(() => {
    area.dataset.hand = timeline.hand.value ? 'out' : ''
  })
  scope.listen(window, 'pointermove', (moved) => timeline.hold(held, moved.clientX - left))
  scope.listen(window, 'pointerup', () => scope.end())
  scope.listen(window, 'pointercancel', () => scope.end())
  cancelOnEscape(scope, () => {
    scope.end()
    timeline.putBack(before)
  })
}

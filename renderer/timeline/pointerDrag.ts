import type { Session } from '../store/session.ts'
import { Scope } from '../ui/scope.ts'
import { edgeScrollSpeed } from './edgeScroll.ts'

/** Where the pointer is, and whether the key that lifts magnets is down. */
export type PointerPlace = {
  readonly clientX: number
  readonly clientY: number
  readonly liftsMagnets: boolean
}

/** How a press ended: let go where it began, let go elsewhere, or taken back. */
export type DragOutcome = 'clicked' | 'dropped' | 'cancelled'

/** What a drag does. */
export type DragCourse = {
  /** The pointer has left the place where it was pressed. */
  readonly begin: () => void
  readonly move: (pointer: PointerPlace) => void
  readonly end: (outcome: DragOutcome) => void
}

/** Px that the pointer must move before a press becomes a drag. */
const threshold = 3

/**
 * Follows a pressed pointer until it is let go. The timeline scrolls while the pointer is held at an edge of `area`, and each
 * scroll moves the drag; Escape ends it.
 */
export function followPointer(
  session: Session,
  area: HTMLElement,
  press: PointerEvent,
  course: DragCourse,
): void {
  const scope = new Scope()
  const { pointerId } = press
  let place = placeOf(press)
  let hasBegun = false
  const end = (outcome: DragOutcome) => {
    if (scope.hasEnded) return
    scope.end()
    course.end(outcome)
  }
  const update = (next: PointerPlace) => {
    place = next
    if (!hasBegun) {
      const distance = Math.hypot(next.clientX - press.clientX, next.clientY - press.clientY)
      if (distance < threshold) return
      hasBegun = true
      // Not before: a captured pointer would take clicks and double clicks away from what was pressed.
      area.setPointerCapture(pointerId)
      course.begin()
      scrollAtEdges(session, area, scope, { at: () => place.clientX, scrolled: () => course.move(place) })
    }
    course.move(next)
  }
  const own = (event: Event) => (event as PointerEvent).pointerId === pointerId
  scope.listen(window, 'pointermove', (event) => own(event) && update(placeOf(event as PointerEvent)))
  scope.listen(window, 'pointerup', (event) => own(event) && end(hasBegun ? 'dropped' : 'clicked'))
  scope.listen(window, 'pointercancel', (event) => own(event) && end('cancelled'))
  const keyChanged = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && event.type === 'keydown') {
      event.preventDefault()
      event.stopPropagation()
      end('cancelled')
    } else if (hasBegun && (event.key === 'Control' || event.key === 'Meta')) {
      update({ ...place, liftsMagnets: event.type === 'keydown' })
    }
  }
  scope.listen(window, 'keydown', keyChanged, { capture: true })
  scope.listen(window, 'keyup', keyChanged, { capture: true })
}

function placeOf({ clientX, clientY, ctrlKey, metaKey }: PointerEvent): PointerPlace {
  return { clientX, clientY, liftsMagnets: ctrlKey || metaKey }
}

type ScrolledDrag = { readonly at: () => number; readonly scrolled: () => void }

/** Scrolls at each animation frame for as long as the pointer is in a zone at an edge. */
function scrollAtEdges(session: Session, area: HTMLElement, scope: Scope, drag: ScrolledDrag): void {
  let scrolledAt = 0
  const beat = (now: number) => {
    if (scope.hasEnded) return
    const { left, width } = area.getBoundingClientRect()
    const seconds = scrolledAt === 0 ? 0 : Math.min(0.1, (now - scrolledAt) / 1000)
    scrolledAt = now
    const speed = edgeScrollSpeed(drag.at() - left, width)
    if (speed !== 0) {
      session.timeline.pan(speed * seconds)
      drag.scrolled()
    }
    requestAnimationFrame(beat)
  }
  requestAnimationFrame(beat)
}

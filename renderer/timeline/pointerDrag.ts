import type { Session } from '../store/session.ts'
import { Scope } from '../ui/scope.ts'
import { cancelOnEscape } from './cancelOnEscape.ts'
import { dragThreshold } from './dragThreshold.ts'
import { scrollAtEdges } from './scrollAtEdges.ts'

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
  /** The first move waits for the next picture, so that beginning and moving are two short tasks. */
  let firstMove = 0
  const moveFirst = () => {
    cancelAnimationFrame(firstMove)
    firstMove = 0
    course.move(place)
  }
  const end = (outcome: DragOutcome) => {
    if (scope.hasEnded) return
    scope.end()
    if (firstMove && outcome === 'dropped') moveFirst()
    cancelAnimationFrame(firstMove)
    course.end(outcome)
  }
  const update = (next: PointerPlace) => {
    place = next
    if (!hasBegun) {
      const distance = Math.hypot(next.clientX - press.clientX, next.clientY - press.clientY)
      if (distance < dragThreshold) return
      hasBegun = true
      // Not before: a captured pointer would take clicks and double clicks away from what was pressed.
      area.setPointerCapture(pointerId)
      course.begin()
      const { left } = area.getBoundingClientRect()
      scrollAtEdges(
        scope,
        session,
        () => place.clientX - left,
        () => course.move(place),
      )
      firstMove = requestAnimationFrame(moveFirst)
    }
    if (!firstMove) course.move(next)
  }
  const own = (event: Event) => (event as PointerEvent).pointerId === pointerId
  scope.listen(window, 'pointermove', (event) => own(event) && update(placeOf(event as PointerEvent)))
  scope.listen(window, 'pointerup', (event) => own(event) && end(hasBegun ? 'dropped' : 'clicked'))
  scope.listen(window, 'pointercancel', (event) => own(event) && end('cancelled'))
  cancelOnEscape(scope, () => end('cancelled'))
  const keyChanged = (event: KeyboardEvent) => {
    if (hasBegun && (event.key === 'Control' || event.key === 'Meta'))
      update({ ...place, liftsMagnets: event.type === 'keydown' })
  }
  scope.listen(window, 'keydown', keyChanged, { capture: true })
  scope.listen(window, 'keyup', keyChanged, { capture: true })
}

function placeOf({ clientX, clientY, ctrlKey, metaKey }: PointerEvent): PointerPlace {
  return { clientX, clientY, liftsMagnets: ctrlKey || metaKey }
}

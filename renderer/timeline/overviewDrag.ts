import { frames } from '../../shared/time/frames.ts'
import type { Session } from '../store/session.ts'
import { Scope } from '../ui/scope.ts'
import { cancelOnEscape } from './cancelOnEscape.ts'
import { dragThreshold } from './dragThreshold.ts'

/** What of the overview the pointer took hold of. */
export type OverviewPart = 'start' | 'end' | 'window' | 'elsewhere'

/**
 * Moves the view's window over the overview, or one of its edges, until the pointer is let go; beside the window, the window
 * comes first. A press without a drag takes the playhead there. Escape puts the view back.
 */
export function startOverviewDrag(
  session: Session,
  area: HTMLElement,
  part: OverviewPart,
  pressed: PointerEvent,
): void {
  const { timeline, playhead } = session
  const before = timeline.view.value
  const { left, width } = area.getBoundingClientRect()
  const { length } = timeline.axis.value
  const frameAt = (clientX: number) => ((clientX - left) / width) * length
  const shown = before.width / before.pixelsPerFrame
  if (part === 'elsewhere') timeline.hold(frameAt(pressed.clientX) - shown / 2, 0)
  const { first } = timeline.view.value
  const last = first + shown
  const grip = frameAt(pressed.clientX) - (part === 'end' ? last : first)
  let isDragging = false
  const drag = (clientX: number) => {
    const frame = frameAt(clientX) - grip
    if (part === 'start') timeline.stretchOver(Math.min(frame, last), last)
    else if (part === 'end') timeline.stretchOver(first, Math.max(first, frame))
    else timeline.hold(frame, 0)
  }
  const scope = new Scope()
  scope.listen(window, 'pointermove', ({ clientX }) => {
    isDragging ||= Math.abs(clientX - pressed.clientX) >= dragThreshold
    if (isDragging) drag(clientX)
  })
  scope.listen(window, 'pointerup', () => {
    scope.end()
    const isClick = !isDragging && (part === 'window' || part === 'elsewhere')
    const frame = Math.max(0, Math.min(length - 1, Math.floor(frameAt(pressed.clientX))))
    if (isClick) playhead.goToAxisFrame(frames(frame))
  })
  scope.listen(window, 'pointercancel', () => scope.end())
  cancelOnEscape(scope, () => {
    scope.end()
    timeline.putBack(before)
  })
}

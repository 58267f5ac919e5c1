import type { Edit } from '../../shared/edits/edit.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import type { Gesture } from '../store/gesture.ts'
import type { OpenWork, Session } from '../store/session.ts'
import { Scope } from '../ui/scope.ts'
import { cancelOnEscape } from './cancelOnEscape.ts'
import { showDragHint } from './dragHint.ts'
import { dragThreshold } from './dragThreshold.ts'
import { scrollAtEdges } from './scrollAtEdges.ts'
import { type Magnet, snapEdge } from './snapping.ts'

/** What a drag of one point of the timeline works on. All frames are axis frames. */
export type EdgeDrag = {
  readonly session: Session
  readonly work: OpenWork
  /** The timeline's detail view. */
  readonly area: HTMLElement
  /** Where the point stands. */
  readonly from: Frames
  /** Where it may stand, both ends included. */
  readonly least: Frames
  readonly most: Frames
  readonly magnets: readonly Magnet[]
  readonly editFor: (frame: Frames) => Edit
  /** What is said beside the point. */
  readonly textAt: (frame: Frames) => string
}

/** Drags one point with the pointer until it is let go: one edit. Ctrl or Cmd lifts the magnets, Escape puts it back. */
export function startEdgeDrag(drag: EdgeDrag, pressed: PointerEvent): void {
  const { session, work, area } = drag
  const { timeline } = session
  const scope = new Scope()
  const left = area.getBoundingClientRect().left
  const frameAt = (x: number) => timeline.view.value.first + x / timeline.view.value.pixelsPerFrame
  const grip = frameAt(pressed.clientX - left) - drag.from
  let pointerX = pressed.clientX - left
  let gesture: Gesture | null = null
  let held: Magnet | undefined
  let isLifted = false
  const update = () => {
    if (!gesture || gesture.isOver) return
    const view = timeline.view.value
    const snap = snapEdge(frameAt(pointerX) - grip, view.pixelsPerFrame, isLifted ? [] : drag.magnets, held)
    const frame = frames(Math.min(drag.most, Math.max(drag.least, snap.frame)))
    held = frame === snap.frame ? snap.magnet : undefined
    gesture.preview(drag.editFor(frame))
    showDragHint(area, { view, frame, magnet: held?.frame ?? null, text: drag.textAt(frame) })
  }
  const end = (keep: boolean) => {
    scope.end()
    showDragHint(area, null)
    if (!gesture || gesture.isOver) return
    const result = keep ? gesture.commit() : gesture.cancel()
    if (!result.ok) session.tell(result.problem)
  }
  scope.listen(window, 'pointermove', (moved) => {
    pointerX = moved.clientX - left
    isLifted = moved.ctrlKey || moved.metaKey
    if (!gesture) {
      if (Math.abs(moved.clientX - pressed.clientX) < dragThreshold) return
      gesture = work.documents.begin()
      scrollAtEdges(scope, session, () => pointerX, update)
    }
    update()
  })
  scope.listen(window, 'pointerup', () => end(true))
  scope.listen(window, 'pointercancel', () => end(false))
  cancelOnEscape(scope, () => end(false))
}

import type { PointerEvent as ReactPointerEvent } from 'react'
import { setCueEnd, setCueStart } from '../../shared/edits/cueEdgeEdits.ts'
import { moveCues } from '../../shared/edits/cueMoveEdits.ts'
import type { Edit } from '../../shared/edits/edit.ts'
import { recordsOf } from '../../shared/model/document.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import type { Gesture } from '../store/gesture.ts'
import type { OpenWork, Session } from '../store/session.ts'
import { Scope } from '../ui/scope.ts'
import { axisFrame, placeAt } from './axis.ts'
import type { CuePart } from './CueBlock.tsx'
import { type CueItem, cueItems, noCueFacts } from './cueItems.ts'
import { showDragHint } from './dragHint.ts'
import { edgeScrollSpeed } from './edgeScroll.ts'
import { collectMagnets, type Magnet, snapEdge, snapRange } from './snapping.ts'
import type { TimelineSceneMaker } from './timelineScene.ts'

/** What a drag works on. */
export type CueDrag = {
  readonly session: Session
  readonly work: OpenWork
  readonly maker: TimelineSceneMaker
}

/** Px that the pointer must move before a press becomes a drag. */
const threshold = 3

/** Selects the cue under the pointer, and drags it or one of its edges until the pointer is let go. Escape puts it back. */
export function startCueDrag(
  drag: CueDrag,
  item: CueItem,
  part: CuePart,
  event: ReactPointerEvent<HTMLElement>,
): void {
  if (event.button !== 0) return
  event.stopPropagation()
  select(drag.session, item, event)
  const area = event.currentTarget.closest<HTMLElement>('[data-testid="timeline-detail"]')
  if (area && !(item.isOpen && part !== 'start')) new RunningDrag(drag, item, part, event.nativeEvent, area)
}

function select(session: Session, { cue }: CueItem, event: ReactPointerEvent<HTMLElement>): void {
  const { selection } = session.moment.value
  if (event.shiftKey || event.ctrlKey || event.metaKey) {
    session.select(
      selection.includes(cue.id) ? selection.filter((id) => id !== cue.id) : [...selection, cue.id],
    )
  } else if (!selection.includes(cue.id)) session.select([cue.id])
}

/** One drag, from the press to the release; the frame is computed from the pointer each time, never summed up. */
class RunningDrag {
  readonly #drag: CueDrag
  readonly #item: CueItem
  readonly #part: CuePart
  readonly #area: HTMLElement
  readonly #scope = new Scope()
  readonly #pressedX: number
  readonly #grip: number
  readonly #magnets: readonly Magnet[]
  #gesture: Gesture | null = null
  #held: Magnet | undefined
  #pointerX: number
  #lifted = false
  #scrolledAt = 0

  constructor(drag: CueDrag, item: CueItem, part: CuePart, event: PointerEvent, area: HTMLElement) {
    this.#drag = drag
    this.#item = item
    this.#part = part
    this.#area = area
    this.#pressedX = event.clientX
    this.#pointerX = event.clientX
    this.#grip = this.#frameAt(event.clientX) - (part === 'end' ? item.end : item.start)
    this.#magnets = this.#collectMagnets()
    const target = event.currentTarget as HTMLElement | null
    target?.setPointerCapture?.(event.pointerId)
    this.#scope.listen(window, 'pointermove', (moved) => this.#moved(moved as PointerEvent))
    this.#scope.listen(window, 'pointerup', () => this.#end(true))
    this.#scope.listen(window, 'pointercancel', () => this.#end(false))
    this.#scope.listen(
      window,
      'keydown',
      (key) => {
        if (key.key !== 'Escape') return
        key.preventDefault()
        key.stopPropagation()
        this.#end(false)
      },
      { capture: true },
    )
  }

  #moved(event: PointerEvent): void {
    this.#pointerX = event.clientX
    this.#lifted = event.altKey
    if (!this.#gesture) {
      if (Math.abs(event.clientX - this.#pressedX) < threshold) return
      this.#gesture = this.#drag.work.documents.begin()
      this.#drag.maker.isDragging = true
      this.#drag.maker.kept = this.#item.id
      this.#scrollAtEdges()
    }
    this.#update()
  }

  #update(): void {
    if (!this.#gesture || this.#gesture.isOver) return
    const { timeline } = this.#drag.session
    const wanted = this.#frameAt(this.#pointerX) - this.#grip
    const magnets = this.#lifted ? [] : this.#magnets
    const { pixelsPerFrame } = timeline.view.value
    const length = this.#item.end - this.#item.start
    const snap =
      this.#part === 'body'
        ? snapRange(wanted, length, pixelsPerFrame, magnets, this.#held)
        : snapEdge(wanted, pixelsPerFrame, magnets, this.#held)
    this.#held = snap.magnet
    const edit = this.#editFor(snap.frame)
    if (edit) this.#gesture.preview(edit)
    this.#hint(snap.frame, snap.magnet)
  }

  #editFor(frame: Frames): Edit | null {
    const { session } = this.#drag
    const { cue } = this.#item
    if (this.#part === 'body') return moveCues(this.#movedCues(), frame - this.#item.start)
    const isEnd = this.#part === 'end'
    const place = placeAt(session.timeline.axis.value, isEnd ? frames(Math.max(0, frame - 1)) : frame)
    if (!place) return null
    return isEnd
      ? setCueEnd(cue.id, { ...place, frame: frames(place.frame + 1) })
      : setCueStart(cue.id, place)
  }

  #movedCues() {
    const { selection } = this.#drag.session.moment.value
    return selection.includes(this.#item.cue.id) ? selection : [this.#item.cue.id]
  }

  #hint(frame: Frames, magnet: Magnet | undefined): void {
    const { session, work } = this.#drag
    const { rate } = work.documents.document.production
    const length = this.#item.end - this.#item.start
    const start = this.#part === 'end' ? this.#item.start : frame
    const end = this.#part === 'end' ? frame : this.#part === 'body' ? frame + length : this.#item.end
    const text = (at: number) => {
      const place = placeAt(session.timeline.axis.value, frames(Math.max(0, at)))
      return place ? formatTimecode(place.frame, rate) : ''
    }
    showDragHint(this.#area, {
      view: session.timeline.view.value,
      frame,
      magnet: magnet?.frame ?? null,
      text: `${text(start)}  –  ${text(end)}   ${end > start ? formatTimecode(frames(end - start), rate) : ''}`,
    })
  }

  #scrollAtEdges(): void {
    const beat = (now: number) => {
      if (this.#scope.hasEnded) return
      const { left, width } = this.#area.getBoundingClientRect()
      const seconds = this.#scrolledAt === 0 ? 0 : Math.min(0.1, (now - this.#scrolledAt) / 1000)
      this.#scrolledAt = now
      const speed = edgeScrollSpeed(this.#pointerX - left, width)
      if (speed !== 0) {
        this.#drag.session.timeline.pan(speed * seconds)
        this.#update()
      }
      requestAnimationFrame(beat)
    }
    requestAnimationFrame(beat)
  }

  #end(keep: boolean): void {
    this.#scope.end()
    showDragHint(this.#area, null)
    const { maker, session } = this.#drag
    maker.isDragging = false
    maker.kept = undefined
    if (this.#gesture && !this.#gesture.isOver) {
      const result = keep ? this.#gesture.commit() : this.#gesture.cancel()
      if (!result.ok) session.tell(result.problem)
    }
    maker.settle()
  }

  #frameAt(clientX: number): number {
    const { first, pixelsPerFrame } = this.#drag.session.timeline.view.value
    return first + (clientX - this.#area.getBoundingClientRect().left) / pixelsPerFrame
  }

  #collectMagnets(): readonly Magnet[] {
    const { session, work } = this.#drag
    const { axis, playhead } = session.timeline
    const { document } = work.documents
    const moving = new Set<string>(this.#part === 'body' ? this.#movedCues() : [])
    const cues = cueItems(document, axis.value, playhead, noCueFacts).filter(
      ({ cue, id }) => id !== this.#item.id && !moving.has(cue.id),
    )
    const notes = recordsOf(document, 'notes').flatMap((note) => axisFrame(axis.value, note) ?? [])
    const reels = axis.value.reels.flatMap(({ reel, extent, offset }) => [
      {
        start: frames(offset + reel.programme.start - extent.start),
        end: frames(offset + reel.programme.end - extent.start),
      },
    ])
    return collectMagnets({ playhead, cues, notes, reels })
  }
}

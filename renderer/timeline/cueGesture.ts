import type { CueId } from '../../shared/model/ids.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import type { Gesture } from '../store/gesture.ts'
import type { OpenWork, Session } from '../store/session.ts'
import { axisFrame } from './axis.ts'
import { type CueHit, hasEdge } from './cueHits.ts'
import { clickedSelection, pressedSelection } from './cueSelection.ts'
import { calledCue, cueTimes } from './cueWords.ts'
import { type DragFigure, showDragHint } from './dragHint.ts'
import {
  type DragLimits,
  type DragSubject,
  dragEdit,
  dragLimits,
  grippedFrame,
  movableCues,
} from './dragSubject.ts'
import { magnetsFor, magnetWords, onsetsNear } from './magnetSources.ts'
import { type DragOutcome, followPointer, type PointerPlace } from './pointerDrag.ts'
import { type Magnet, type Snap, snapEdges } from './snapping.ts'
import type { TimelineSceneMaker } from './timelineScene.ts'

/** What a drag works on. */
export type CueDrag = {
  readonly session: Session
  readonly work: OpenWork
  readonly maker: TimelineSceneMaker
  /** The timeline's detail view. */
  readonly area: HTMLElement
  /** CSS px of the detail view at which the lanes begin. */
  readonly lanesTop: number
  /** Cues by start, and the one from which Shift selects. */
  readonly order: readonly CueId[]
  readonly anchor: CueId | null
}

/**
 * Selects the cue under the pointer, and drags it, its edge, or the border to its neighbour until the pointer is let go.
 * Shift takes one edge of a border only.
 */
export function startCueDrag(drag: CueDrag, hit: CueHit, press: PointerEvent): void {
  const { session, order, anchor } = drag
  const { item, part, neighbour } = hit
  const was = session.moment.value.selection
  const takesOneEdge = part !== 'body' && press.shiftKey
  const keys = takesOneEdge ? { shiftKey: false, ctrlKey: false, metaKey: false } : press
  const selection = pressedSelection(was, item.cue.id, keys, order, anchor)
  if (selection !== was) session.select(selection)
  session.moment.patch({ edge: part === 'body' ? 'both' : part === 'start' ? 'in' : 'out' })
  const moved = part === 'body' ? movableCues(selection, drag.work.documents.document) : []
  const subject = { item, part, neighbour: takesOneEdge ? null : neighbour, cues: moved }
  const run = hasEdge(item, part) && canMove(subject) ? new RunningDrag(drag, subject, press) : null
  followPointer(session, drag.area, press, {
    begin: () => run?.begin(),
    move: (pointer) => run?.move(pointer),
    end: (outcome) => {
      run?.end(outcome)
      if (outcome === 'clicked' && part === 'body' && !press.shiftKey)
        session.select(clickedSelection(was, item.cue.id, press))
    },
  })
}

function canMove({ part, cues, item }: DragSubject): boolean {
  return part !== 'body' || cues.some(({ id }) => id === item.cue.id)
}

/** One drag; the frame is computed from the pointer each time, never summed up. */
class RunningDrag {
  readonly #drag: CueDrag
  readonly #subject: DragSubject
  /** Frames from the gripped frame to where the pointer took hold. */
  readonly #grip: number
  #magnets: readonly Magnet[] = []
  #limits: DragLimits = { least: 0, most: 0 }
  /** Edges that can be caught, in frames from the gripped one. */
  #offsets: readonly number[] = [0]
  #gesture: Gesture | null = null
  #held: Magnet | undefined

  constructor(drag: CueDrag, subject: DragSubject, press: PointerEvent) {
    this.#drag = drag
    this.#subject = subject
    this.#grip = this.#frameAt(press.clientX) - grippedFrame(subject)
  }

  begin(): void {
    const { session, work, maker, area } = this.#drag
    const { document } = work.documents
    this.#magnets = magnetsFor(session, work, this.#subject)
    this.#limits = dragLimits(this.#subject, document, session.timeline.axis.value)
    this.#offsets = this.#subject.part === 'body' ? this.#bodyOffsets() : [0]
    this.#gesture = work.documents.begin()
    maker.isDragging = true
    maker.dragged = this.#subject.item.id
    area.dataset.dragging = this.#subject.neighbour ? 'roll' : this.#subject.part
  }

  move({ clientX, liftsMagnets }: PointerPlace): void {
    const { session } = this.#drag
    if (!this.#gesture || this.#gesture.isOver) return
    const wanted = this.#frameAt(clientX) - this.#grip
    const catches = session.settings.value.snapping && !liftsMagnets
    const snap = this.#snap(wanted, catches)
    const { least, most } = this.#limits
    const frame = frames(Math.min(most, Math.max(least, snap.frame)))
    const magnet = frame === snap.frame ? snap.magnet : undefined
    const edit = dragEdit(this.#subject, frame, session.timeline.axis.value)
    if (edit) this.#gesture.preview(edit)
    this.#hint(frame, magnet)
    this.#announce(magnet)
    this.#held = magnet
  }

  /** Sound catches only where nothing that was placed by hand does. */
  #snap(wanted: number, catches: boolean): Snap {
    const { session } = this.#drag
    const { pixelsPerFrame } = session.timeline.view.value
    const snap = snapEdges(wanted, this.#offsets, pixelsPerFrame, catches ? this.#magnets : [], this.#held)
    if (!catches || snap.magnet) return snap
    const onsets = this.#offsets.slice(0, 2).flatMap((offset) => onsetsNear(session, wanted + offset))
    const sorted = onsets.toSorted((a, b) => a.frame - b.frame)
    return snapEdges(wanted, this.#offsets.slice(0, 2), pixelsPerFrame, sorted, this.#held)
  }

  end(outcome: DragOutcome): void {
    const { maker, session, area } = this.#drag
    showDragHint(area, null)
    delete area.dataset.dragging
    maker.isDragging = false
    maker.dragged = undefined
    if (!this.#gesture) return
    if (!this.#gesture.isOver) {
      const result = outcome === 'dropped' ? this.#gesture.commit() : this.#gesture.cancel()
      if (!result.ok) session.tell(result.problem)
      else this.#say(outcome)
    }
    maker.settle()
  }

  /** Of several bodies that move together also the outermost edges are caught. */
  #bodyOffsets(): readonly number[] {
    const { item, cues } = this.#subject
    const axis = this.#drag.session.timeline.axis.value
    const starts: number[] = []
    const ends: number[] = []
    for (const { spans } of cues)
      for (const { reel, start, end } of spans) {
        if (typeof start === 'number') starts.push(axisFrame(axis, { reel, frame: start }) ?? item.start)
        if (typeof end === 'number') ends.push(axisFrame(axis, { reel, frame: end }) ?? item.end)
      }
    const least = starts.reduce((a, b) => Math.min(a, b), item.start as number)
    const most = ends.reduce((a, b) => Math.max(a, b), item.end as number)
    return [0, item.isOpen ? 0 : item.end - item.start, least - item.start, most - item.start]
  }

  #hint(frame: Frames, magnet: Magnet | undefined): void {
    const { session, work, area, lanesTop } = this.#drag
    showDragHint(area, {
      view: session.timeline.view.value,
      frame,
      bottom: lanesTop,
      figures: this.#figures(frame),
      magnet: magnet?.frame ?? null,
      words: magnet ? magnetWords(magnet, work.documents.document) : '',
    })
  }

  #figures(frame: Frames): readonly DragFigure[] {
    const { part, item, neighbour } = this.#subject
    const { preview } = this.#drag.work.documents.state.value
    const cue = preview.cues[item.cue.id] ?? item.cue
    const { start, end, length } = cueTimes(cue, preview)
    const by = frame - grippedFrame(this.#subject)
    const figures: DragFigure[] = [
      { name: 'in', text: start, isMoving: part !== 'end' },
      { name: 'out', text: end || 'open', isMoving: part !== 'start' },
      { name: 'len', text: length, isMoving: part !== 'body' },
    ]
    const other = neighbour && (preview.cues[neighbour.cue.id] ?? neighbour.cue)
    if (other) figures.push({ name: 'other', text: cueTimes(other, preview).length, isMoving: true })
    figures.push({ name: '', text: `${by > 0 ? '+' : by < 0 ? '−' : '±'}${Math.abs(by)}`, isMoving: false })
    return figures.filter(({ text }) => text !== '')
  }

  #announce(magnet: Magnet | undefined): void {
    if (magnet?.frame === this.#held?.frame) return
    const { session, work } = this.#drag
    const announcement = magnet ? `At ${magnetWords(magnet, work.documents.document)}` : ''
    session.moment.patch({ announcement })
  }

  #say(outcome: DragOutcome): void {
    const { session, work } = this.#drag
    const { item } = this.#subject
    const { document } = work.documents
    const cue = document.cues[item.cue.id] ?? item.cue
    const { start, end, length } = cueTimes(cue, document)
    const times = [`in ${start}`, end && `out ${end}`, length && `length ${length}`].filter(Boolean)
    const announcement =
      outcome === 'dropped' ? `${calledCue(cue, document)}: ${times.join(', ')}` : 'Put back'
    session.moment.patch({ announcement })
  }

  #frameAt(clientX: number): number {
    const { first, pixelsPerFrame } = this.#drag.session.timeline.view.value
    return first + (clientX - this.#drag.area.getBoundingClientRect().left) / pixelsPerFrame
  }
}

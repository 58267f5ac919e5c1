import type { NoteId, SegmentId } from '../../shared/model/ids.ts'
import type { FrameRange } from '../../shared/time/frameRange.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import type { Playhead } from '../player/playhead.ts'
import { Store } from '../store/store.ts'
import { type Axis, axisFrame } from './axis.ts'
import { afterRestart, afterUserMove, type Follow, type FollowMode, followBy, followed } from './follow.ts'
import { backOf, forthOf, noViewHistory, restedAt, type ViewHistory, viewAtRest } from './viewHistory.ts'
import {
  clamped,
  fitted,
  fittedTo,
  keyAnchor,
  pannedBy,
  pannedTo,
  resized,
  revealed,
  stretchedOver,
  type Viewport,
  zoomedAt,
  zoomStep,
} from './viewport.ts'

/** Milliseconds without a move after which the view rests. */
const restPause = 350
/** Part of the window by which a page moves, so that a little of the one before is still seen. */
const pagePart = 0.9

const emptyExtent: FrameRange = { start: frames(0), end: frames(1) }

/** A note or a segment that is selected. */
export type Picked =
  | { readonly table: 'notes'; readonly id: NoteId }
  | { readonly table: 'segments'; readonly id: SegmentId }

/** The window onto the axis that the timeline shows, and how it goes along with the playhead. All frames are axis frames. */
export class TimelineView {
  readonly view: Store<Viewport>
  readonly axis = new Store<Axis>({ reels: [], length: frames(0) })
  /** Whether the pointer takes hold of the view wherever it presses. */
  readonly hand = new Store(false)
  /** The note or segment that was last selected. */
  readonly picked = new Store<Picked | null>(null)
  /** Decibels by which the sound is drawn taller at present. */
  readonly shownGain = new Store(0)
  readonly #playhead: Playhead
  #follow: Follow = followBy('page', false)
  #history: ViewHistory = noViewHistory
  #resting: ReturnType<typeof setTimeout> | null = null
  /** Whether the width is that of a window, and not assumed. */
  #isMeasured = false
  /** The playhead's frame when the view last went along with it. */
  #seen = -1

  constructor(playhead: Playhead) {
    this.#playhead = playhead
    this.view = new Store<Viewport>(fitted(emptyExtent, 1000))
    let speed = 0
    playhead.state.subscribe((state) => {
      if (speed === 0 && state.speed !== 0) this.#follow = afterRestart(this.#follow)
      speed = state.speed
      this.#goAlong()
    })
  }

  /** The axis frame of the playhead. */
  get playhead(): Frames {
    const { place } = this.#playhead
    return (place && axisFrame(this.axis.value, place)) ?? frames(0)
  }

  /** Forgets where the view was, as when another production is opened. */
  forgetHistory(): void {
    if (this.#resting) clearTimeout(this.#resting)
    this.#resting = null
    this.#history = noViewHistory
  }

  /** Takes note of changed reels; keeps the window unless the axis has another length. */
  setAxis(axis: Axis): void {
    const before = this.axis.value
    this.axis.set(axis)
    if (before.length === axis.length) return
    const extent = { start: frames(0), end: frames(Math.max(1, axis.length)) }
    this.view.set(clamped({ ...this.view.value, extent }))
  }

  setWidth(width: number): void {
    if (width > 0) this.#isMeasured = true
    if (width > 0 && width !== this.view.value.width) this.view.set(resized(this.view.value, width))
  }

  /** Chooses how to go along; the mode that is chosen already stays set aside if it was. */
  setFollow(mode: FollowMode, reducedMotion: boolean): void {
    const chosen = followBy(mode, reducedMotion)
    if (chosen.mode !== this.#follow.mode) this.#follow = chosen
  }

  /** Shows everything. */
  fit(): void {
    this.#move(fitted(this.view.value.extent, this.view.value.width))
  }

  /** Shows a stretch of the axis, with a little room around it. */
  fitTo(range: FrameRange): void {
    this.#move(fittedTo(this.view.value, range, 40))
  }

  /** Zooms by a factor about an x in CSS px of the window. */
  zoomAt(x: number, factor: number): void {
    this.#move(zoomedAt(this.view.value, x, factor))
  }

  /** Zooms by one step about the playhead where it shows, else about the middle. */
  zoomBySteps(steps: number): void {
    this.zoomAt(keyAnchor(this.view.value, this.playhead), zoomStep ** (steps * 2))
  }

  /** Moves by CSS px. */
  pan(pixels: number): void {
    this.#move(pannedBy(this.view.value, pixels))
  }

  /** Moves by windows, or parts of one; positive shows what comes later. */
  page(windows: number): void {
    this.pan(windows * this.view.value.width * pagePart)
  }

  /** Moves so that a frame, a real number, begins at an x in CSS px. */
  hold(frame: number, x: number): void {
    this.#move(pannedTo(this.view.value, frame, x))
  }

  /** Shows the stretch from one frame to another, real numbers both, edge to edge. */
  stretchOver(from: number, to: number): void {
    this.#move(stretchedOver(this.view.value, from, to))
  }

  /** Puts back a view from before a gesture. */
  putBack(view: Viewport): void {
    this.#move(clamped({ ...view, extent: this.view.value.extent, width: this.view.value.width }))
  }

  /** Shows what showed when the production was left, in a window of today's width. */
  comeBack({ first, pixelsPerFrame, width }: Pick<Viewport, 'first' | 'pixelsPerFrame' | 'width'>): void {
    const { extent, width: present } = this.view.value
    const view = clamped({ extent, width, first, pixelsPerFrame })
    this.#move(this.#isMeasured ? resized(view, present) : view)
  }

  /** Goes back to where the view rested before. False when there is no such place. */
  back(): boolean {
    return this.#travel(backOf)
  }

  /** Goes forth again to where the view was gone back from. False when there is no such place. */
  forth(): boolean {
    return this.#travel(forthOf)
  }

  /** Moves so that a frame stands in the middle. */
  centreOn(frame: Frames): void {
    this.#move(pannedTo(this.view.value, frame, this.view.value.width / 2))
  }

  /** Moves only if the frame is outside. */
  reveal(frame: Frames): void {
    this.view.set(revealed(this.view.value, frame))
  }

  #move(view: Viewport): void {
    if (!this.#resting) this.#rest()
    else clearTimeout(this.#resting)
    this.#resting = setTimeout(() => this.#rest(), restPause)
    this.view.set(view)
    this.#follow = afterUserMove(this.#follow, view, this.playhead)
  }

  /** The view stays where it is for now; that is a place to go back to. */
  #rest(): void {
    if (this.#resting) clearTimeout(this.#resting)
    this.#resting = null
    this.#history = restedAt(this.#history, this.view.value)
  }

  #travel(to: (history: ViewHistory) => ViewHistory | null): boolean {
    this.#rest()
    const next = to(this.#history)
    if (!next) return false
    this.#history = next
    this.view.set(viewAtRest(this.view.value, next))
    this.#follow = afterUserMove(this.#follow, this.view.value, this.playhead)
    return true
  }

  #goAlong(): void {
    const { speed, frame, shown } = this.#playhead.state.value
    const { playhead } = this
    const hasMoved = playhead !== this.#seen
    this.#seen = playhead
    if (speed === 0) {
      // A pause that settles on the picture shown is no move of the user's, and leaves a view that was panned away.
      const isSettling = this.#follow.suspended && shown === frame
      if (!hasMoved || isSettling || this.#follow.mode === 'off') return
      this.#follow = afterRestart(this.#follow)
      this.view.set(revealed(this.view.value, playhead))
      return
    }
    const next = followed(this.#follow, this.view.value, playhead)
    this.#follow = next.follow
    this.view.set(next.view)
  }
}

import type { NoteId, SegmentId } from '../../shared/model/ids.ts'
import type { FrameRange } from '../../shared/time/frameRange.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import type { Playhead } from '../player/playhead.ts'
import { Store } from '../store/store.ts'
import { type Axis, axisFrame } from './axis.ts'
import { afterRestart, afterUserMove, type Follow, type FollowMode, followBy, followed } from './follow.ts'
import {
  clamped,
  fitted,
  fittedTo,
  keyAnchor,
  pannedBy,
  pannedTo,
  resized,
  revealed,
  type Viewport,
  zoomedAt,
  zoomStep,
} from './viewport.ts'

const emptyExtent: FrameRange = { start: frames(0), end: frames(1) }

/** A note or a segment that is selected. */
export type Picked =
  | { readonly table: 'notes'; readonly id: NoteId }
  | { readonly table: 'segments'; readonly id: SegmentId }

/** The window onto the axis that the timeline shows, and how it goes along with the playhead. All frames are axis frames. */
export class TimelineView {
  readonly view: Store<Viewport>
  readonly axis = new Store<Axis>({ reels: [], length: frames(0) })
  /** The note or segment that was last selected. */
  readonly picked = new Store<Picked | null>(null)
  readonly #playhead: Playhead
  #follow: Follow = followBy('page', false)

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

  /** Takes note of changed reels; keeps the window unless the axis has another length. */
  setAxis(axis: Axis): void {
    const before = this.axis.value
    this.axis.set(axis)
    if (before.length === axis.length) return
    const extent = { start: frames(0), end: frames(Math.max(1, axis.length)) }
    this.view.set(clamped({ ...this.view.value, extent }))
  }

  setWidth(width: number): void {
    if (width > 0 && width !== this.view.value.width) this.view.set(resized(this.view.value, width))
  }

  setFollow(mode: FollowMode, reducedMotion: boolean): void {
    this.#follow = followBy(mode, reducedMotion)
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

  /** Moves so that a frame stands in the middle. */
  centreOn(frame: Frames): void {
    this.#move(pannedTo(this.view.value, frame, this.view.value.width / 2))
  }

  /** Moves only if the frame is outside. */
  reveal(frame: Frames): void {
    this.view.set(revealed(this.view.value, frame))
  }

  #move(view: Viewport): void {
    this.view.set(view)
    this.#follow = afterUserMove(this.#follow, view, this.playhead)
  }

  #goAlong(): void {
    const { speed } = this.#playhead.state.value
    if (speed === 0) {
      this.view.set(revealedIfStepped(this.view.value, this.playhead, this.#follow))
      return
    }
    const next = followed(this.#follow, this.view.value, this.playhead)
    this.#follow = next.follow
    this.view.set(next.view)
  }
}

function revealedIfStepped(view: Viewport, playhead: Frames, follow: Follow): Viewport {
  return follow.mode === 'off' || follow.suspended ? view : revealed(view, playhead)
}

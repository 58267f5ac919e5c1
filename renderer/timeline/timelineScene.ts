import { openCueOf, openCuesOf } from '../../shared/edits/cueSpans.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { OpenWork, Session } from '../store/session.ts'
import { Store } from '../store/store.ts'
import { Scope } from '../ui/scope.ts'
import { canvasResizes } from './canvasSize.ts'
import type { CueItem } from './cueItems.ts'
import { CueLayout } from './cueLayout.ts'
import { type Lanes, type VisibleItems, visibleItems } from './lanes.ts'
import type { Viewport } from './viewport.ts'

/** What the timeline shows at one moment. */
export type TimelineScene = {
  readonly view: Viewport
  readonly document: ProductionDocument
  readonly lanes: Lanes<CueItem>
  readonly visible: VisibleItems<CueItem>
}

/** Gathers what the timeline shows, at most once an animation frame, whatever changed since. */
export class TimelineSceneMaker {
  readonly scene: Store<TimelineScene | null> = new Store<TimelineScene | null>(null)
  /** The item that keeps its element however thin or far away it is, since it has the focus. */
  kept: string | undefined
  /** The item that is dragged, which keeps its element too. */
  dragged: string | undefined
  /** While an edge or body is dragged every cue stays in its lane. */
  isDragging = false
  readonly #session: Session
  readonly #work: OpenWork
  readonly #scope = new Scope()
  #request = 0
  readonly #layout = new CueLayout()
  /** The answers of the review that are drawn. */
  #arrivals = 0

  constructor(session: Session, work: OpenWork) {
    this.#session = session
    this.#work = work
    const soon = () => this.schedule()
    this.#scope.own(session.timeline.view.subscribe(soon))
    this.#scope.own(session.timeline.axis.subscribe(soon))
    this.#scope.own(work.documents.state.subscribe(soon))
    this.#scope.own(work.review.arrivals.subscribe(soon))
    this.#scope.own(session.peaks.revision.subscribe(soon))
    this.#scope.own(canvasResizes.subscribe(soon))
    this.#scope.own(
      session.playhead.state.subscribe(() => {
        if (openCueOf(work.documents.document)) soon()
      }),
    )
    soon()
  }

  /** Draws again at the next animation frame. */
  schedule(): void {
    if (this.#request || this.#scope.hasEnded) return
    this.#request = requestAnimationFrame(() => {
      this.#request = 0
      this.#make()
    })
  }

  /** Arranges the lanes anew, as after a drag. */
  settle(): void {
    this.#layout.settle()
    this.schedule()
  }

  end(): void {
    cancelAnimationFrame(this.#request)
    this.#scope.end()
  }

  #make(): void {
    const { preview } = this.#work.documents.state.value
    const view = this.#session.timeline.view.value
    const lanes = this.#arrange(preview)
    const visible = visibleItems(lanes, view, devicePixelRatio, new Set([this.kept, this.dragged]))
    this.scene.set({ view, document: preview, lanes, visible })
  }

  #arrange(document: ProductionDocument): Lanes<CueItem> {
    const { axis, playhead } = this.#session.timeline
    const { review } = this.#work
    const arrivals = review.arrivals.value
    const open = openCuesOf(document).map(({ id }) => id)
    const missed = arrivals - this.#arrivals
    this.#arrivals = arrivals
    const known = missed === 0 ? [] : missed === 1 ? review.latest : 'all'
    return this.#layout.update({
      document,
      axis: axis.value,
      playhead,
      facts: review.facts,
      stale: known === 'all' ? known : [...known, ...open],
      isDragging: this.isDragging,
    })
  }
}

import { openCueOf } from '../../shared/edits/cueSpans.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { projectionOf } from '../review/findings.ts'
import type { OpenWork, Session } from '../store/session.ts'
import { Store } from '../store/store.ts'
import { Scope } from '../ui/scope.ts'
import { type CueItem, cueItems } from './cueItems.ts'
import { arrangeLanes, type Lanes, type VisibleItems, visibleItems, whileDragged } from './lanes.ts'
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
  #document: ProductionDocument | null = null
  #lanes: Lanes<CueItem> = arrangeLanes([])

  constructor(session: Session, work: OpenWork) {
    this.#session = session
    this.#work = work
    const soon = () => this.schedule()
    this.#scope.own(session.timeline.view.subscribe(soon))
    this.#scope.own(session.timeline.axis.subscribe(soon))
    this.#scope.own(work.documents.state.subscribe(soon))
    this.#scope.own(session.peaks.revision.subscribe(soon))
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
    this.#document = null
    this.schedule()
  }

  end(): void {
    cancelAnimationFrame(this.#request)
    this.#scope.end()
  }

  #make(): void {
    const { preview } = this.#work.documents.state.value
    const view = this.#session.timeline.view.value
    const hasOpenCue = openCueOf(preview) !== null
    if (preview !== this.#document || hasOpenCue) this.#arrange(preview)
    const visible = visibleItems(this.#lanes, view, devicePixelRatio, new Set([this.kept, this.dragged]))
    this.scene.set({ view, document: preview, lanes: this.#lanes, visible })
  }

  #arrange(document: ProductionDocument): void {
    const { axis, playhead } = this.#session.timeline
    const { findingsOf, useOf } = projectionOf(this.#work.documents.document)
    const items = cueItems(document, axis.value, playhead, findingsOf, useOf)
    this.#lanes =
      this.isDragging && this.#lanes.placed.length === items.length
        ? whileDragged(this.#lanes, items)
        : arrangeLanes(items)
    this.#document = document
  }
}

import type { Place } from '../../shared/edits/cueSpans.ts'
import type { Frames } from '../../shared/time/frames.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import type { Session } from '../store/session.ts'
import { placeAt } from '../timeline/axis.ts'
import { Scope } from '../ui/scope.ts'
import { drawPicture, pictureOfPlace } from './pictureOfPlace.ts'

/** The elements of the card. */
export type HoverParts = {
  readonly card: HTMLElement
  readonly canvas: HTMLCanvasElement
  readonly timecode: HTMLElement
}

/** Milliseconds that the pointer stays before the card comes. */
const comingPause = 120
/** CSS px between the card and the area, and between the card and the window's edge. */
const gap = 8

/** Shows the card while the pointer moves over an area, and takes it away as soon as anything else happens there. */
export class HoverShow {
  readonly #session: Session
  readonly #area: HTMLElement
  readonly #parts: HoverParts
  readonly #frameAt: (x: number, width: number) => Frames
  readonly #scope = new Scope()
  #coming: ReturnType<typeof setTimeout> | null = null
  #asked = new AbortController()
  #pointerX = 0

  constructor(
    session: Session,
    area: HTMLElement,
    parts: HoverParts,
    frameAt: (x: number, width: number) => Frames,
  ) {
    this.#session = session
    this.#area = area
    this.#parts = parts
    this.#frameAt = frameAt
    this.#scope.listen(area, 'pointermove', (event) => this.#move(event))
    const hide = () => this.hide()
    for (const end of ['pointerleave', 'pointerdown', 'pointercancel', 'wheel']) {
      this.#scope.listen(area, end, hide, { passive: true })
    }
    this.#scope.listen(window, 'keydown', hide, { capture: true })
    this.#scope.listen(window, 'blur', hide)
    this.#scope.own(session.timeline.view.subscribe(hide))
    this.#scope.own(session.timeline.axis.subscribe(hide))
    this.#scope.own(hide)
  }

  hide(): void {
    if (this.#coming) clearTimeout(this.#coming)
    this.#coming = null
    this.#asked.abort()
    this.#parts.card.hidden = true
    this.#parts.canvas.hidden = true
  }

  end(): void {
    this.#scope.end()
  }

  #move({ clientX, buttons, pointerType }: PointerEvent): void {
    if (buttons !== 0 || pointerType === 'touch') {
      this.hide()
      return
    }
    this.#pointerX = clientX
    if (!this.#parts.card.hidden) this.#show()
    else this.#coming ??= setTimeout(() => this.#show(), comingPause)
  }

  #show(): void {
    this.#coming = null
    const { left, width, top } = this.#area.getBoundingClientRect()
    const { axis } = this.#session.timeline
    const frame = this.#frameAt(this.#pointerX - left, width)
    const place = frame >= 0 && frame < axis.value.length ? placeAt(axis.value, frame) : null
    const rate = this.#session.work.value?.documents.document.production.rate
    if (!place || !rate) {
      this.hide()
      return
    }
    const { card, timecode } = this.#parts
    const text = formatTimecode(place.frame, rate)
    if (card.hidden || timecode.textContent !== text) {
      timecode.textContent = text
      this.#ask(place, card.clientWidth || 216)
    }
    card.hidden = false
    this.#put(top)
  }

  /** Asks for the picture; until it comes, the one before stays, faint, since it is another frame. */
  #ask(place: Place, cardWidth: number): void {
    const { canvas, card } = this.#parts
    this.#asked.abort()
    this.#asked = new AbortController()
    const { signal } = this.#asked
    canvas.dataset.late = 'true'
    const width = Math.round(cardWidth * devicePixelRatio)
    void pictureOfPlace(this.#session, place, { width, urgency: 'pointer', signal }).then((picture) => {
      if (signal.aborted || card.hidden) return
      canvas.hidden = picture === null
      if (picture) drawPicture(canvas, picture)
      canvas.dataset.late = 'false'
      this.#put(this.#area.getBoundingClientRect().top)
    })
  }

  /** Puts the card over the pointer, inside the window; below the area where there is no room above. */
  #put(top: number): void {
    const { card } = this.#parts
    const { offsetWidth, offsetHeight } = card
    const most = window.innerWidth - offsetWidth - gap
    const x = Math.max(gap, Math.min(most, this.#pointerX - offsetWidth / 2))
    const above = top - offsetHeight - gap
    const y = above >= gap ? above : this.#area.getBoundingClientRect().bottom + gap
    card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  }
}

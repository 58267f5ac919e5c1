import type { Frames } from '../../shared/time/frames.ts'
import { Store } from '../store/store.ts'
import type { Scope } from '../ui/scope.ts'
import type { LatencyMeter } from './latencyMeter.ts'
import type { PictureClock } from './pictureClock.ts'

/** What the queue tells of its seeks. */
type SeekEvents = {
  /** A seek is over, and this is the picture that it brought. */
  readonly ended: (shown: Frames) => void
  /** Every seek asked for is over. */
  readonly idle: () => void
}

type Verification = { readonly frame: Frames; readonly done: (isShown: boolean) => void }

/** Milliseconds that a picture has to reach the screen when it is to be proof of a mark… */
const longestPresentation = 200
/** …and when it only passes by. */
const longestGlimpse = 50
/** Milliseconds between two looks at what is on screen. */
const glance = 4
/** How often a frame is sought at most when the element says that it was, and shows another: a busy one may lose a picture. */
const mostAttempts = 3

/**
 * Seeks one frame at a time, while the newest target waits: a new seek would starve the picture of the one before, which is
 * decoded soon after but must also reach the screen.
 */
export class SeekQueue {
  /** Whether a seek is under way or waits: until then the picture on screen may still change. */
  readonly isBusy = new Store(false)
  readonly #video: HTMLVideoElement
  readonly #clock: PictureClock
  readonly #latency: LatencyMeter
  readonly #events: SeekEvents
  #seeking: Frames | null = null
  #waiting: Frames | null = null
  /** The newest target, where the picture goes back to after a verification elsewhere. */
  #wanted: Frames | null = null
  #begun = 0
  /** How often the frame that is sought was sought in a row. */
  #attempts = 0
  /** Counts the seeks, so that what is heard late of one is not taken for another. */
  #turn = 0
  /** The last seek of which the element has said that it is over. */
  #settling = 0
  #verifying: Verification[] = []

  constructor(
    video: HTMLVideoElement,
    scope: Scope,
    clock: PictureClock,
    latency: LatencyMeter,
    events: SeekEvents,
  ) {
    this.#video = video
    this.#clock = clock
    this.#latency = latency
    this.#events = events
    scope.listen(video, 'seeked', () => this.#ended())
  }

  get isIdle(): boolean {
    return this.#seeking === null && this.#waiting === null && this.#verifying.length === 0
  }

  /** Brings the picture to a frame, in place of any target that still waits. */
  want(frame: Frames): void {
    this.#wanted = frame
    this.#waiting = this.#seeking === frame ? null : frame
    this.#start()
  }

  /** Drops the target that waits. */
  forget(): void {
    this.#wanted = null
    this.#waiting = null
  }

  /** Shows a frame, if need be ahead of newer targets, and tells whether the picture on screen is that frame. */
  verify(frame: Frames): Promise<boolean> {
    return new Promise((done) => {
      this.#verifying.push({ frame, done })
      this.#start()
    })
  }

  /** Gives everything up, since the film goes. */
  clear(): void {
    for (const { done } of this.#verifying.splice(0)) done(false)
    this.#seeking = null
    this.forget()
    this.isBusy.set(false)
  }

  /** The frame that must be on screen before anything else; null when a newer target waits, or none is wanted any more. */
  get #needed(): Frames | null {
    return this.#verifying[0]?.frame ?? (this.#waiting === null ? this.#wanted : null)
  }

  #start(): void {
    if (this.#seeking !== null) return
    const next = this.#verifying[0]?.frame ?? this.#waiting
    if (next === null || next === undefined) return
    if (this.#verifying.length === 0) this.#waiting = null
    this.#attempts = 0
    this.#seek(next)
  }

  #seek(frame: Frames): void {
    this.#seeking = frame
    this.#attempts += 1
    this.#turn += 1
    this.#begun = performance.now()
    this.isBusy.set(true)
    this.#video.currentTime = this.#clock.secondsOf(frame)
  }

  #ended(): void {
    const turn = this.#turn
    if (this.#seeking === null || turn === this.#settling) return
    this.#latency.sought(performance.now() - this.#begun)
    this.#settling = turn
    this.#settle(turn, this.#seeking, performance.now())
  }

  /** Goes on once the picture sought is on screen. A busy element first shows the one before, and a hidden one none. */
  #settle(turn: number, sought: Frames, since: number): void {
    if (turn !== this.#turn || this.#seeking !== sought) return
    const shown = this.#clock.frameOnScreen()
    this.#events.ended(shown)
    const isThere = shown === sought && this.#clock.presented.value === sought
    const isProof = this.#verifying[0]?.frame === sought
    const patience = isProof ? longestPresentation : document.hidden ? 0 : longestGlimpse
    if (isThere || performance.now() - since >= patience) this.#goOn(turn, sought, shown)
    else setTimeout(() => this.#settle(turn, sought, since), glance)
  }

  #goOn(turn: number, sought: Frames, shown: Frames): void {
    if (this.#turn !== turn || this.#seeking !== sought) return
    if (shown !== sought && sought === this.#needed && this.#attempts < mostAttempts) {
      this.#seek(sought)
      return
    }
    this.#seeking = null
    const [verifying] = this.#verifying
    if (verifying?.frame === sought) {
      this.#verifying.shift()
      verifying.done(shown === sought)
      const isElsewhere = this.#wanted !== null && this.#wanted !== sought
      if (this.#verifying.length === 0 && this.#waiting === null && isElsewhere) this.#waiting = this.#wanted
    }
    this.#start()
    if (!this.isIdle) return
    this.isBusy.set(false)
    this.#events.idle()
  }
}

import type { FrameRate } from '../../shared/time/frameRate.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { Store } from '../store/store.ts'
import { Scope } from '../ui/scope.ts'
import { LatencyMeter } from './latencyMeter.ts'
import { PictureClock } from './pictureClock.ts'
import { ReverseClock } from './reverseClock.ts'
import { SeekQueue } from './seekQueue.ts'

/** What the transport needs to know of a film. */
export type LoadedFilm = {
  readonly url: string
  readonly rate: FrameRate
  readonly frameCount: Frames
  readonly hasPicture: boolean
}

/** Where the transport is, in file frames of the loaded film. */
export type TransportState = {
  /** `none` without a film, `opening` until its first picture is there. */
  readonly status: 'none' | 'opening' | 'ready' | 'failed'
  /** The frame that the timecode names: the one asked for while still, the one on screen while playing either way. */
  readonly target: Frames
  /** The frame whose picture is on screen. */
  readonly shown: Frames
  /** Whether a seek is under way, so that the picture may still change while the film stands still. */
  readonly isSeeking: boolean
  /** Playing speed: 0 paused, negative backwards. */
  readonly speed: number
}

/** A frame to mark at, and whether the picture on screen is known to be that frame. */
export type MarkFrame = { readonly frame: Frames; readonly verified: boolean }

/** Where a run begins and how far it goes, in file frames; from where it stands to the film's end, if absent. */
export type Run = {
  readonly from?: Frames
  /** Forwards the first frame that is not played any more, backwards the last one that is. */
  readonly until?: Frames
}

/** `starting` waits for seeks that are still on their way; `ending` has come to the end of its run. */
type Motion = 'still' | 'starting' | 'forwards' | 'backwards' | 'ending'

const resting: TransportState = {
  status: 'none',
  target: frames(0),
  shown: frames(0),
  isSeeking: false,
  speed: 0,
}

/** Seconds between two pictures of a screen… */
const screenPause = 1 / 60
/** …and how late a window may hear of one. Faster than normal it stops that much ahead, as pictures are left out anyway. */
const longestLag = 0.06

/** Plays, shuttles, steps and seeks one film in whole frames. The only speaker of seconds in the window. */
export class Transport {
  readonly state = new Store<TransportState>(resting)
  /** The speed at which the film last came to the end of its run, told anew each time. Who hears it may go on at once. */
  readonly playedOut = new Store<{ readonly speed: number }>({ speed: 0 })
  /** Every picture that reaches the screen, by its file frame. */
  readonly pictures: Store<Frames | null>
  readonly latency = new LatencyMeter()
  readonly video: HTMLVideoElement
  readonly #scope = new Scope()
  readonly #clock: PictureClock
  readonly #seeks: SeekQueue
  readonly #reverse: ReverseClock
  #film: LoadedFilm | null = null
  #motion: Motion = 'still'
  #until: Frames | null = null
  /** Where playing backwards should be by now. */
  #due = frames(0)
  #ending: ReturnType<typeof setTimeout> | undefined

  constructor(video: HTMLVideoElement) {
    this.video = video
    this.#clock = new PictureClock(video, this.#scope, (frame) => this.#see(frame))
    this.pictures = this.#clock.presented
    this.#seeks = new SeekQueue(video, this.#scope, this.#clock, this.latency, {
      ended: (shown) => this.#see(shown),
      idle: () => this.#seeksEnded(),
    })
    this.#scope.own(this.#seeks.isBusy.subscribe((isSeeking) => this.state.patch({ isSeeking })))
    this.#reverse = new ReverseClock((by) => this.#stepBack(by))
    this.#scope.own(
      this.pictures.subscribe((frame) => frame !== null && this.latency.presented(performance.now())),
    )
    this.#scope.own(this.#clock.hasPresented.subscribe((has) => has && this.#opened()))
    this.#scope.listen(video, 'loadeddata', () => this.#showsNothing && this.#opened())
    this.#scope.listen(video, 'ended', () => this.#motion === 'forwards' && this.#comeOut())
    // A hidden window is told of no pictures, but of the passing time.
    this.#scope.listen(video, 'timeupdate', () => this.#motion === 'forwards' && this.look())
    this.#scope.listen(video, 'error', () => this.#failed())
    this.#scope.listen(video, 'pause', () => {
      if (this.#motion === 'forwards' && video.paused && !video.ended) this.pause()
    })
  }

  /** Shows the first picture of a film of which nothing is known yet; `load` goes on from there. */
  preview(url: string): void {
    this.unload()
    this.video.src = url
  }

  /** Resolves once a first picture is on screen, none is to be expected, or `patience` milliseconds have gone by. */
  async firstPicture(patience: number): Promise<void> {
    const scope = new Scope()
    await Promise.race([
      this.#clock.hasPresented.when((has) => has),
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience)
        scope.own(() => clearTimeout(timer))
        scope.listen(this.video, 'error', () => resolve())
        scope.listen(this.video, 'loadeddata', () => {
          if (this.video.videoWidth === 0) resolve()
        })
      }),
    ])
    scope.end()
  }

  /** Opens a film and resolves when its first picture is on screen (false when it cannot be played). */
  async load(film: LoadedFilm): Promise<boolean> {
    if (this.#isLoaded(film)) {
      this.pause()
      return true
    }
    const isPreviewed = this.#film === null && this.video.src === film.url
    if (!isPreviewed) this.unload()
    this.#film = film
    this.#clock.countIn(film)
    this.state.set({ ...resting, status: 'opening' })
    if (!isPreviewed) this.video.src = film.url
    else if (this.video.error) this.#failed()
    else if (this.#clock.hasPresented.value || this.#showsNothing) this.#opened()
    const isStill = () => this.#film?.url === film.url
    const opened = await this.state.when((state) => state.status !== 'opening' || !isStill())
    return opened.status === 'ready' && isStill()
  }

  /** Lets go of the film. */
  unload(): void {
    this.#halt('still')
    this.#seeks.clear()
    this.#clock.clear()
    this.#film = null
    this.video.removeAttribute('src')
    this.video.load()
    this.state.set(resting)
  }

  /** Plays at a speed: 1 is normal, negative is backwards, 0 pauses. Begins when the picture is where the timecode is. */
  play(speed: number, { from, until }: Run = {}): void {
    if (this.state.value.status !== 'ready') return
    if (speed === 0) {
      this.pause()
      return
    }
    this.#until = until ?? null
    if (from === undefined && this.#motion === (speed > 0 ? 'forwards' : 'backwards')) {
      this.state.patch({ speed })
      this.#run()
      return
    }
    const target = from === undefined ? this.#named() : this.#inFilm(from)
    this.#halt('starting')
    this.state.patch({ speed, target })
    const isThere = this.state.value.shown === target && this.#seeks.isIdle
    if (from !== undefined || !isThere) this.#seeks.want(target)
    this.#begin()
  }

  /** Stops, and rests exactly on the frame that is on screen. */
  pause(): void {
    const { speed, status } = this.state.value
    if (status !== 'ready' || speed === 0) return
    const target = this.#named()
    this.#halt('still')
    this.state.patch({ speed: 0 })
    this.seek(target)
  }

  /** Moves to a file frame at once on the timecode, and as soon as it is decoded in the picture; goes on playing from there. */
  seek(frame: Frames): void {
    if (!this.#film) return
    const target = this.#inFilm(frame)
    const { speed, status } = this.state.value
    if (speed !== 0) {
      this.play(speed, { from: target, ...(this.#until === null ? {} : { until: this.#until }) })
      return
    }
    this.state.patch({ target })
    if (status === 'ready') this.#seeks.want(target)
  }

  /** Moves by whole frames from where the timecode is, pausing first. */
  step(by: number): void {
    this.pause()
    this.seek(frames(this.state.value.target + by))
  }

  /** While playing, brings the timecode to the very picture that the element shows now, ahead of any callback about it. */
  look(): void {
    if (this.#isRunning) this.#see(this.#clock.frameOnScreen())
  }

  /** The frame to mark at this very moment: the one that the timecode names, which is the one on screen while playing. */
  markFrame(): MarkFrame {
    this.look()
    const { target, shown } = this.state.value
    return { frame: target, verified: this.#isRunning || (this.#seeks.isIdle && shown === target) }
  }

  /** Shows the frame, if need be ahead of newer targets, and tells whether the picture is that frame. */
  verify(frame: Frames): Promise<boolean> {
    if (!this.#film?.hasPicture) return Promise.resolve(this.#film !== null)
    return this.#seeks.verify(frame)
  }

  /** Seconds of the media's own time at which its first picture is presented. */
  get pictureStart(): number {
    return this.#clock.firstTimestamp
  }

  /** Ends everything the transport listens to. */
  end(): void {
    this.unload()
    this.#scope.end()
  }

  #isLoaded({ url, rate, frameCount }: LoadedFilm): boolean {
    const { status } = this.state.value
    const loaded = this.#film
    return (
      status === 'ready' && loaded?.url === url && loaded.rate === rate && loaded.frameCount === frameCount
    )
  }

  get #rate(): FrameRate {
    return this.#film?.rate ?? { num: 24, den: 1, dropFrame: false }
  }

  #inFilm(frame: Frames): Frames {
    return frames(Math.max(0, Math.min((this.#film?.frameCount ?? 1) - 1, frame)))
  }

  /** Whether the timecode goes along with the picture, and not the picture with the timecode. */
  get #isRunning(): boolean {
    return this.#motion === 'forwards' || this.#motion === 'backwards' || this.#motion === 'ending'
  }

  /** The frame that the timecode names, brought up to the picture while playing. */
  #named(): Frames {
    this.look()
    return this.state.value.target
  }

  #halt(motion: Motion): void {
    this.#motion = motion
    clearTimeout(this.#ending)
    this.#reverse.stop()
    this.#seeks.forget()
    this.video.pause()
  }

  #begin(): void {
    if (this.#motion !== 'starting' || !this.#seeks.isIdle) return
    this.#motion = this.state.value.speed > 0 ? 'forwards' : 'backwards'
    this.#due = this.state.value.target
    this.#run()
  }

  /** Sets the film going at the speed of the state, or on at it. */
  #run(): void {
    const { speed, target } = this.state.value
    if (speed < 0) {
      if (this.#due <= this.#lowest && this.#seeks.isIdle) this.#comeOut()
      else this.#reverse.start(-speed, this.#rate)
      return
    }
    if (this.#isAtEnd(target)) {
      this.#holdLast(target)
      return
    }
    this.video.playbackRate = speed
    void this.video.play().catch(() => {
      if (this.#motion === 'forwards' && this.video.paused) this.pause()
    })
  }

  #seeksEnded(): void {
    if (this.#motion === 'starting') this.#begin()
    else if (this.#motion === 'backwards' && this.#due === this.#lowest) this.#comeOut()
  }

  get #lowest(): Frames {
    return this.#until ?? frames(0)
  }

  #stepBack(by: number): void {
    this.#due = frames(Math.max(this.#lowest, this.#due - by))
    this.#seeks.want(this.#due)
  }

  #see(shown: Frames): void {
    this.state.patch(this.#isRunning ? { shown, target: shown } : { shown })
    if (this.#motion === 'forwards' && this.#isAtEnd(shown)) this.#holdLast(shown)
  }

  /** Whether a picture is the last one of a run that ends inside the film, or will be followed on screen by one beyond it. */
  #isAtEnd(shown: Frames): boolean {
    const { speed } = this.state.value
    const lag = ((speed > 1 ? longestLag : screenPause) * speed * this.#rate.num) / this.#rate.den
    return this.#until !== null && shown >= this.#until - Math.max(1, Math.round(lag))
  }

  /** Keeps the last picture of a run on screen for as long as it lasts. */
  #holdLast(shown: Frames): void {
    const left = Math.max(0, (this.#until ?? shown) - shown)
    this.#motion = 'ending'
    this.video.pause()
    const milliseconds = (1000 * left * this.#rate.den) / this.#rate.num / this.state.value.speed
    this.#ending = setTimeout(() => this.#comeOut(), milliseconds)
  }

  #comeOut(): void {
    this.#halt('ending')
    this.playedOut.set({ speed: this.state.value.speed })
    if (this.#motion === 'ending') this.pause()
  }

  /** Whether the element has data and none of it is a picture, be it that the film has none or that its codec is unknown here. */
  get #showsNothing(): boolean {
    return this.video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && this.video.videoWidth === 0
  }

  #opened(): void {
    if (this.state.value.status !== 'opening' || !this.#film) return
    if (this.#showsNothing) this.#film = { ...this.#film, hasPicture: false }
    this.#clock.countIn(this.#film)
    this.state.patch({ status: 'ready' })
    if (this.state.value.target > 0) this.#seeks.want(this.state.value.target)
  }

  #failed(): void {
    if (!this.#film || !this.video.error) return
    this.#halt('still')
    this.state.patch({ status: 'failed', speed: 0 })
  }
}

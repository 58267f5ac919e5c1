import type { FrameRate } from '../../shared/time/frameRate.ts'
import { type Frames, frameNearest, frames, middleOfFrame, startOfFrame } from '../../shared/time/frames.ts'
import { Store } from '../store/store.ts'
import { Scope } from '../ui/scope.ts'
import { ReverseClock } from './reverseClock.ts'

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
  /** The frame asked for: what the timecode shows while scrubbing. */
  readonly target: Frames
  /** The frame whose picture is on screen. */
  readonly shown: Frames
  /** Playing speed: 0 paused, negative backwards. */
  readonly speed: number
}

/** A frame to mark at, and whether the picture on screen is known to be that frame. */
export type MarkFrame = { readonly frame: Frames; readonly verified: boolean }

const resting: TransportState = { status: 'none', target: frames(0), shown: frames(0), speed: 0 }

/** Milliseconds that a picture has to reach the screen. */
const longestPresentation = 200

/*
 * A media element counts seconds and answers seeks late. Three rules keep the frame shown and the frame named the same.
 * A seek aims at the middle of a frame, measured from the first picture's own timestamp, which is not always 0. One seek
 * is in flight at a time and the newest target waits, since a new seek would starve the picture. What is on screen is
 * read from the picture's timestamp, never from currentTime, which follows the sound clock.
 */

/** Plays, shuttles, steps and seeks one film in whole frames. The only speaker of seconds in the window. */
export class Transport {
  readonly state = new Store<TransportState>(resting)
  /** The speed at which the film last played to its end, told anew each time. */
  readonly playedOut = new Store<{ readonly speed: number }>({ speed: 0 })
  readonly video: HTMLVideoElement
  readonly #scope = new Scope()
  readonly #reverse: ReverseClock
  #film: LoadedFilm | null = null
  #firstTimestamp = 0
  /** The frame whose picture reached the screen last. */
  readonly #presented = new Store<Frames | null>(null)
  #seeking: Frames | null = null
  #waiting: Frames | null = null
  readonly #hasPresented = new Store(false)
  #verifying: { readonly frame: Frames; readonly done: (verified: boolean) => void }[] = []

  constructor(video: HTMLVideoElement) {
    this.video = video
    this.#reverse = new ReverseClock((by) => this.#stepBack(by))
    this.#scope.listen(video, 'seeked', () => this.#seekEnded())
    this.#scope.listen(video, 'ended', () => {
      const { speed } = this.state.value
      this.pause()
      this.playedOut.set({ speed })
    })
    this.#scope.listen(video, 'error', () => this.#failed())
    this.#scope.listen(video, 'pause', () => {
      if (this.state.value.speed > 0 && !video.ended) this.pause()
    })
    this.#watchPictures()
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
      this.#hasPresented.when((has) => has),
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
    const isPreviewed = this.#film === null && this.video.src === film.url
    if (!isPreviewed) this.unload()
    this.#film = film
    this.state.set({ ...resting, status: 'opening' })
    if (!isPreviewed) this.video.src = film.url
    else if (this.video.error) this.#failed()
    else if (this.#hasPresented.value || this.#showsNothing) this.#opened()
    const isStill = () => this.#film?.url === film.url
    const opened = await this.state.when((state) => state.status !== 'opening' || !isStill())
    return opened.status === 'ready' && isStill()
  }

  /** Lets go of the film. */
  unload(): void {
    this.#reverse.stop()
    for (const { done } of this.#verifying.splice(0)) done(false)
    this.#film = null
    this.#seeking = null
    this.#waiting = null
    this.#firstTimestamp = 0
    this.#hasPresented.set(false)
    this.video.pause()
    this.video.removeAttribute('src')
    this.video.load()
    this.state.set(resting)
  }

  /** Plays at a speed: 1 is normal, negative is backwards, 0 pauses. */
  play(speed: number): void {
    if (this.state.value.status !== 'ready') return
    if (speed === 0) {
      this.pause()
      return
    }
    this.#reverse.stop()
    this.state.patch({ speed })
    if (speed < 0) {
      this.video.pause()
      this.#reverse.start(-speed, this.#rate)
      return
    }
    this.#waiting = null
    this.video.playbackRate = speed
    void this.video.play().catch(() => this.pause())
  }

  /** Stops, and rests exactly on the frame that is on screen. */
  pause(): void {
    const { speed, status } = this.state.value
    this.#reverse.stop()
    if (status !== 'ready' || speed === 0) return
    const resting = speed > 0 ? this.#frameOnScreen() : this.state.value.target
    this.state.patch({ speed: 0 })
    this.video.pause()
    this.seek(resting)
  }

  /** Moves to a file frame at once on the timecode, and as soon as it is decoded in the picture. */
  seek(frame: Frames): void {
    const film = this.#film
    if (!film) return
    const target = frames(Math.max(0, Math.min(film.frameCount - 1, frame)))
    this.state.patch({ target })
    if (this.state.value.status !== 'ready') return
    this.#waiting = target
    this.#startSeek()
  }

  /** Moves by whole frames from where the timecode is, pausing first. */
  step(by: number): void {
    if (this.state.value.speed !== 0) this.pause()
    this.seek(frames(this.state.value.target + by))
  }

  /** The frame to mark at this very moment: on screen while playing forwards, else the one the timecode shows. */
  markFrame(): MarkFrame {
    const { speed, target, shown } = this.state.value
    if (speed > 0) return { frame: this.#frameOnScreen(), verified: true }
    return { frame: target, verified: this.#seeking === null && this.#waiting === null && shown === target }
  }

  /** Shows the frame, if need be ahead of newer targets, and tells whether the picture is that frame. */
  verify(frame: Frames): Promise<boolean> {
    if (!this.#film?.hasPicture) return Promise.resolve(this.#film !== null)
    return new Promise((done) => {
      this.#verifying.push({ frame, done })
      this.#startSeek()
    })
  }

  /** Seconds of the media's own time at which its first picture is presented. */
  get pictureStart(): number {
    return this.#firstTimestamp
  }

  /** Ends everything the transport listens to. */
  end(): void {
    this.unload()
    this.#scope.end()
  }

  get #rate(): FrameRate {
    return this.#film?.rate ?? { num: 24, den: 1, dropFrame: false }
  }

  #startSeek(): void {
    if (this.#seeking !== null || !this.#film) return
    const next = this.#verifying[0]?.frame ?? this.#waiting
    if (next === null || next === undefined) return
    if (this.#verifying.length === 0) this.#waiting = null
    this.#seeking = next
    this.video.currentTime = this.#firstTimestamp + middleOfFrame(next, this.#rate)
  }

  #seekEnded(): void {
    const sought = this.#seeking
    if (sought === null) return
    const shown = this.#frameOnScreen()
    this.state.patch({ shown })
    const isProof = this.#verifying[0]?.frame === sought && shown === sought
    if (isProof && this.#presented.value !== sought)
      void this.#whenPresented(sought).then(() => this.#goOn(sought, shown))
    else this.#goOn(sought, shown)
  }

  /** Resolves when the picture of a frame has reached the screen; at last in any case, since a hidden window is given none. */
  #whenPresented(frame: Frames): Promise<unknown> {
    const patience = new Promise((resolve) => setTimeout(resolve, longestPresentation))
    return Promise.race([this.#presented.when((presented) => presented === frame), patience])
  }

  #goOn(sought: Frames, shown: Frames): void {
    if (this.#seeking !== sought) return
    this.#seeking = null
    const [verifying] = this.#verifying
    if (verifying?.frame === sought) {
      this.#verifying.shift()
      verifying.done(shown === sought)
      if (this.#verifying.length === 0 && this.#waiting === null && this.state.value.target !== sought) {
        this.#waiting = this.state.value.target
      }
    }
    this.#startSeek()
  }

  #stepBack(by: number): void {
    const { target } = this.state.value
    if (target === 0) this.pause()
    else this.seek(frames(target - by))
  }

  /** Whether the element has data and none of it is a picture, be it that the film has none or that its codec is unknown here. */
  get #showsNothing(): boolean {
    return this.video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && this.video.videoWidth === 0
  }

  #opened(): void {
    if (this.state.value.status !== 'opening' || !this.#film) return
    if (this.#showsNothing) this.#film = { ...this.#film, hasPicture: false }
    this.state.patch({ status: 'ready' })
    this.#waiting = this.state.value.target > 0 ? this.state.value.target : null
    this.#startSeek()
  }

  #failed(): void {
    if (this.#film && this.video.error) this.state.patch({ status: 'failed', speed: 0 })
  }

  #watchPictures(): void {
    const presented = (_now: number, picture: VideoFrameCallbackMetadata) => {
      if (this.#scope.hasEnded) return
      this.video.requestVideoFrameCallback(presented)
      if (!this.#hasPresented.value) {
        this.#firstTimestamp = picture.mediaTime
        this.#hasPresented.set(true)
        if (this.#film) this.#opened()
        return
      }
      if (!this.#film) return
      const frame = frameNearest(picture.mediaTime - this.#firstTimestamp, this.#rate)
      this.#presented.set(frame)
      this.#see(frame)
    }
    this.video.requestVideoFrameCallback(presented)
    this.#scope.listen(this.video, 'loadeddata', () => {
      if (this.#film && this.#showsNothing) this.#opened()
    })
    this.#scope.listen(this.video, 'timeupdate', () => {
      if (this.#film && !this.#film.hasPicture) this.#see(this.#frameOnScreen())
    })
  }

  #see(shown: Frames): void {
    const following = this.state.value.speed > 0
    this.state.patch(following ? { shown, target: shown } : { shown })
  }

  /** Reads the timestamp of the very picture that the element shows now, ahead of any callback about it. */
  #frameOnScreen(): Frames {
    let seconds = this.video.currentTime - startOfFrame(frames(0), this.#rate)
    if (this.#film?.hasPicture) {
      if (this.video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return this.state.value.shown
      const picture = new VideoFrame(this.video)
      seconds = picture.timestamp / 1e6 - this.#firstTimestamp
      picture.close()
      return frameNearest(seconds, this.#rate)
    }
    return frames(Math.floor((seconds * this.#rate.num) / this.#rate.den + 1e-6))
  }
}

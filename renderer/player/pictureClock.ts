import type { FrameRate } from '../../shared/time/frameRate.ts'
import { type Frames, frameNearest, frames, middleOfFrame, startOfFrame } from '../../shared/time/frames.ts'
import { Store } from '../store/store.ts'
import type { Scope } from '../ui/scope.ts'

/** What the clock needs to know of a film to count its pictures. */
type CountedFilm = { readonly rate: FrameRate; readonly hasPicture: boolean }

/*
 * What is on screen is read from the picture's own timestamp, never from currentTime, which follows the sound. The first
 * picture's timestamp is not always 0, so every frame is counted from it.
 */

/** Turns what a media element shows into whole frames of its film, and frames into the seconds to seek. */
export class PictureClock {
  /** The picture that reached the screen last; null before a film's first one. */
  readonly presented = new Store<Frames | null>(null)
  /** Whether any picture of the film has reached the screen. */
  readonly hasPresented = new Store(false)
  readonly #video: HTMLVideoElement
  readonly #scope: Scope
  readonly #seen: (frame: Frames) => void
  #film: CountedFilm | null = null
  #firstTimestamp = 0
  #shown = frames(0)
  #polling = 0
  /** Whether a picture was announced before there was anything to show. */
  #isEarly = false

  /** `seen` is told the frame of every picture that reaches the screen, and the passing frames of a film that has only sound. */
  constructor(video: HTMLVideoElement, scope: Scope, seen: (frame: Frames) => void) {
    this.#video = video
    this.#scope = scope
    this.#seen = seen
    this.#watchPictures()
    this.#watchSound()
  }

  /** Seconds of the media's own time at which its first picture is presented. */
  get firstTimestamp(): number {
    return this.#firstTimestamp
  }

  /** Counts the pictures of another film from now on; null while nothing is known of it. */
  countIn(film: CountedFilm | null): void {
    this.#film = film
  }

  /** Forgets the pictures seen, as when another film is put into the element. */
  clear(): void {
    this.#film = null
    this.#firstTimestamp = 0
    this.#shown = frames(0)
    this.#isEarly = false
    this.hasPresented.set(false)
    this.presented.set(null)
  }

  /** Seconds to seek for a frame: its middle, so that no rounding lands on a neighbour. */
  secondsOf(frame: Frames): number {
    return this.#firstTimestamp + middleOfFrame(frame, this.#rate)
  }

  /** The frame of the very picture that the element shows now, ahead of any callback about it; the last one while it seeks. */
  frameOnScreen(): Frames {
    if (!this.#film?.hasPicture) {
      const seconds = this.#video.currentTime - startOfFrame(frames(0), this.#rate)
      return frames(Math.floor((seconds * this.#rate.num) / this.#rate.den + 1e-6))
    }
    if (this.#video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
      const picture = new VideoFrame(this.#video)
      this.#shown = frameNearest(picture.timestamp / 1e6 - this.#firstTimestamp, this.#rate)
      picture.close()
    }
    return this.#shown
  }

  get #rate(): FrameRate {
    return this.#film?.rate ?? { num: 24, den: 1, dropFrame: false }
  }

  #watchPictures(): void {
    const presented = (_now: number, { mediaTime }: VideoFrameCallbackMetadata) => {
      if (this.#scope.hasEnded) return
      this.#video.requestVideoFrameCallback(presented)
      if (!this.hasPresented.value) this.#begin(mediaTime)
      else if (this.#film) this.#seen(this.#present(mediaTime))
    }
    this.#video.requestVideoFrameCallback(presented)
    this.#scope.listen(this.#video, 'loadeddata', () => {
      if (!this.#isEarly || this.hasPresented.value || this.#video.videoWidth === 0) return
      const picture = new VideoFrame(this.#video)
      this.#begin(picture.timestamp / 1e6)
      picture.close()
    })
  }

  /** Takes the first picture of a film, unless nothing of it is there yet: then it is one of the film before. */
  #begin(seconds: number): void {
    this.#isEarly = this.#video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA
    if (this.#isEarly) return
    this.#firstTimestamp = seconds
    this.#present(seconds)
    this.hasPresented.set(true)
  }

  #present(seconds: number): Frames {
    this.#shown = frameNearest(seconds - this.#firstTimestamp, this.#rate)
    this.presented.set(this.#shown)
    return this.#shown
  }

  /** Sound has no pictures to be told of, so its position is read once an animation frame while it plays. */
  #watchSound(): void {
    const poll = () => {
      cancelAnimationFrame(this.#polling)
      if (!this.#film || this.#film.hasPicture || this.#video.paused) return
      this.#seen(this.frameOnScreen())
      this.#polling = requestAnimationFrame(poll)
    }
    this.#scope.listen(this.#video, 'playing', poll)
    this.#scope.listen(this.#video, 'timeupdate', poll)
    this.#scope.own(() => cancelAnimationFrame(this.#polling))
  }
}

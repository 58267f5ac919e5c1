import type { Frames } from '../../shared/time/frames.ts'
import { type LoadedFilm, Transport } from '../player/transport.ts'
import { PictureCache } from './pictureCache.ts'
import { PictureQueue, type Urgency } from './pictureQueue.ts'

/** A small picture that is wanted: a file frame of a film, `width` device pixels wide or as wide as the film if that is less. */
export type WantedPicture = {
  readonly film: LoadedFilm
  readonly frame: Frames
  readonly width: number
  readonly urgency: Urgency
}

type Job = WantedPicture & { readonly done: (picture: ImageBitmap | null) => void }

const mostBytes = 32 * 1024 * 1024
/** Milliseconds between two looks at whether the player is at rest, should it not tell. */
const lookPause = 80
/** Milliseconds without a seek after which the large picture counts as at rest: in a drag the next seek comes sooner. */
const restAfterSeek = 150
/** How often a picture is looked at before it is refused, and the milliseconds that it may come late. */
const attempts = 3
const pictureDelay = 300

/**
 * Small pictures of frames, for pointing and for cues. They come from a hidden player of their own, under the same rules as the
 * large picture: sought in the middle of the frame and refused unless the picture proves to be that frame. One is sought at a
 * time, and none while the large picture is sought or plays faster than life.
 */
export class Thumbnails {
  readonly #main: Transport
  readonly #cache = new PictureCache<ImageBitmap>(mostBytes)
  readonly #queue = new PictureQueue<Job>()
  #transport: Transport | null = null
  #url: string | null = null
  #isWorking = false
  #soughtAt = 0

  constructor(main: Transport) {
    this.#main = main
    main.video.addEventListener('seeking', () => {
      this.#soughtAt = performance.now()
    })
  }

  /** The picture, to be drawn at once since it may be closed later; null if it cannot be had or is not wanted any more. */
  request(wanted: WantedPicture, signal: AbortSignal): Promise<ImageBitmap | null> {
    const known = this.#cache.get(keyOf(wanted))
    if (known || signal.aborted || !wanted.film.hasPicture) return Promise.resolve(known)
    return new Promise((done) => {
      const job: Job = { ...wanted, done }
      this.#queue.add(job, wanted.urgency)?.done(null)
      signal.addEventListener('abort', () => this.#queue.drop(job) && done(null), { once: true })
      void this.#work()
    })
  }

  /** Lets go of the film and of every picture. */
  forgetAll(): void {
    for (let job = this.#queue.take(); job; job = this.#queue.take()) job.done(null)
    this.#transport?.end()
    this.#transport = null
    this.#url = null
    this.#cache.clear()
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return
    this.#isWorking = true
    await this.#whenQuiet()
    for (let job = this.#queue.take(); job; job = this.#queue.take()) {
      job.done(this.#cache.get(keyOf(job)) ?? (await this.#draw(job)))
      await this.#whenQuiet()
    }
    this.#isWorking = false
  }

  async #draw(wanted: WantedPicture): Promise<ImageBitmap | null> {
    const { film, frame, width } = wanted
    const transport = await this.#opened(film)
    if (!transport) return null
    if (!(await proves(transport, frame)) || transport !== this.#transport) return null
    const { video } = transport
    const resizeWidth = Math.min(width, video.videoWidth)
    const resizeHeight = Math.round((resizeWidth * video.videoHeight) / video.videoWidth)
    const size = { resizeWidth, resizeHeight, resizeQuality: 'medium' } as const
    const picture = await createImageBitmap(video, size).catch(() => null)
    if (picture) this.#cache.add(keyOf(wanted), picture)
    return picture
  }

  /** The hidden player with the film in it; null when the film shows no picture here. */
  async #opened(film: LoadedFilm): Promise<Transport | null> {
    const transport = this.#transport ?? new Transport(hiddenVideo())
    this.#transport = transport
    if (this.#url !== film.url) {
      this.#url = film.url
      if (!(await transport.load(film))) this.#url = null
    }
    const isThere = this.#url === film.url && transport.video.videoWidth > 0
    return isThere && transport === this.#transport ? transport : null
  }

  async #whenQuiet(): Promise<void> {
    while (!this.#isQuiet) await this.#nextOfMain()
  }

  get #isQuiet(): boolean {
    const { video, state } = this.#main
    const { status, speed } = state.value
    const isAtRest = !video.seeking && performance.now() - this.#soughtAt >= restAfterSeek
    return status !== 'opening' && isAtRest && speed >= 0 && speed <= 1
  }

  #nextOfMain(): Promise<void> {
    return new Promise((resolve) => {
      const { video, state } = this.#main
      const told = () => {
        stop()
        clearTimeout(timer)
        video.removeEventListener('seeked', told)
        resolve()
      }
      const stop = state.subscribe(told)
      const timer = setTimeout(told, lookPause)
      video.addEventListener('seeked', told)
    })
  }
}

/**
 * Brings the hidden player to a frame and tells whether its picture is that frame. An element outside the page may say that it
 * has sought while it still gives the picture from before, so a refusal is looked at again.
 */
async function proves(transport: Transport, frame: Frames): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    // Sought as well as verified, so that the player does not go back to where it was before the picture is taken.
    transport.seek(frame)
    if (await transport.verify(frame)) return true
    const isShown = transport.state.when(({ shown, status }) => shown === frame || status !== 'ready')
    await Promise.race([isShown, new Promise((resolve) => setTimeout(resolve, pictureDelay))])
    if (transport.state.value.status !== 'ready') return false
  }
  return false
}

function hiddenVideo(): HTMLVideoElement {
  const video = document.createElement('video')
  video.crossOrigin = 'anonymous'
  video.preload = 'metadata'
  video.muted = true
  video.disablePictureInPicture = true
  return video
}

function keyOf({ film, frame, width }: WantedPicture): string {
  return `${film.url} ${film.rate.num}/${film.rate.den} ${frame} ${width}`
}

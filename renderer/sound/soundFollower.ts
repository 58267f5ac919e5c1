import type { FrameRate } from '../../shared/time/frameRate.ts'
import { startOfFrame } from '../../shared/time/frames.ts'
import type { Transport, TransportState } from '../player/transport.ts'
import { Store } from '../store/store.ts'
import { DriftWatch, mediaAt } from './schedule.ts'
import type { SoundOutput } from './soundOutput.ts'
import { type PlayedTrack, SoundRun } from './soundRun.ts'

/** Seconds for which sound is put on the sound card's clock ahead, so that a busy or hidden window goes on sounding. */
const lookAhead = 1.5
/** Seconds of drift that are let pass: below what an ear or an editor notices. */
const driftLimit = 0.018
/** Seconds of the film that the target of backwards play may differ from what is heard; it moves in whole frames. */
const reverseLimit = 0.15
/** Milliseconds between two looks at the clock: while playing, just after the beginning, and while waiting for the film. */
const beat = 40
const earlyBeat = 12
const waitingBeat = 4
/** Seconds of a grain: a frame, within these. */
const grainSeconds = [0.06, 0.08] as const
/** Milliseconds that a grain sounds at least, while newer ones wait. */
const shortestGrain = 35
/** Milliseconds after a film was opened, or play ended, in which a move of the target is not the editor's. */
const quietAfter = 150

/** Makes the sound follow the transport: forwards by the film's clock, backwards and in grains by its target. */
export class SoundFollower {
  /** Whether something may be heard at this moment. */
  readonly isSounding = new Store(false)
  readonly #transport: Transport
  readonly #output: SoundOutput
  readonly #tracks: () => readonly PlayedTrack[]
  readonly #isScrubSound: () => boolean
  readonly #drift = new DriftWatch()
  #rate: FrameRate | null = null
  #state: TransportState
  #run: SoundRun | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** The film's clock at the last look, while it is not known to move. */
  #seen: number | null = null
  #quietUntil = 0
  /** A grain that waits for its turn or for its sound: second of the film, and when it was asked for. */
  #grain: { readonly media: number; readonly asked: number } | null = null
  #grainBegan = 0

  constructor(
    transport: Transport,
    output: SoundOutput,
    tracks: () => readonly PlayedTrack[],
    isScrubSound: () => boolean,
  ) {
    this.#transport = transport
    this.#output = output
    this.#tracks = tracks
    this.#isScrubSound = isScrubSound
    this.#state = transport.state.value
    transport.state.subscribe((state) => this.#changed(state))
    transport.video.addEventListener('seeking', () => {
      if (this.#state.speed > 0) this.#hush()
    })
  }

  /** Takes the rate of the film that is loaded; null for none. */
  setRate(rate: FrameRate | null): void {
    this.#rate = rate
    this.#quietUntil = performance.now() + quietAfter
    this.#fetch()
  }

  /** Takes note of other tracks: what is scheduled is replaced. */
  tracksChanged(): void {
    if (this.#state.speed !== 0) this.#hush()
    this.refresh()
  }

  /** Looks again, as when sound was decoded. */
  refresh(): void {
    this.#fetch()
    if (this.#state.speed !== 0) this.#beat()
    else this.#playGrain()
  }

  #changed(state: TransportState): void {
    const before = this.#state
    this.#state = state
    if (state.status !== 'ready') {
      this.#hush()
      clearTimeout(this.#timer)
      return
    }
    if (state.speed !== before.speed) {
      this.#hush()
      this.#grain = null
      this.#quietUntil = performance.now() + quietAfter
      if (state.speed !== 0) {
        this.#output.keepGoing()
        this.#beat()
      }
    } else if (state.speed === 0 && state.target !== before.target) this.#moved()
  }

  /** Seconds of the film's own time at which a file frame begins. */
  #secondsOf(frame: TransportState['target']): number {
    return this.#rate ? this.#transport.pictureStart + startOfFrame(frame, this.#rate) : 0
  }

  #moved(): void {
    const now = performance.now()
    this.#fetch()
    if (!this.#rate || !this.#isScrubSound() || now < this.#quietUntil) return
    this.#grain = { media: this.#secondsOf(this.#state.target), asked: now }
    this.#playGrain()
  }

  #playGrain(): void {
    const { context } = this.#output
    const grain = this.#grain
    if (!grain || !context || !this.#rate) return
    const now = performance.now()
    const isStale = now - grain.asked > 400
    if (isStale) this.#grain = null
    const tracks = this.#tracks()
    const isThere = tracks.every(
      ({ sound, start }) => sound.chunk(Math.floor(grain.media - start), false) !== undefined,
    )
    if (isStale || !isThere) return
    const wait = this.#grainBegan + shortestGrain - now
    if (wait > 0) {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#playGrain(), wait)
      return
    }
    this.#grain = null
    this.#grainBegan = now
    this.#output.keepGoing()
    const frame = startOfFrame(1 as TransportState['target'], this.#rate)
    const length = Math.min(grainSeconds[1], Math.max(grainSeconds[0], frame))
    const begin = context.currentTime + 0.012
    this.#start(context, begin, grain.media, 1)
    this.#run?.schedule(tracks, begin + length)
    this.#run?.stop(begin + length)
  }

  #beat(): void {
    clearTimeout(this.#timer)
    const { context } = this.#output
    if (this.#state.speed === 0 || this.#state.status !== 'ready') return
    this.#timer = setTimeout(() => this.#beat(), this.#pause)
    if (!context) return
    if (this.#state.speed > 0) this.#followForwards(context)
    else this.#followBackwards(context)
    this.#fetch()
    this.#output.keepGoing()
    this.#run?.schedule(this.#tracks(), context.currentTime + lookAhead)
  }

  get #pause(): number {
    if (!this.#run) return waitingBeat
    return this.#drift.isSettled || this.#state.speed < 0 ? beat : earlyBeat
  }

  #followForwards(context: AudioContext): void {
    const { video } = this.#transport
    if (video.paused || video.seeking || video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) {
      this.#hush()
      return
    }
    const media = video.currentTime
    const heard = this.#output.heardNow(context)
    const isMoving = this.#seen !== null && media > this.#seen
    this.#seen = media
    if (!this.#run) {
      if (isMoving) this.#start(context, heard, media, video.playbackRate)
      return
    }
    const error = (mediaAt(this.#run.anchor, heard) - media) / video.playbackRate
    const drift = this.#drift.take(error)
    if (drift !== null && Math.abs(drift) > driftLimit) this.#start(context, heard, media, video.playbackRate)
  }

  #followBackwards(context: AudioContext): void {
    const media = this.#secondsOf(this.#state.target)
    const heard = this.#output.heardNow(context)
    const error = this.#run ? mediaAt(this.#run.anchor, heard) - media : Number.POSITIVE_INFINITY
    if (Math.abs(error) <= Math.max(reverseLimit, -this.#state.speed * 0.1)) return
    this.#start(context, heard, media, this.#state.speed)
  }

  /** Fades over from what is heard to another place or speed. */
  #start(context: AudioContext, heard: number, media: number, speed: number): void {
    this.#run?.stop()
    this.#drift.reset()
    this.#run = new SoundRun(context, { context: heard, media, speed })
    this.isSounding.set(true)
  }

  #hush(): void {
    this.#run?.stop()
    this.#run = null
    this.#seen = null
    this.isSounding.set(false)
  }

  /** Has the sound decoded where the film stands and where it goes. */
  #fetch(): void {
    if (!this.#rate) return
    const { speed, target } = this.#state
    const media = speed > 0 ? this.#transport.video.currentTime : this.#secondsOf(target)
    const ahead = speed === 0 ? 6 : Math.ceil(Math.min(36, 6 + 4 * Math.abs(speed)))
    for (const { sound, start } of this.#tracks())
      sound.need(media - start, speed < 0, ahead, speed === 0 ? 5 : 2)
  }
}

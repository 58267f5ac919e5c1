import type { OpenedFilm } from '../../shared/ipc/film.ts'
import { type Mix, plainMix } from '../../shared/ipc/mixSchema.ts'
import type { Problem } from '../../shared/result.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import type { Transport } from '../player/transport.ts'
import { Store } from '../store/store.ts'
import { DecodedSound } from './decodedSound.ts'
import { downmix } from './downmix.ts'
import { gainOf, heardTracks, trackMix } from './mix.ts'
import { SoundFollower } from './soundFollower.ts'
import { SoundOutput } from './soundOutput.ts'
import type { PlayedTrack } from './soundRun.ts'
import type { SoundTrack } from './soundTracks.ts'
import { TrackStrip } from './trackStrip.ts'

/** A track with its sound, and its way to the loudspeakers once the sound is known. */
type LiveTrack = {
  readonly track: SoundTrack
  readonly sound: DecodedSound
  strip: TrackStrip | null
  played: PlayedTrack | null
}

/**
 * Everything that is heard. The engine decodes and plays all tracks itself, in step with the transport; the media element
 * speaks only for its own first stream where that cannot be decoded here, so that nothing ever sounds twice.
 */
export class SoundEngine {
  /** What can be heard with the picture that is loaded. */
  readonly tracks = new Store<readonly SoundTrack[]>([])
  readonly mix = new Store<Mix>(plainMix)
  /** The files of the stems, by path, as far as they are open. */
  readonly stemFiles = new Store<ReadonlyMap<string, OpenedFilm>>(new Map())
  /** Rises when a track's sound became ready or was refused. */
  readonly revision = new Store(0)
  readonly follower: SoundFollower
  readonly #transport: Transport
  readonly #output: SoundOutput
  #live: readonly LiveTrack[] = []

  constructor(transport: Transport, isScrubSound: () => boolean) {
    this.#transport = transport
    this.#output = new SoundOutput(() => this.#reconnect())
    this.follower = new SoundFollower(transport, this.#output, () => this.#heard(), isScrubSound)
    this.mix.subscribe(() => this.#applyMix())
  }

  /** Takes the tracks that belong to the film that is loaded; those that were there already go on. */
  setTracks(tracks: readonly SoundTrack[], rate: FrameRate | null): void {
    const before = this.#live
    this.#live = tracks.map((track) => {
      const same = before.find((live) => isSameSound(live.track, track))
      if (!same) return this.#open(track)
      if (same.track.start !== track.start) same.played = null
      return { ...same, track }
    })
    for (const live of before) {
      if (!this.#live.some(({ sound }) => sound === live.sound)) letGo(live)
    }
    this.tracks.set(tracks)
    if (tracks.length === 0) this.#output.close()
    this.follower.setRate(tracks.length === 0 ? null : rate)
    this.#applyMix()
    this.follower.tracksChanged()
  }

  /** Changes the mix. */
  change(change: (mix: Mix, tracks: readonly SoundTrack[]) => Mix): void {
    this.mix.set(change(this.mix.value, this.tracks.value))
  }

  /** The highest samples of both sides of a track, or of everything. */
  peaks(key?: string): readonly [left: number, right: number] {
    if (key === undefined) return this.#output.peaks()
    return this.#live.find(({ track }) => track.key === key)?.strip?.meter.peaks() ?? [0, 0]
  }

  /** What is wrong with a track; null while nothing is. */
  problemOf(key: string): Problem | null {
    const state = this.#live.find(({ track }) => track.key === key)?.sound.state.value
    return state?.status === 'refused' ? state.problem : null
  }

  #open(track: SoundTrack): LiveTrack {
    const sound = new DecodedSound(track.place, () => this.follower.refresh())
    sound.state.subscribe(() => {
      this.revision.set(this.revision.value + 1)
      this.#applyMix()
      this.follower.tracksChanged()
    })
    return { track, sound, strip: null, played: null }
  }

  /** The tracks that are to sound now. */
  #heard(): readonly PlayedTrack[] {
    const isHeard = heardTracks(
      this.mix.value,
      this.#live.map(({ track }) => track),
    )
    return this.#live.flatMap((live, index) => {
      const played = isHeard[index] ? this.#played(live) : null
      return played ? [played] : []
    })
  }

  #played(live: LiveTrack): PlayedTrack | null {
    const strip = this.#strip(live)
    if (!strip) return null
    live.played ??= { sound: live.sound, start: live.track.start, target: strip.input }
    return live.played
  }

  #strip(live: LiveTrack): TrackStrip | null {
    const state = live.sound.state.value
    const { context, master } = this.#output
    if (live.strip || state.status !== 'ready' || !context || !master) return live.strip
    live.strip = new TrackStrip(context, state.channelCount)
    live.strip.output.connect(master)
    return live.strip
  }

  #applyMix(): void {
    const mix = this.mix.value
    const isHeard = heardTracks(
      mix,
      this.#live.map(({ track }) => track),
    )
    this.#live.forEach((live, index) => {
      const { level, channels } = trackMix(mix, live.track)
      const sides = downmix(live.track.channels, channels)
      this.#strip(live)?.set(sides, isHeard[index] ? gainOf(level) : 0)
    })
    const master = mix.isMuted ? 0 : gainOf(mix.level)
    this.#output.set(master)
    this.#shareWithElement(isHeard, master)
    this.follower.refresh()
  }

  /** Lets the element speak for its own stream, the first, as long as that is heard and is not decoded here. */
  #shareWithElement(isHeard: readonly boolean[], master: number): void {
    const { video } = this.#transport
    const index = this.#live.findIndex(({ track }) => track.stream === 0)
    const first = this.#live[index]
    const speaks = !first || (isHeard[index] === true && first.strip === null)
    video.muted = !speaks
    video.volume = first ? Math.min(1, gainOf(trackMix(this.mix.value, first.track).level) * master) : 1
  }

  #reconnect(): void {
    for (const live of this.#live) {
      live.strip = null
      live.played = null
    }
    this.#applyMix()
    this.follower.tracksChanged()
  }
}

function isSameSound(one: SoundTrack, other: SoundTrack): boolean {
  return one.key === other.key && one.place.url === other.place.url && one.place.stream === other.place.stream
}

function letGo({ sound, strip }: LiveTrack): void {
  sound.close()
  strip?.disconnect()
}

import type { Place } from '../../shared/edits/cueSpans.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import type { Media, Reel } from '../../shared/model/production.ts'
import { clampFrame } from '../../shared/time/frameRange.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { Store } from '../store/store.ts'
import { type Axis, axisFrame, placeAt, reelExtent } from '../timeline/axis.ts'
import type { Transport } from './transport.ts'

/** Where the editor is: the place that the timecode shows, and the frame whose picture is on screen. */
export type PlayheadState = {
  readonly reel: ReelId | null
  /** Timecode frame asked for. */
  readonly frame: Frames
  /** Timecode frame of the picture on screen; null without a picture. */
  readonly shown: Frames | null
  readonly speed: number
}

/** A place to mark at, and whether the picture proves it. */
export type MarkPlace = Place & { readonly verified: boolean }

/** Loads a reel's film into the transport; resolves to false when it cannot be had. */
export type LoadReel = (reel: Reel) => Promise<boolean>

/** The one position in the production, in reels and timecode frames, above the transport's file frames. */
export class Playhead {
  readonly state = new Store<PlayheadState>({ reel: null, frame: frames(0), shown: null, speed: 0 })
  readonly #transport: Transport
  readonly #loadReel: LoadReel
  #axis: Axis = { reels: [], length: frames(0) }
  /** Media of the reel that the transport holds, null while it holds none. */
  #media: Media | null = null
  #loading = 0
  /** Path of the film that is loaded or being loaded. */
  #wanted: string | undefined

  constructor(transport: Transport, loadReel: LoadReel) {
    this.#transport = transport
    this.#loadReel = loadReel
    transport.state.subscribe(() => this.#follow())
    transport.playedOut.subscribe(({ speed }) => void this.#playOn(speed))
  }

  /** Stands nowhere, as before a production is opened; the transport keeps what it shows. */
  clear(): void {
    this.#loading += 1
    this.#wanted = undefined
    this.#media = null
    this.#axis = { reels: [], length: frames(0) }
    this.state.set({ reel: null, frame: frames(0), shown: null, speed: 0 })
  }

  /** Takes note of changed reels; stays on its picture if that is still there, and loads a film that was attached. */
  setAxis(axis: Axis): void {
    this.#axis = axis
    const reel = this.#reel(this.state.value.reel)
    if (!reel) {
      const first = axis.reels[0]
      if (first) this.goTo({ reel: first.reel.id, frame: first.reel.programme.start })
      else this.state.patch({ reel: null, frame: frames(0), shown: null })
      return
    }
    if (reel.media?.path !== this.#wanted) {
      void this.open(reel)
      return
    }
    const moved = this.#media && reel.media ? reel.media.startFrame - this.#media.startFrame : 0
    if (this.#media && reel.media) this.#media = reel.media
    const frame = frames(this.state.value.frame + moved)
    const kept = clampFrame(reelExtent(reel), frame)
    if (kept !== frame) this.goTo({ reel: reel.id, frame: kept })
    else if (moved !== 0) this.#follow()
  }

  /** Whether a film is loaded for the reel where the playhead stands. */
  get hasFilm(): boolean {
    return this.#media !== null
  }

  /** The place that the timecode shows; null without reels. */
  get place(): Place | null {
    const { reel, frame } = this.state.value
    return reel ? { reel, frame } : null
  }

  /** Moves to a place, brought inside its reel; a film is loaded when the reel is another one. */
  goTo(place: Place): void {
    const reel = this.#reel(place.reel)
    if (!reel) return
    const frame = clampFrame(reelExtent(reel), place.frame)
    const changed = this.state.value.reel !== reel.id
    this.state.patch({ reel: reel.id, frame, ...(changed ? { shown: null } : {}) })
    if (changed) void this.open(reel)
    else if (this.#media) this.#transport.seek(frames(frame - this.#media.startFrame))
  }

  /** Loads a reel's film and rests on the place that the timecode shows by then. */
  async open(reel: Reel): Promise<void> {
    this.#loading += 1
    const turn = this.#loading
    this.#wanted = reel.media?.path
    this.#media = null
    if (reel.media === null) this.#transport.unload()
    const loaded = reel.media !== null && (await this.#loadReel(reel))
    if (turn !== this.#loading) return
    this.#media = loaded ? reel.media : null
    this.goTo({ reel: reel.id, frame: this.state.value.frame })
  }

  /** Moves to an axis frame. */
  goToAxisFrame(frame: Frames): void {
    const place = placeAt(this.#axis, frame)
    if (place) this.goTo(place)
  }

  /** Moves by whole frames, across reel changes. */
  step(by: number): void {
    if (this.#transport.state.value.speed !== 0) this.#transport.pause()
    const place = this.place
    const at = place && axisFrame(this.#axis, place)
    if (at !== null) this.goToAxisFrame(frames(Math.max(0, Math.min(this.#axis.length - 1, at + by))))
  }

  /** Where a mark made at this very moment belongs; null without reels. */
  mark(): MarkPlace | null {
    const place = this.place
    if (!place) return null
    if (!this.#media) return { ...place, verified: true }
    const { frame, verified } = this.#transport.markFrame()
    return { reel: place.reel, frame: frames(frame + this.#media.startFrame), verified }
  }

  /** Resolves to whether the picture at a place is the frame that the place names. */
  verify(place: Place): Promise<boolean> {
    if (!this.#media || place.reel !== this.state.value.reel) return Promise.resolve(this.#media === null)
    return this.#transport.verify(frames(place.frame - this.#media.startFrame))
  }

  #follow(): void {
    const { target, shown, speed, status } = this.#transport.state.value
    if (!this.#media || status !== 'ready') {
      this.state.patch({ speed: 0 })
      return
    }
    const start = this.#media.startFrame
    this.state.patch({ frame: frames(target + start), shown: frames(shown + start), speed })
  }

  /** Goes on with the next reel where one has played to its end. */
  async #playOn(speed: number): Promise<void> {
    const { reels } = this.#axis
    const next = reels[reels.findIndex(({ reel }) => reel.id === this.state.value.reel) + 1]?.reel
    if (!next || speed <= 0) return
    this.state.patch({ reel: next.id, frame: next.programme.start, shown: null })
    await this.open(next)
    if (this.#media && this.state.value.reel === next.id) this.#transport.play(speed)
  }

  #reel(id: ReelId | null): Reel | undefined {
    return this.#axis.reels.find(({ reel }) => reel.id === id)?.reel
  }
}

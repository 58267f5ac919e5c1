import type { Place } from '../../shared/edits/cueSpans.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import type { Media, Reel } from '../../shared/model/production.ts'
import { clampFrame, type FrameRange } from '../../shared/time/frameRange.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { Store } from '../store/store.ts'
import { type Axis, axisFrame, placeAt, reelExtent } from '../timeline/axis.ts'
import { type RunEnd, runEnd } from './loopRanges.ts'
import type { Transport } from './transport.ts'

/** Where the editor is: the place that the timecode shows, and the frame whose picture is on screen. */
export type PlayheadState = {
  readonly reel: ReelId | null
  /** Timecode frame asked for. */
  readonly frame: Frames
  /** Timecode frame of the picture on screen; null without a picture. */
  readonly shown: Frames | null
  /** Whether the picture may still change while it stands still. */
  readonly isSeeking: boolean
  readonly speed: number
}

const standingNowhere: PlayheadState = {
  reel: null,
  frame: frames(0),
  shown: null,
  isSeeking: false,
  speed: 0,
}

/** A place to mark at, and whether the picture proves it. */
export type MarkPlace = Place & { readonly verified: boolean }

/** Loads a reel's film into the transport; resolves to false when it cannot be had. */
export type LoadReel = (reel: Reel) => Promise<boolean>

/** What is played: a cue, its head or its tail again and again, or what lies around a place once. */
export type StretchKind = 'loop' | 'loopHead' | 'loopTail' | 'around'

/** A stretch of the axis that is played from its start to its end. */
export type Stretch = {
  readonly kind: StretchKind
  /** Asked for at each start, since the cue may have changed; null when there is nothing to play any more. */
  readonly range: () => FrameRange | null
}

type RunningStretch = Stretch & { readonly cameFrom: Place | null }

/** Frames of playing at normal speed before a reel change at which the next film is looked for. */
const foresight = 240

/** The one position in the production, in reels and timecode frames, above the transport's file frames. */
export class Playhead {
  readonly state = new Store<PlayheadState>(standingNowhere)
  /** What is being played: freely, a loop, or around a place. */
  readonly run = new Store<'free' | StretchKind>('free')
  readonly #transport: Transport
  readonly #loadReel: LoadReel
  readonly #findFilm: (reel: Reel) => void
  #axis: Axis = { reels: [], length: frames(0) }
  /** Media of the reel that the transport holds, null while it holds none. */
  #media: Media | null = null
  #loading = 0
  /** The film on its way; null when none is. */
  #opening: Promise<unknown> | null = null
  /** Path of the film that is loaded or being loaded. */
  #wanted: string | undefined
  #stretch: RunningStretch | null = null
  #end: RunEnd | null = null
  /** The speed at which playing goes on when the film on its way is there. */
  #speedAhead = 0
  /** The reel whose film was last looked for ahead of need. */
  #foreseen: ReelId | null = null
  #playedFrom: Place | null = null
  /** Where to stand when reels come. */
  #beginning: { readonly reel: string; readonly frame: number } | null = null

  /** `findFilm` is told shortly before another reel's film will be needed. */
  constructor(transport: Transport, loadReel: LoadReel, findFilm: (reel: Reel) => void = () => {}) {
    this.#transport = transport
    this.#loadReel = loadReel
    this.#findFilm = findFilm
    transport.state.subscribe(() => this.#follow())
    transport.playedOut.subscribe(({ speed }) => this.#cameOut(speed))
  }

  /** Stands nowhere, as before a production is opened; the transport keeps what it shows. */
  clear(): void {
    this.#loading += 1
    this.#wanted = undefined
    this.#opening = null
    this.#media = null
    this.#speedAhead = 0
    this.#playedFrom = null
    this.#endStretch()
    this.#axis = { reels: [], length: frames(0) }
    this.state.set(standingNowhere)
  }

  /** Says where to stand once there are reels; null for the first frame of action. */
  beginAt(place: { readonly reel: string; readonly frame: number } | null): void {
    this.#beginning = place
  }

  /** Takes note of changed reels; stays on its picture if that is still there, and loads a film that was attached. */
  setAxis(axis: Axis): void {
    this.#axis = axis
    const reel = this.#reel(this.state.value.reel)
    if (!reel) {
      const known = this.#reel((this.#beginning?.reel ?? null) as ReelId | null)
      const first = known ?? axis.reels[0]?.reel
      const frame = known && this.#beginning ? frames(this.#beginning.frame) : first?.programme.start
      this.#beginning = null
      if (first && frame !== undefined) this.goTo({ reel: first.id, frame })
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

  /** Where playing around a place will come back to; the place that the timecode shows, if nothing of that kind is played. */
  get home(): Place | null {
    return this.#stretch?.kind === 'around' ? this.#stretch.cameFrom : this.place
  }

  /** Where playing has come from in one direction without a jump, on this reel; null while nothing is played. */
  get playedFrom(): Place | null {
    const { reel, speed } = this.state.value
    return speed !== 0 && this.#playedFrom?.reel === reel ? this.#playedFrom : null
  }

  /** Moves to a place, brought inside its reel, and goes on playing from there; another reel's film is loaded. */
  goTo(place: Place): void {
    this.#endStretch()
    this.#moveTo(place, this.state.value.speed)
  }

  /** Moves to an axis frame. */
  goToAxisFrame(frame: Frames): void {
    const place = placeAt(this.#axis, frame)
    if (place) this.goTo(place)
  }

  /** Moves by whole frames, across reel changes, pausing first. */
  step(by: number): void {
    this.play(0)
    const place = this.place
    const at = place && axisFrame(this.#axis, place)
    if (at !== null) this.goToAxisFrame(frames(Math.max(0, Math.min(this.#axis.length - 1, at + by))))
  }

  /** Plays at a speed, from reel to reel: 1 is normal, negative is backwards, 0 pauses. Ends a stretch. */
  play(speed: number): void {
    this.#endStretch()
    this.#play(speed)
  }

  /** Plays a stretch from its start: a loop again and again, one around a place once, to come back to where it began. */
  playStretch(stretch: Stretch): void {
    this.#stretch = { ...stretch, cameFrom: this.home }
    this.run.set(stretch.kind)
    this.#beginStretch(1)
  }

  /** Stops playing a stretch: on the picture of a loop, and where it began if it was around a place. */
  leaveStretch(): void {
    const stretch = this.#stretch
    this.play(0)
    if (stretch?.kind === 'around' && stretch.cameFrom) this.goTo(stretch.cameFrom)
  }

  /** Loads a reel's film and rests on, or plays on from, the place that the timecode shows by then. */
  async open(reel: Reel): Promise<void> {
    this.#loading += 1
    const turn = this.#loading
    this.#wanted = reel.media?.path
    this.#media = null
    if (reel.media === null) this.#transport.unload()
    const opening = reel.media === null ? null : this.#loadReel(reel)
    this.#opening = opening
    const loaded = opening !== null && (await opening)
    if (turn !== this.#loading) return
    this.#opening = null
    this.#media = loaded ? reel.media : null
    const speed = this.#speedAhead
    this.#speedAhead = 0
    if (this.#media) this.#moveTo({ reel: reel.id, frame: this.state.value.frame }, speed)
    // The picture of another film of the same reel may be the one that the transport began with: it is not told of again.
    this.#follow()
  }

  /** Where a mark made at this very moment belongs; null without reels. */
  mark(): MarkPlace | null {
    const place = this.place
    if (!place) return null
    if (!this.#media) return { ...place, verified: this.#opening === null }
    const { frame, verified } = this.#transport.markFrame()
    return { reel: place.reel, frame: frames(frame + this.#media.startFrame), verified }
  }

  /** Resolves to whether the picture at a place is the frame that the place names. */
  async verify(place: Place): Promise<boolean> {
    while (this.#opening) await this.#opening
    if (!this.#media || place.reel !== this.state.value.reel) return this.#media === null
    return this.#transport.verify(frames(place.frame - this.#media.startFrame))
  }

  #follow(): void {
    const { target, shown, isSeeking, speed, status } = this.#transport.state.value
    if (!this.#media || status !== 'ready') {
      this.state.patch({ isSeeking: false, speed: this.#speedAhead })
      return
    }
    const start = this.#media.startFrame
    this.state.patch({ frame: frames(target + start), shown: frames(shown + start), isSeeking, speed })
    this.#foresee()
  }

  #moveTo(place: Place, speed: number): void {
    const reel = this.#reel(place.reel)
    if (!reel) return
    const frame = clampFrame(reelExtent(reel), place.frame)
    const changed = this.state.value.reel !== reel.id
    if (changed || !this.#media) this.#speedAhead = speed
    this.state.patch({ reel: reel.id, frame, ...(changed ? { shown: null } : {}) })
    if (changed) void this.open(reel)
    else if (this.#media && speed !== 0) this.#play(speed, frame)
    else if (this.#media) this.#transport.seek(frames(frame - this.#media.startFrame))
  }

  #play(speed: number, from?: Frames): void {
    if (!this.#media) {
      this.#speedAhead = this.#opening ? speed : 0
      this.#follow()
      return
    }
    if (speed === 0) {
      this.#transport.pause()
      return
    }
    const { startFrame } = this.#media
    const place = this.place
    const goesOn = from === undefined && Math.sign(this.state.value.speed) === Math.sign(speed)
    if (!goesOn) this.#playedFrom = place && { ...place, frame: from ?? place.frame }
    const end = place && runEnd(this.#axis, place, speed, this.#stretch?.range() ?? null)
    this.#end = end
    const until = end?.until ?? null
    this.#transport.play(speed, {
      ...(from === undefined ? {} : { from: frames(from - startFrame) }),
      ...(until === null ? {} : { until: frames(until - startFrame) }),
    })
  }

  /** Goes on where a run has ended: at the start of a loop, where a stretch began, or on the next reel. */
  #cameOut(speed: number): void {
    const stretch = this.#stretch
    if (stretch && this.#end?.endsStretch) {
      if (stretch.kind === 'around') this.leaveStretch()
      else this.#beginStretch(speed)
    } else if (this.#end?.next) this.#moveTo(this.#end.next, speed)
  }

  #beginStretch(speed: number): void {
    const range = this.#stretch?.range()
    const start = range && placeAt(this.#axis, range.start)
    if (start) this.#moveTo(start, speed)
    else this.play(0)
  }

  #endStretch(): void {
    this.#stretch = null
    this.run.set('free')
  }

  /** Has the next reel's film looked for when playing will soon reach it. */
  #foresee(): void {
    const { frame, speed } = this.state.value
    const { next, until } = this.#end ?? {}
    if (speed === 0 || !next || until === null || until === undefined || this.#foreseen === next.reel) return
    const reel = this.#reel(next.reel)
    const framesAhead = foresight * Math.abs(speed)
    if (!reel?.media || Math.abs(until - frame) > framesAhead) return
    this.#foreseen = next.reel
    this.#findFilm(reel)
  }

  #reel(id: ReelId | null): Reel | undefined {
    return this.#axis.reels.find(({ reel }) => reel.id === id)?.reel
  }
}

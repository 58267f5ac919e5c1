import type { DecodedSound } from './decodedSound.ts'
import { type Anchor, contextAt, fadeAt, mediaAt, type Piece, pieceAt } from './schedule.ts'

/** A track that a run plays: its sound, where its second 0 is heard in the film, and where it goes. */
export type PlayedTrack = {
  readonly sound: DecodedSound
  readonly start: number
  readonly target: AudioNode
}

/** Seconds of the sound card's clock in which a run comes and goes. */
const edge = 0.005
/** Seconds by which a piece that came too late for its moment is put off, so that it still begins on time. */
const lateness = 0.01

type Playing = { readonly source: AudioBufferSourceNode; readonly gain: GainNode }

/** Sound that goes on from one anchor at one speed until it is stopped; another anchor or speed needs another run. */
export class SoundRun {
  readonly anchor: Anchor
  readonly #context: AudioContext
  /** By track: its way into the strip, which fades with the run, and the second of the film up to which it is scheduled. */
  readonly #tracks = new Map<PlayedTrack, { readonly gain: GainNode; media: number }>()
  readonly #playing = new Set<Playing>()
  /** Moment of the sound card's clock at which the run ends; none while it goes on. */
  #end = Number.POSITIVE_INFINITY

  constructor(context: AudioContext, anchor: Anchor) {
    this.#context = context
    this.anchor = anchor
  }

  /** Puts everything on the sound card's clock that is decoded and heard before `until`. */
  schedule(tracks: readonly PlayedTrack[], until: number): void {
    for (const track of tracks) this.#scheduleTrack(track, Math.min(until, this.#end))
  }

  /** Fades out at a moment of the sound card's clock; nothing further is scheduled. */
  stop(at = this.#context.currentTime): void {
    if (at >= this.#end) return
    this.#end = at
    for (const { gain } of this.#tracks.values()) {
      gain.gain.cancelScheduledValues(at)
      gain.gain.setValueAtTime(1, at)
      gain.gain.linearRampToValueAtTime(0, at + edge)
    }
    for (const { source } of this.#playing) source.stop(at + edge)
  }

  #scheduleTrack(track: PlayedTrack, until: number): void {
    const state = this.#tracks.get(track) ?? this.#begin(track)
    const isBackwards = this.anchor.speed < 0
    const soonest = this.#context.currentTime + lateness
    // What could not be decoded in time is skipped.
    if (contextAt(this.anchor, state.media) < soonest) {
      state.media = mediaAt(this.anchor, Math.max(soonest, this.anchor.context))
    }
    for (;;) {
      const piece = pieceAt(this.anchor, state.media, track.start)
      if (piece.when >= until) return
      const buffer = track.sound.chunk(piece.chunk, isBackwards)
      if (buffer === undefined) return
      if (buffer) this.#play(buffer, piece, state.gain)
      state.media = piece.next
    }
  }

  #begin(track: PlayedTrack) {
    const gain = new GainNode(this.#context, { gain: 0 })
    const when = Math.max(this.anchor.context, this.#context.currentTime)
    gain.gain.setValueAtTime(0, when)
    gain.gain.linearRampToValueAtTime(1, when + edge)
    gain.connect(track.target)
    const state = { gain, media: this.anchor.media }
    this.#tracks.set(track, state)
    return state
  }

  #play(buffer: AudioBuffer, { when, length, offset }: Piece, target: GainNode): void {
    const speed = Math.abs(this.anchor.speed)
    const fade = fadeAt(speed)
    const gain = new GainNode(this.#context, { gain: 0 })
    const source = new AudioBufferSourceNode(this.#context, { buffer, playbackRate: speed })
    gain.gain.setValueAtTime(0, when)
    gain.gain.linearRampToValueAtTime(1, when + Math.min(fade, length))
    gain.gain.setValueAtTime(1, when + length)
    gain.gain.linearRampToValueAtTime(0, when + length + fade)
    source.connect(gain).connect(target)
    source.start(when, offset)
    source.stop(when + length + fade)
    const playing = { source, gain }
    this.#playing.add(playing)
    source.onended = () => {
      gain.disconnect()
      this.#playing.delete(playing)
      if (this.#playing.size === 0 && this.#end < this.#context.currentTime) this.#letGo()
    }
  }

  #letGo(): void {
    for (const { gain } of this.#tracks.values()) gain.disconnect()
    this.#tracks.clear()
  }
}

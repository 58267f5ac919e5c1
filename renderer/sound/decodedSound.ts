import type { Problem } from '../../shared/result.ts'
import type { SoundPlace } from '../media/soundMessages.ts'
import { openSource, type SoundSource } from '../media/soundSource.ts'
import { Store } from '../store/store.ts'
import { wantedChunks } from './schedule.ts'

/** How far a stream of sound is. */
export type DecodedState =
  | { readonly status: 'opening' }
  | { readonly status: 'ready'; readonly sampleRate: number; readonly channelCount: number }
  | { readonly status: 'refused'; readonly problem: Problem }

/** Chunks kept on either side of the playhead beyond those that are wanted, so that going back and forth decodes nothing anew. */
const keptBeside = 4

/** The decoded sound of one stream around the playhead, at most some tens of seconds of it. */
export class DecodedSound {
  readonly state = new Store<DecodedState>({ status: 'opening' })
  readonly #source: SoundSource
  readonly #arrived: () => void
  /** By chunk; null for silence. */
  readonly #forwards = new Map<number, AudioBuffer | null>()
  readonly #backwards = new Map<number, AudioBuffer | null>()
  #wanted: readonly number[] = []

  /** `arrived` is told each chunk that is there now. */
  constructor(place: SoundPlace, arrived: () => void) {
    this.#arrived = arrived
    this.#source = openSource(place, {
      opened: (sampleRate, channelCount) => {
        this.state.set({ status: 'ready', sampleRate, channelCount })
        this.#ask()
      },
      refused: (problem) => this.state.set({ status: 'refused', problem }),
      decoded: (chunk, channels) => this.#keep(chunk, channels),
    })
  }

  /** Sees to it that the chunks around a second of the track are there soon, and lets go of those far from it. */
  need(at: number, backwards: boolean, ahead: number, behind: number): void {
    const wanted = wantedChunks(at, backwards, ahead, behind)
    const isSame =
      wanted.length === this.#wanted.length && wanted.every((each, i) => each === this.#wanted[i])
    if (isSame) return
    this.#wanted = wanted
    const least = Math.min(...wanted) - keptBeside
    const most = Math.max(...wanted) + keptBeside
    for (const chunks of [this.#forwards, this.#backwards]) {
      for (const chunk of chunks.keys()) if (chunk < least || chunk > most) chunks.delete(chunk)
    }
    this.#ask()
  }

  /** A chunk, read backwards if wished; null for silence, undefined while it is not decoded. */
  chunk(index: number, backwards: boolean): AudioBuffer | null | undefined {
    if (index < 0) return null
    const chunk = this.#forwards.get(index)
    if (!backwards || !chunk) return chunk
    const made = this.#backwards.get(index) ?? reversed(chunk)
    this.#backwards.set(index, made)
    return made
  }

  close(): void {
    this.#source.close()
    this.#forwards.clear()
    this.#backwards.clear()
  }

  #ask(): void {
    if (this.state.value.status !== 'ready') return
    this.#source.want(this.#wanted.filter((chunk) => !this.#forwards.has(chunk)))
  }

  #keep(chunk: number, channels: readonly Float32Array<ArrayBuffer>[]): void {
    const { value } = this.state
    if (value.status !== 'ready') return
    this.#forwards.set(chunk, bufferOf(channels, value.sampleRate))
    this.#arrived()
  }
}

function bufferOf(channels: readonly Float32Array<ArrayBuffer>[], sampleRate: number): AudioBuffer | null {
  const length = channels[0]?.length ?? 0
  if (length === 0) return null
  const buffer = new AudioBuffer({ length, numberOfChannels: channels.length, sampleRate })
  channels.forEach((samples, channel) => {
    buffer.copyToChannel(samples, channel)
  })
  return buffer
}

function reversed(buffer: AudioBuffer): AudioBuffer | null {
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, channel) =>
    buffer.getChannelData(channel).slice().reverse(),
  )
  return bufferOf(channels, buffer.sampleRate)
}

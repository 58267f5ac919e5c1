import type { SampleBlock } from '../../shared/peaks/peakColumns.ts'
import type { OpenSound } from './soundBlocks.ts'
import { createSpectrum, type Spectrum, type TwoSignals } from './spectrum.ts'
import { type TileName, tileColumns, tileRows } from './spectrumMessages.ts'

/** Takes a tile that was made. */
export type TakeTile = (tile: TileName, levels: Uint8Array<ArrayBuffer>) => void

/** Makes the wanted tiles of one sound, in the order in which they are wanted. */
export class SpectrumTiles {
  readonly #sound: OpenSound
  readonly #take: TakeTile
  readonly #pause: () => Promise<void>
  readonly #spectra = new Map<number, Spectrum>()
  #wanted: readonly TileName[] = []
  #isRunning = false

  /** `pause` lets messages in between two pieces of work. */
  constructor(sound: OpenSound, take: TakeTile, pause: () => Promise<void>) {
    this.#sound = sound
    this.#take = take
    this.#pause = pause
  }

  /** Takes a new list of wanted tiles in place of the one before; ends when all were made. A tile that is no longer wanted is left. */
  async want(tiles: readonly TileName[]): Promise<void> {
    this.#wanted = tiles
    if (this.#isRunning) return
    this.#isRunning = true
    try {
      for (let next = this.#wanted[0]; next; next = this.#wanted[0]) {
        const levels = await this.#make(next)
        if (!levels) continue
        this.#wanted = this.#wanted.filter((wanted) => !isSame(wanted, next))
        this.#take(next, levels)
        await this.#pause()
      }
    } finally {
      this.#isRunning = false
    }
  }

  /** A tile's levels; null as soon as it is no longer wanted. */
  async #make(tile: TileName): Promise<Uint8Array<ArrayBuffer> | null> {
    const { sampleRate } = this.#sound
    const spectrum = this.#spectra.get(tile.depth) ?? createSpectrum(sampleRate, tile.depth)
    this.#spectra.set(tile.depth, spectrum)
    const middle = (column: number) =>
      Math.round(((tile.index * tileColumns + column + 0.5) * 2 ** tile.depth * sampleRate) / 1000)
    const first = middle(0) - spectrum.size / 2
    const signals = await this.#signals(tile, first, middle(tileColumns - 1) + spectrum.size / 2)
    if (!signals) return null
    const levels = new Uint8Array(tileColumns * tileRows)
    for (let column = 0; column < tileColumns; column += 1) {
      spectrum.column(signals, middle(column) - first, levels, column)
    }
    return levels
  }

  /** Samples `first` up to `end`, folded into two signals; null as soon as their tile is no longer wanted. */
  async #signals(tile: TileName, first: number, end: number): Promise<TwoSignals | null> {
    const signals: TwoSignals = [new Float32Array(end - first), new Float32Array(end - first)]
    for await (const block of this.#sound.blocks(Math.max(0, first / this.#sound.sampleRate))) {
      if (!this.#wanted.some((wanted) => isSame(wanted, tile))) return null
      if (block.firstSample >= end) break
      fold(signals, block, first)
    }
    return signals
  }
}

function isSame(one: TileName, other: TileName): boolean {
  return one.depth === other.depth && one.index === other.index
}

/** Adds what of a block falls into the signals: channels by turns to the one and the other, so that left and right never cancel out. */
function fold(signals: TwoSignals, block: SampleBlock, first: number): void {
  const offset = block.firstSample - first
  block.channels.forEach((samples, channel) => {
    const signal = channel % 2 === 0 ? signals[0] : signals[1]
    const from = Math.max(0, -offset)
    const to = Math.min(samples.length, signal.length - offset)
    for (let index = from; index < to; index += 1) {
      signal[index + offset] = (signal[index + offset] as number) + (samples[index] as number)
    }
  })
}

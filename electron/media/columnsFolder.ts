import { columnsPerSecond, foldPcm, missingColumns } from '../../shared/peaks/peakColumns.ts'
import { readWaveHead, type WaveHead } from './waveHead.ts'

/** Seconds of sound that are handed on at once. */
const handedOn = 5

/** Folds a WAV stream of 16-bit samples, piece by piece, into pairs of maximum and minimum. */
export class ColumnsFolder {
  readonly #tell: (columns: Uint8Array<ArrayBuffer>) => void
  #head: WaveHead | null = null
  #opening = Buffer.alloc(0)
  /** Samples that wait, and how many bytes of them are there. A whole number of seconds makes a whole number of columns. */
  #waiting = Buffer.alloc(0)
  #filled = 0

  constructor(tell: (columns: Uint8Array<ArrayBuffer>) => void) {
    this.#tell = tell
  }

  /** Takes the next bytes of the stream. */
  add(piece: Buffer): void {
    if (this.#head) {
      this.#take(piece)
      return
    }
    this.#opening = Buffer.concat([this.#opening, piece])
    const head = readWaveHead(this.#opening)
    if (!head) return
    this.#head = head
    const samples = new Int16Array(head.sampleRate * handedOn * head.channels)
    this.#waiting = Buffer.from(samples.buffer)
    this.#take(this.#opening.subarray(head.length))
  }

  /** Hands on what is left at the end of the sound. */
  end(): void {
    this.#handOn()
  }

  #take(piece: Buffer): void {
    for (let at = 0; at < piece.length; ) {
      const taken = piece.copy(this.#waiting, this.#filled, at)
      at += taken
      this.#filled += taken
      if (this.#filled === this.#waiting.length) this.#handOn()
    }
  }

  #handOn(): void {
    if (!this.#head || this.#filled === 0) return
    const { sampleRate, channels } = this.#head
    const samples = new Int16Array(this.#waiting.buffer, 0, this.#filled >> 1)
    const count = Math.ceil((samples.length / channels / sampleRate) * columnsPerSecond)
    const columns = missingColumns(count)
    foldPcm(columns, 0, sampleRate, samples, channels)
    const pairs = new Int8Array(2 * count)
    for (let column = 0; column < count; column += 1) {
      pairs[2 * column] = columns.max[column] as number
      pairs[2 * column + 1] = columns.min[column] as number
    }
    this.#filled = 0
    this.#tell(new Uint8Array(pairs.buffer))
  }
}

import { columnsPerSecond, foldPcm, missingColumns } from '../../shared/peaks/peakColumns.ts'
import { readWaveHead, type WaveHead } from './waveHead.ts'

/** Seconds of sound that are handed on at once. */
const handedOn = 5

/** Folds a WAV stream of 16-bit samples, piece by piece, into pairs of maximum and minimum. */
export class ColumnsFolder {
  readonly #tell: (columns: Uint8Array<ArrayBuffer>) => void
  #head: WaveHead | null = null
  #opening = Buffer.alloc(0)
  /** Samples until they are handed on, and how many bytes of them are there. A whole number of seconds makes a whole number of columns. */
  #waiting = Buffer.alloc(0)
  #filled = 0
  /** Bytes of them that are folded. As each piece is folded when it comes, ffmpeg need not wait for long. */
  #folded = 0
  #columns = missingColumns(0)

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
    this.#columns = missingColumns(handedOn * columnsPerSecond)
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
      this.#fold()
      if (this.#filled === this.#waiting.length) this.#handOn()
    }
  }

  #fold(): void {
    if (!this.#head) return
    const { sampleRate, channels } = this.#head
    const frameBytes = 2 * channels
    const count = Math.floor((this.#filled - this.#folded) / frameBytes)
    const samples = new Int16Array(this.#waiting.buffer, this.#folded, count * channels)
    foldPcm(this.#columns, this.#folded / frameBytes, sampleRate, samples, channels)
    this.#folded += count * frameBytes
  }

  #handOn(): void {
    if (!this.#head || this.#filled === 0) return
    const { sampleRate, channels } = this.#head
    const { max, min } = this.#columns
    const count = Math.ceil((this.#folded / 2 / channels / sampleRate) * columnsPerSecond)
    const pairs = new Int8Array(2 * count)
    for (let column = 0; column < count; column += 1) {
      pairs[2 * column] = max[column] as number
      pairs[2 * column + 1] = min[column] as number
    }
    this.#filled = 0
    this.#folded = 0
    this.#columns = missingColumns(handedOn * columnsPerSecond)
    this.#tell(new Uint8Array(pairs.buffer))
  }
}

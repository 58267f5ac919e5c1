import type { SampleBlock } from '../../shared/peaks/peakColumns.ts'
import type { OpenSound } from './soundBlocks.ts'
import { chunkOverlap, chunkSeconds } from './soundMessages.ts'

type Samples = Float32Array<ArrayBuffer>

/** Takes a decoded chunk; one array a channel, none for silence. */
export type TakeChunk = (chunk: number, channels: readonly Samples[]) => void

/** Decodes the wanted chunks of one stream, in the order in which they are wanted, without decoding anything twice in a row. */
export class SoundChunks {
  readonly #sound: OpenSound
  readonly #take: TakeChunk
  #wanted: readonly number[] = []
  #isRunning = false
  /** The chunk that is the first without any sound; not known until the end was reached. */
  #end = Number.POSITIVE_INFINITY

  constructor(sound: OpenSound, take: TakeChunk) {
    this.#sound = sound
    this.#take = take
  }

  /** Takes a new list of wanted chunks in place of the one before; ends when all of them were given. */
  async want(chunks: readonly number[]): Promise<void> {
    this.#wanted = chunks
    if (this.#isRunning) return
    this.#isRunning = true
    try {
      for (let next = this.#wanted[0]; next !== undefined; next = this.#wanted[0]) {
        if (next < 0 || next >= this.#end) this.#give(next, [])
        else await this.#run(next)
      }
    } finally {
      this.#isRunning = false
    }
  }

  /** Decodes from one chunk on, as long as the next wanted chunk is the one that follows. */
  async #run(first: number): Promise<void> {
    let chunk = first
    let filling = this.#empty()
    let following = this.#empty()
    const { sampleRate } = this.#sound
    for await (const block of this.#sound.blocks(first * chunkSeconds)) {
      if (!this.#wanted.includes(chunk)) return
      while (block.firstSample >= (chunk + 1) * chunkSeconds * sampleRate + overlapSamples(sampleRate)) {
        this.#give(chunk, filling)
        chunk += 1
        filling = following
        following = this.#empty()
        if (this.#wanted[0] !== chunk) return
      }
      fill(filling, block, chunk * chunkSeconds * sampleRate)
      fill(following, block, (chunk + 1) * chunkSeconds * sampleRate)
    }
    this.#end = Math.min(this.#end, chunk + 2)
    this.#give(chunk, filling)
    if (this.#wanted[0] === chunk + 1) this.#give(chunk + 1, following)
  }

  #give(chunk: number, channels: readonly Samples[]): void {
    this.#wanted = this.#wanted.filter((wanted) => wanted !== chunk)
    this.#take(chunk, channels.some((samples) => samples.some((sample) => sample !== 0)) ? channels : [])
  }

  #empty(): Samples[] {
    const { sampleRate, channelCount } = this.#sound
    const length = Math.ceil(chunkSeconds * sampleRate) + overlapSamples(sampleRate)
    return Array.from({ length: channelCount }, () => new Float32Array(length))
  }
}

function overlapSamples(sampleRate: number): number {
  return Math.ceil(chunkOverlap * sampleRate)
}

/** Copies what of a block falls into arrays that begin at sample `first`. */
function fill(into: readonly Samples[], block: SampleBlock, first: number): void {
  const offset = block.firstSample - Math.round(first)
  into.forEach((samples, channel) => {
    const source = block.channels[channel]
    if (!source || offset >= samples.length || offset + source.length <= 0) return
    const part = source.subarray(Math.max(0, -offset), Math.max(0, samples.length - offset))
    samples.set(part, Math.max(0, offset))
  })
}

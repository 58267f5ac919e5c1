import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { ColumnsMessage, ColumnsOrder } from './columnsWorker.ts'
import type { Ffmpeg } from './ffmpeg.ts'
import { soundArguments } from './soundArguments.ts'
import type { DecodedSound, SoundDecoding } from './soundDecoding.ts'
import { readWaveHead, type WaveHead } from './waveHead.ts'

/** Bytes in which the head of a WAV file must have ended. */
const longestHead = 4096

/** A film's sound through the user's ffmpeg, in the container's own time, holes filled with silence. */
export class FfmpegSound implements SoundDecoding {
  readonly #ffmpeg: Ffmpeg

  constructor(ffmpeg: Ffmpeg) {
    this.#ffmpeg = ffmpeg
  }

  /** Folded in a thread of their own, since two hours are more than a gigabyte of samples. */
  async columns(file: string, stream: number): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null> {
    const { path: program } = await this.#ffmpeg.find()
    if (program === null) return null
    const order: ColumnsOrder = { program, args: soundArguments(file, stream, 0) }
    const worker = new Worker(new URL('./columnsWorker.js', import.meta.url), { workerData: order })
    worker.unref()
    const stop = () => worker.postMessage('stop')
    return new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        worker.on('message', (message: ColumnsMessage) => {
          if (message instanceof Uint8Array) controller.enqueue(message)
          else if (message === null) controller.close()
          else controller.error(new Error(message))
        })
        worker.on('error', (error) => controller.error(error))
      },
      cancel: stop,
    })
  }

  async decoded(file: string, stream: number, from: number): Promise<DecodedSound | null> {
    const run = await this.#ffmpeg.start(soundArguments(file, stream, from))
    const output = run?.child.stdout
    if (!run || !output) return null
    const begun = await takeHead(output)
    if (!begun) {
      run.kill()
      return null
    }
    const pieces = output[Symbol.asyncIterator]() as AsyncIterator<Buffer>
    let first: Buffer | null = begun.rest
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      async pull(controller) {
        const piece: Buffer | null = first ?? ((await pieces.next()).value as Buffer | undefined) ?? null
        first = null
        if (piece) controller.enqueue(new Uint8Array(piece))
        else controller.close()
      },
      cancel: () => run.kill(),
    })
    return { ...begun.head, body }
  }
}

/** Reads the head of a WAV stream; null when it ends before. */
async function takeHead(
  output: Readable,
): Promise<{ readonly head: WaveHead; readonly rest: Buffer } | null> {
  let bytes = Buffer.alloc(0)
  while (bytes.length < longestHead) {
    const piece = (output.read() as Buffer | null) ?? (await nextPiece(output))
    if (!piece) return null
    bytes = Buffer.concat([bytes, piece])
    const head = readWaveHead(bytes)
    if (head) return { head, rest: bytes.subarray(head.length) }
  }
  return null
}

function nextPiece(output: Readable): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const end = () => settle(null)
    const more = () => settle(output.read() as Buffer | null)
    const settle = (piece: Buffer | null) => {
      output.off('end', end).off('error', end).off('readable', more)
      resolve(piece)
    }
    output.once('end', end).once('error', end).once('readable', more)
  })
}

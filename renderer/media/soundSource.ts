import type { Problem } from '../../shared/result.ts'
import type { SoundMessage, SoundOrder, SoundPlace } from './soundMessages.ts'

/** What a stream of sound tells the one who opened it. */
export type SoundListener = {
  readonly opened: (sampleRate: number, channelCount: number) => void
  readonly refused: (problem: Problem) => void
  readonly decoded: (chunk: number, channels: readonly Float32Array<ArrayBuffer>[]) => void
}

/** A stream of sound, decoded in chunks as they are wanted. */
export type SoundSource = {
  /** Takes a new list of chunks to decode, the most urgent first, in place of the one before. */
  readonly want: (chunks: readonly number[]) => void
  readonly close: () => void
}

let worker: Worker | null = null
let lastId = 0
const listeners = new Map<number, SoundListener>()

/** Opens a stream of sound in the worker that all of them share. */
export function openSource(place: SoundPlace, listener: SoundListener): SoundSource {
  lastId += 1
  const id = lastId
  listeners.set(id, listener)
  send({ kind: 'open', id, place })
  return {
    want: (chunks) => send({ kind: 'want', id, chunks }),
    close: () => {
      listeners.delete(id)
      send({ kind: 'close', id })
    },
  }
}

function send(order: SoundOrder): void {
  worker ??= startWorker()
  worker.postMessage(order)
}

function startWorker(): Worker {
  const started = new Worker(new URL('./soundWorker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data }: MessageEvent<SoundMessage>) => hear(data)
  return started
}

function hear(message: SoundMessage): void {
  const listener = listeners.get(message.id)
  if (message.kind === 'opened') listener?.opened(message.sampleRate, message.channelCount)
  else if (message.kind === 'refused') listener?.refused(message.problem)
  else listener?.decoded(message.chunk, message.channels)
}

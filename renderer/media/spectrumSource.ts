import type { Problem } from '../../shared/result.ts'
import type { SoundPlace } from './soundMessages.ts'
import type { SpectrumMessage, SpectrumOrder, TileName } from './spectrumMessages.ts'

/** What a sound tells the one who looks at its spectrum. */
export type SpectrumListener = {
  readonly made: (tile: TileName, levels: Uint8Array<ArrayBuffer>) => void
  readonly refused: (problem: Problem) => void
}

/** A sound whose spectrogram is made tile by tile. */
export type SpectrumSource = {
  /** Takes a new list of wanted tiles, the most urgent first, in place of the one before. */
  readonly want: (tiles: readonly TileName[]) => void
  readonly close: () => void
}

let worker: Worker | null = null
let lastId = 0
const listeners = new Map<number, SpectrumListener>()

/** Opens a sound in the thread that makes all spectrograms. */
export function openSpectrum(place: SoundPlace, listener: SpectrumListener): SpectrumSource {
  lastId += 1
  const id = lastId
  listeners.set(id, listener)
  send({ kind: 'open', id, place })
  return {
    want: (tiles) => send({ kind: 'want', id, tiles }),
    close: () => {
      listeners.delete(id)
      send({ kind: 'close', id })
    },
  }
}

function send(order: SpectrumOrder): void {
  worker ??= startWorker()
  worker.postMessage(order)
}

function startWorker(): Worker {
  const started = new Worker(new URL('./spectrumWorker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data }: MessageEvent<SpectrumMessage>) => {
    const listener = listeners.get(data.id)
    if (data.kind === 'tile') listener?.made(data.tile, data.levels)
    else listener?.refused(data.problem)
  }
  return started
}

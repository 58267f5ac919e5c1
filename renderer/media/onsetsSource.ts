import type { PeakColumns } from '../../shared/peaks/peakColumns.ts'
import type { OnsetsMessage, OnsetsOrder } from './onsetsMessages.ts'

/** Finds the onsets in columns, which it takes for itself. */
export type FindOnsets = (columns: PeakColumns, isStart: boolean) => Promise<readonly number[]>

let worker: Worker | null = null
let lastId = 0
const waiting = new Map<number, (onsets: readonly number[]) => void>()

/** Finds onsets in a thread of their own. */
export const findOnsets: FindOnsets = ({ max, min }, isStart) => {
  worker ??= startWorker()
  lastId += 1
  const order: OnsetsOrder = { id: lastId, max, min, isStart }
  const found = new Promise<readonly number[]>((resolve) => waiting.set(order.id, resolve))
  worker.postMessage(order, [max.buffer as ArrayBuffer, min.buffer as ArrayBuffer])
  return found
}

function startWorker(): Worker {
  const started = new Worker(new URL('./onsetsWorker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data }: MessageEvent<OnsetsMessage>) => {
    waiting.get(data.id)?.(data.onsets)
    waiting.delete(data.id)
  }
  return started
}

import { Worker } from 'node:worker_threads'
import type { Counted } from './countFrames.ts'
import type { PrepareNews, PrepareOrder } from './prepareWorker.ts'

/** Rejects with this when work was stopped on purpose. */
export class Stopped extends Error {}

/** Takes a film apart in a thread of its own; `signal` ends the thread at once. Rejects with what went wrong. */
export function prepareInThread(
  order: PrepareOrder,
  signal: AbortSignal,
  progress: (fraction: number) => void = () => {},
): Promise<Counted> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new Stopped())
      return
    }
    const worker = new Worker(new URL('./prepareWorker.js', import.meta.url), { workerData: order })
    // The app may end while it still reads.
    worker.unref()
    const stop = () => {
      void worker.terminate().then(() => reject(new Stopped()))
    }
    signal.addEventListener('abort', stop, { once: true })
    worker.on('message', (news: PrepareNews) => {
      if (news.kind === 'progress') progress(news.fraction)
      if (news.kind === 'done') resolve(news.counted)
      if (news.kind === 'failed') reject(new Error(news.fault))
      if (news.kind !== 'progress') void worker.terminate()
    })
    worker.on('error', reject)
    worker.on('exit', () => signal.removeEventListener('abort', stop))
  })
}

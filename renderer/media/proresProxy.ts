import type { FrameRate } from '../../shared/time/frameRate.ts'
import type { ProresMessage, ProresOrder } from './proresMessages.ts'

/** Encodes a ProRes film as a small H.264 copy in a worker. Rejects with what went wrong, or when `signal` stops it. */
export function proresProxy(
  order: { readonly url: string; readonly target: string; readonly rate: FrameRate },
  signal: AbortSignal,
  progress: (fraction: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(new URL('./proresWorker.ts', import.meta.url), { type: 'module' })
    const end = (fault: Error | null): void => {
      worker.terminate()
      signal.removeEventListener('abort', stop)
      if (fault) reject(fault)
      else resolve()
    }
    const stop = (): void => end(new Error('stopped'))
    worker.onmessage = ({ data }: MessageEvent<ProresMessage>) => {
      if (data.kind === 'progress') progress(data.fraction)
      else end(data.kind === 'done' ? null : new Error(data.fault))
    }
    worker.onerror = (event) => end(new Error(event.message))
    signal.addEventListener('abort', stop)
    worker.postMessage(order satisfies ProresOrder)
  })
}

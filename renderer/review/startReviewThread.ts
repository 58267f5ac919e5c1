import type { ReviewThread } from './reviewLink.ts'
import type { ReviewAnswer } from './reviewMessages.ts'

/** Starts the thread that reviews; one serves all productions of the window. */
export function startReviewThread(): ReviewThread {
  const worker = new Worker(new URL('./reviewWorker.ts', import.meta.url), { type: 'module' })
  return {
    send: (request) => worker.postMessage(request),
    hear: (heard) => {
      const listener = ({ data }: MessageEvent<ReviewAnswer>) => heard(data)
      worker.addEventListener('message', listener)
      return () => worker.removeEventListener('message', listener)
    },
  }
}

import type { ReviewThread } from './reviewLink.ts'
import type { ReviewAnswer, ReviewRequest } from './reviewMessages.ts'

/** Milliseconds after which a review begins although the window is still busy. */
const longestWait = 1000

/**
 * Starts the thread that reviews; one serves all productions of the window, the latest at a time. A review begins when the window
 * has shown what was opened: until then it would take the processor from that.
 */
export function startReviewThread(): ReviewThread {
  const worker = new Worker(new URL('./reviewWorker.ts', import.meta.url), { type: 'module' })
  let waiting: ReviewRequest[] | null = null
  let idle = 0
  const begin = () => {
    for (const request of waiting ?? []) worker.postMessage(request)
    waiting = null
  }
  const send = (request: ReviewRequest) => {
    if (request.kind === 'open') {
      cancelIdleCallback(idle)
      waiting = [request]
      idle = requestIdleCallback(begin, { timeout: longestWait })
    } else if (waiting) waiting.push(request)
    else worker.postMessage(request)
  }
  return {
    send,
    hear: (heard) => {
      const listener = ({ data }: MessageEvent<ReviewAnswer>) => heard(data)
      worker.addEventListener('message', listener)
      return () => worker.removeEventListener('message', listener)
    },
  }
}

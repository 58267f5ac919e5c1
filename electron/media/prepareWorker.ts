import { parentPort, workerData } from 'node:worker_threads'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { aiffToWav } from './aiffToWav.ts'
import { type Counted, countFrames } from './countFrames.ts'
import { rewrap } from './rewrap.ts'

/** What the thread is to do, once. */
export type PrepareOrder =
  | { readonly kind: 'rewrap'; readonly source: string; readonly target: string; readonly rate: FrameRate }
  | { readonly kind: 'wav'; readonly source: string; readonly target: string }
  | { readonly kind: 'count'; readonly source: string }

/** What it says meanwhile and at the end. */
export type PrepareNews =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'done'; readonly counted: Counted }
  | { readonly kind: 'failed'; readonly fault: string }

const none: Counted = { frames: 0, sounds: 0 }

async function work(order: PrepareOrder): Promise<Counted> {
  const progress = (fraction: number) => tell({ kind: 'progress', fraction })
  if (order.kind === 'count') return countFrames(order.source)
  if (order.kind === 'rewrap') await rewrap(order.source, order.target, order.rate, progress)
  else await aiffToWav(order.source, order.target, progress)
  return none
}

function tell(news: PrepareNews): void {
  parentPort?.postMessage(news)
}

work(workerData as PrepareOrder).then(
  (counted) => tell({ kind: 'done', counted }),
  (error: unknown) => tell({ kind: 'failed', fault: error instanceof Error ? error.message : String(error) }),
)

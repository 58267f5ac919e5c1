import type { ColumnRange } from '../../shared/peaks/peakColumns.ts'
import { addColumns, columnCount, createPeaks, type Peaks } from '../../shared/peaks/peaks.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import type { PeaksMessage, PeaksOrder, PeaksProgress } from './peaksMessages.ts'

/** What may be asked of an analysis besides its result. */
export type PeaksWishes = {
  /** Called with the peaks so far whenever a range of base columns is new; the same object grows until the end. */
  readonly onChunk?: (peaks: Peaks, columns: ColumnRange) => void
  readonly onProgress?: (progress: PeaksProgress) => void
  /** Called at most once, before the end, if part of the sound could not be had; that part stays missing. */
  readonly onDamage?: (problem: Problem) => void
  /** Ends the analysis at once. */
  readonly signal?: AbortSignal
  /** Where peaks are kept between runs. Damaged sound is analysed anew each time. */
  readonly cacheUrl?: string
}

const stopped: Problem = {
  message: 'The analysis of the sound was stopped.',
  expected: 'the whole sound',
  found: 'a request to stop',
  remedy: 'Start it again whenever you like.',
}

/**
 * Analyses the first sound track of the film at `url` in a worker. Refused if there is no sound that can be decoded; a
 * damaged film gives the peaks that could be had. The page holds four bytes per column: 29 MB for two hours.
 */
export function extractPeaks(
  url: string,
  durationSeconds: number,
  wishes: PeaksWishes,
): Promise<Result<Peaks>> {
  const { signal } = wishes
  if (signal?.aborted) return Promise.resolve(refuse(stopped))
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./peaksWorker.ts', import.meta.url), { type: 'module' })
    const end = (result: Result<Peaks>): void => {
      worker.terminate()
      signal?.removeEventListener('abort', stop)
      resolve(result)
    }
    const stop = (): void => end(refuse(stopped))
    let peaks = createPeaks(durationSeconds)
    const take = (message: PeaksMessage): void => {
      if (message.kind === 'chunk') {
        const columns = addColumns(peaks, message.first, message)
        wishes.onChunk?.(peaks, columns)
      } else if (message.kind === 'progress') {
        wishes.onProgress?.(message.progress)
      } else if (message.kind === 'kept') {
        peaks = message.peaks
        wishes.onChunk?.(peaks, { start: 0, end: columnCount(peaks) })
      } else if (message.kind === 'done') {
        if (message.damage) wishes.onDamage?.(message.damage)
        end(ok(peaks))
      } else end(refuse(message.problem))
    }
    worker.onmessage = (event: MessageEvent<PeaksMessage>) => take(event.data)
    worker.onerror = (event) => {
      worker.terminate()
      reject(new Error(event.message))
    }
    signal?.addEventListener('abort', stop)
    const order: PeaksOrder = { url, durationSeconds, cacheUrl: wishes.cacheUrl }
    worker.postMessage(order)
  })
}

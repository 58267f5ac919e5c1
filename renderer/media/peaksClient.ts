import type { PeakColumns } from '../../shared/peaks/peakColumns.ts'
import {
  addColumns,
  addEstimate,
  addLevel,
  columnCount,
  createPeaks,
  type Peaks,
} from '../../shared/peaks/peaks.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { openKeptPeaks } from './keptPeaks.ts'
import type { PeaksMessage, PeaksOrder, PeaksProgress, PeaksRequest } from './peaksMessages.ts'

/** What is to be analysed; what an earlier analysis found is taken on. */
export type PeaksTask = Omit<PeaksOrder, 'kind' | 'known'> & { readonly peaks: Peaks | undefined }

/** What may be asked of an analysis besides its result. */
export type PeaksWishes = {
  /** Called with the peaks so far whenever there is more to draw; the same object grows, unless all was thrown away. */
  readonly onPeaks?: (peaks: Peaks) => void
  readonly onProgress?: (progress: PeaksProgress) => void
  /** Called when part of the sound could not be had, or had to be analysed anew. */
  readonly onDamage?: (problem: Problem) => void
  /** Ends the analysis at once. */
  readonly signal?: AbortSignal
}

/** An analysis that is going on. */
export type PeaksRun = {
  readonly result: Promise<Result<Peaks>>
  /** Has pieces nearest to another base column analysed first. */
  readonly follow: (near: number) => void
}

const stopped: Problem = {
  message: 'The analysis of the sound was stopped.',
  expected: 'the whole sound',
  found: 'a request to stop',
  remedy: 'Start it again whenever you like.',
}

/**
 * Analyses a sound stream of the film at `url` in a worker. Refused if there is no sound that can be decoded; a damaged
 * film gives the peaks that could be had. The page holds four bytes per column: 29 MB for two hours.
 */
export function extractPeaks(task: PeaksTask, wishes: PeaksWishes): PeaksRun {
  const { signal } = wishes
  if (signal?.aborted) return { result: Promise.resolve(refuse(stopped)), follow: () => {} }
  const worker = new Worker(new URL('./peaksWorker.ts', import.meta.url), { type: 'module' })
  const tell = (request: PeaksRequest, transfer: Transferable[] = []): void =>
    worker.postMessage(request, transfer)
  const taking = new Taking(task, wishes)
  const result = new Promise<Result<Peaks>>((resolve, reject) => {
    const end = (settled: Result<Peaks>): void => {
      signal?.removeEventListener('abort', stop)
      worker.onmessage = null
      resolve(settled)
    }
    const stop = (): void => {
      // The worker keeps what it has, and closes itself.
      tell({ kind: 'stop' })
      end(refuse(stopped))
    }
    worker.onmessage = ({ data }: MessageEvent<PeaksMessage>) => {
      if (data.kind === 'done') {
        if (data.damage) wishes.onDamage?.(data.damage)
        end(ok(taking.peaks))
      } else if (data.kind === 'refused') end(refuse(data.problem))
      else taking.take(data)
    }
    worker.onerror = (event) => {
      worker.terminate()
      reject(new Error(event.message))
    }
    signal?.addEventListener('abort', stop)
  })
  const { peaks, ...rest } = task
  const known = peaks && copyOf(peaks.levels[0] as PeakColumns)
  tell({ kind: 'order', ...rest, known }, known ? [known.max.buffer, known.min.buffer] : [])
  if (!peaks && task.cacheUrl !== undefined) void taking.open(task.cacheUrl)
  return { result, follow: (near) => tell({ kind: 'near', near }) }
}

/** Brings what the worker says into peaks. */
class Taking {
  peaks: Peaks
  #isUntouched = true
  readonly #task: PeaksTask
  readonly #wishes: PeaksWishes

  constructor(task: PeaksTask, wishes: PeaksWishes) {
    this.#task = task
    this.#wishes = wishes
    this.peaks = task.peaks ?? createPeaks(task.durationSeconds)
  }

  /** Shows the beginning of kept peaks, which the worker goes on to check and to complete. */
  async open(cacheUrl: string): Promise<void> {
    const opening = await openKeptPeaks(cacheUrl, columnCount(this.peaks))
    if (!opening || !this.#isUntouched || this.#wishes.signal?.aborted) return
    opening(this.peaks)
    this.#wishes.onPeaks?.(this.peaks)
  }

  take(message: Exclude<PeaksMessage, { kind: 'done' | 'refused' }>): void {
    if (message.kind === 'progress') {
      this.#wishes.onProgress?.(message.progress)
      return
    }
    this.#isUntouched = false
    if (message.kind === 'chunk') addColumns(this.peaks, message.first, message)
    else if (message.kind === 'level') addLevel(this.peaks, message.depth, message)
    else if (message.kind === 'estimates') {
      for (const { first, end, max, min } of message.estimates) addEstimate(this.peaks, first, end, max, min)
    } else {
      this.peaks = createPeaks(this.#task.durationSeconds)
      if (message.problem) this.#wishes.onDamage?.(message.problem)
    }
    this.#wishes.onPeaks?.(this.peaks)
  }
}

function copyOf({ max, min }: PeakColumns): PeakColumns {
  return { max: max.slice(), min: min.slice() }
}

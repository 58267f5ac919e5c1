import type { Peaks } from '../../shared/peaks/peaks.ts'
import type { Problem } from '../../shared/result.ts'

/** What the worker is asked to do, once. */
export type PeaksOrder = {
  readonly url: string
  /** Seconds that the peaks are to cover. */
  readonly durationSeconds: number
  /** Where kept peaks are read from (GET, 404 where there are none) and new ones are left (PUT). */
  readonly cacheUrl: string | undefined
}

/** How far the analysis is. */
export type PeaksProgress = {
  /** 0 to 1. */
  readonly fraction: number
  /** The second of the sound up to which it is analysed. */
  readonly analysedSeconds: number
}

/** What the worker says, in this order: any number of chunks and progress, or one `kept`; then `done` or `refused`. */
export type PeaksMessage =
  | { readonly kind: 'chunk'; readonly first: number; readonly max: Int8Array; readonly min: Int8Array }
  | { readonly kind: 'progress'; readonly progress: PeaksProgress }
  | { readonly kind: 'kept'; readonly peaks: Peaks }
  | { readonly kind: 'done'; readonly damage: Problem | undefined }
  | { readonly kind: 'refused'; readonly problem: Problem }

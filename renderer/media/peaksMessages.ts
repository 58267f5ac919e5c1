import type { PeakColumns } from '../../shared/peaks/peakColumns.ts'
import type { Problem } from '../../shared/result.ts'

/** What the worker is asked to do first. */
export type PeaksOrder = {
  readonly kind: 'order'
  readonly url: string
  /** The sound stream, counted from 0. */
  readonly stream: number
  /** Seconds that the peaks are to cover. */
  readonly durationSeconds: number
  /** How far sound may be off before its analysis is thrown away. */
  readonly frameSeconds: number
  /** The base column nearest to which the analysis begins. */
  readonly near: number
  /** Where kept peaks are read from (GET, 204 where there are none), left (PUT) and removed (DELETE). */
  readonly cacheUrl: string | undefined
  /** Where columns made by the user's ffmpeg are read from; 204 where there is none. */
  readonly columnsUrl: string | undefined
  /** What an analysis that was stopped has found. */
  readonly known: PeakColumns | undefined
}

/** What the worker is told: an order, and any time later where the playhead is, or to stop. */
export type PeaksRequest =
  | PeaksOrder
  | { readonly kind: 'near'; readonly near: number }
  | { readonly kind: 'stop' }

/** How far the analysis is, 0 to 1. */
export type PeaksProgress = { readonly fraction: number }

/** What was heard at one place, for columns `first` up to `end` of the estimate. */
export type Estimate = {
  readonly first: number
  readonly end: number
  readonly max: number
  readonly min: number
}

/** What the worker says; `done` and `refused` come last. */
export type PeaksMessage =
  | { readonly kind: 'chunk'; readonly first: number; readonly max: Int8Array; readonly min: Int8Array }
  | { readonly kind: 'estimates'; readonly estimates: readonly Estimate[] }
  /** One level of kept peaks, from the coarsest to the finest. */
  | { readonly kind: 'level'; readonly depth: number; readonly max: Int8Array; readonly min: Int8Array }
  /** Everything said so far was wrong. */
  | { readonly kind: 'discard'; readonly problem: Problem | undefined }
  | { readonly kind: 'progress'; readonly progress: PeaksProgress }
  | { readonly kind: 'done'; readonly damage: Problem | undefined }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** Sends a message, giving the memory of what is listed away with it. */
export type Post = (message: PeaksMessage, transfer: readonly Transferable[]) => void

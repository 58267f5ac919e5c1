import type { FrameRate } from '../../shared/time/frameRate.ts'

/** A proxy to encode: from `url`, in pieces to `target`. */
export type ProresOrder = { readonly url: string; readonly target: string; readonly rate: FrameRate }

/** What the worker says meanwhile and at the end. */
export type ProresMessage =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly fault: string }

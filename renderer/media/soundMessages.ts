import type { Problem } from '../../shared/result.ts'

/** Seconds of sound in a chunk; chunk n begins at second n of the file's own time. */
export const chunkSeconds = 1
/** Seconds that a chunk goes on into the next one, so that two can be blended where they meet. */
export const chunkOverlap = 0.02

/** Where a stream of sound is read from. */
export type SoundPlace = {
  readonly url: string
  /** Place among the file's sound streams, from 0. */
  readonly stream: number
  /** Address of ffmpeg's decoding, for codecs that nothing else decodes; `/STREAM?from=SECONDS` follows. */
  readonly decodedUrl: string
}

/** What the worker is asked; a new list of wanted chunks takes the place of the one before. */
export type SoundOrder =
  | { readonly kind: 'open'; readonly id: number; readonly place: SoundPlace }
  | { readonly kind: 'want'; readonly id: number; readonly chunks: readonly number[] }
  | { readonly kind: 'close'; readonly id: number }

/** What the worker answers: `opened` or `refused` once, then chunks as they are decoded. */
export type SoundMessage =
  | {
      readonly kind: 'opened'
      readonly id: number
      readonly sampleRate: number
      readonly channelCount: number
    }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: Problem }
  | {
      readonly kind: 'chunk'
      readonly id: number
      readonly chunk: number
      /** One array a channel; none where the chunk is silent from beginning to end. */
      readonly channels: readonly Float32Array<ArrayBuffer>[]
    }

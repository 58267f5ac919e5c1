import {
  type ColumnRange,
  columnsPerSecond,
  foldSamples,
  foldSilence,
  type PeakColumns,
  type SampleBlock,
} from '../../shared/peaks/peakColumns.ts'
import type { Post } from './peaksMessages.ts'

/** Takes one run of sound into the columns and sends the page what is new of it, ten times a second at most. */
export type SoundTaker = {
  readonly addBlock: (block: SampleBlock) => void
  /** Silence from one second to another: a hole in the sound, or its end before the picture's. */
  readonly addSilence: (fromSeconds: number, toSeconds: number) => void
  /** Says that columns were filled by somebody else. */
  readonly touch: (columns: ColumnRange) => void
  /** Sends everything that has not been sent. */
  readonly flush: () => void
}

/** Milliseconds between two messages. */
const interval = 100
/** Columns in one message at most, so that the page never has long to merge. */
const chunkLength = 1 << 16

/** Sends the page what is new in the columns of a whole film; each run that is decoded has a taker of its own. */
export class PeaksOutbox {
  readonly columns: PeakColumns
  readonly #post: Post
  readonly #now: () => number
  #sent: number

  /** `sent` columns are with the page already; `now` tells milliseconds. */
  constructor(columns: PeakColumns, sent: number, post: Post, now: () => number) {
    this.columns = columns
    this.#sent = sent
    this.#post = post
    this.#now = now
  }

  /** A taker for one run of sound, kept to the columns of `limits`. */
  taker(limits: ColumnRange = { start: 0, end: this.columns.max.length }): SoundTaker {
    let unsent: ColumnRange | undefined
    let sentAt = this.#now()
    const flush = (): void => {
      if (unsent) this.#send(unsent)
      unsent = undefined
      sentAt = this.#now()
    }
    const touch = ({ start, end }: ColumnRange): void => {
      if (end <= start) return
      unsent = unsent
        ? { start: Math.min(start, unsent.start), end: Math.max(end, unsent.end) }
        : { start, end }
      if (this.#now() - sentAt >= interval) flush()
    }
    return {
      addBlock: (block) => touch(foldSamples(this.columns, block)),
      addSilence: (fromSeconds, toSeconds) => {
        const start = Math.max(limits.start, Math.ceil(fromSeconds * columnsPerSecond))
        const end = Math.min(limits.end, Math.floor(toSeconds * columnsPerSecond))
        foldSilence(this.columns, { start, end })
        touch({ start, end })
      },
      touch,
      flush,
    }
  }

  #send(range: ColumnRange): void {
    for (let first = range.start; first < range.end; first += chunkLength) {
      const end = Math.min(range.end, first + chunkLength)
      const max = this.columns.max.slice(first, end)
      const min = this.columns.min.slice(first, end)
      this.#post({ kind: 'chunk', first, max, min }, [max.buffer, min.buffer])
    }
    const { length } = this.columns.max
    this.#sent = Math.min(length, this.#sent + range.end - range.start)
    this.#post({ kind: 'progress', progress: { fraction: length > 0 ? this.#sent / length : 1 } }, [])
  }
}

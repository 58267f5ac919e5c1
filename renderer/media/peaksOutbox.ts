import {
  type ColumnRange,
  columnsPerSecond,
  foldSamples,
  foldSilence,
  missingColumns,
  type PeakColumns,
  type SampleBlock,
} from '../../shared/peaks/peakColumns.ts'
import { columnsOfSeconds } from '../../shared/peaks/peaks.ts'
import type { PeaksMessage } from './peaksMessages.ts'

/** Collects the columns of a whole film in the worker and sends the page what is new, ten times a second at most. */
export type PeaksOutbox = {
  readonly columns: PeakColumns
  readonly addBlock: (block: SampleBlock) => void
  /** Silence from one second to another: a hole in the sound, or its end before the picture's. */
  readonly addSilence: (fromSeconds: number, toSeconds: number) => void
  /** Sends everything that has not been sent. */
  readonly flush: () => void
}

type Post = (message: PeaksMessage, transfer: readonly Transferable[]) => void

/** Milliseconds between two messages. */
const interval = 100
/** Columns in one message at most, so that the page never has long to merge. */
const chunkLength = 1 << 16

/** An outbox for so many seconds; `now` tells milliseconds. */
export function createPeaksOutbox(durationSeconds: number, post: Post, now: () => number): PeaksOutbox {
  const columns = missingColumns(columnsOfSeconds(durationSeconds))
  let unsent: ColumnRange | undefined
  let sentAt = Number.NEGATIVE_INFINITY

  const flush = (): void => {
    const range = unsent
    unsent = undefined
    sentAt = now()
    if (!range) return
    for (let first = range.start; first < range.end; first += chunkLength) {
      const end = Math.min(range.end, first + chunkLength)
      const max = columns.max.slice(first, end)
      const min = columns.min.slice(first, end)
      post({ kind: 'chunk', first, max, min }, [max.buffer, min.buffer])
    }
    const analysedSeconds = Math.min(durationSeconds, range.end / columnsPerSecond)
    const fraction = durationSeconds > 0 ? analysedSeconds / durationSeconds : 1
    post({ kind: 'progress', progress: { fraction, analysedSeconds } }, [])
  }
  const touch = ({ start, end }: ColumnRange): void => {
    if (end <= start) return
    unsent = unsent
      ? { start: Math.min(start, unsent.start), end: Math.max(end, unsent.end) }
      : { start, end }
    if (now() - sentAt >= interval) flush()
  }
  return {
    columns,
    addBlock: (block) => touch(foldSamples(columns, block)),
    addSilence: (fromSeconds, toSeconds) => {
      const start = Math.max(0, Math.ceil(fromSeconds * columnsPerSecond))
      const end = Math.min(columns.max.length, Math.floor(toSeconds * columnsPerSecond))
      foldSilence(columns, { start, end })
      touch({ start, end })
    },
    flush,
  }
}

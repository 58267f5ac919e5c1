import { columnsPerSecond, type PeakColumns } from '../../shared/peaks/peakColumns.ts'
import type { PeaksOutbox } from './peaksOutbox.ts'

/**
 * Reads the columns that the user's ffmpeg makes of the sound into those of the outbox: pairs of maximum and minimum from
 * second 0 on. False when there is no ffmpeg, or it stopped before the end.
 */
export async function takeFfmpegColumns(
  columnsUrl: string,
  outbox: PeaksOutbox,
  signal: AbortSignal,
): Promise<boolean> {
  const response = await fetch(columnsUrl, { signal }).catch(() => undefined)
  if (!response?.ok || !response.body) return false
  const { columns } = outbox
  const taker = outbox.taker()
  const reader = response.body.getReader()
  let column = 0
  let odd: number | undefined
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const start = column
      for (const byte of new Int8Array(read.value.buffer, read.value.byteOffset, read.value.byteLength)) {
        if (odd === undefined) {
          odd = byte
          continue
        }
        put(columns, column, odd, byte)
        odd = undefined
        column += 1
      }
      taker.touch({ start: Math.min(start, columns.max.length), end: Math.min(column, columns.max.length) })
    }
  } catch {
    return false
  } finally {
    taker.flush()
  }
  return column > 0
}

/** Where the sound ends, by columns that ffmpeg gave in full: the rest of the film is silent. */
export function silenceAfter(outbox: PeaksOutbox): void {
  const { columns } = outbox
  let end = columns.max.length
  while (end > 0 && (columns.max[end - 1] as number) < (columns.min[end - 1] as number)) end -= 1
  const taker = outbox.taker()
  taker.addSilence(end / columnsPerSecond, columns.max.length / columnsPerSecond)
  taker.flush()
}

function put(columns: PeakColumns, column: number, max: number, min: number): void {
  if (column >= columns.max.length) return
  columns.max[column] = max
  columns.min[column] = min
}

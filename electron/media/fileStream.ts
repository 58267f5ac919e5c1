import type { ByteRange } from './byteRange.ts'
import type { FilmReads } from './filmReads.ts'
import type { FirstPiece } from './readSlotsWorker.ts'

/** Bytes in the first piece of an answer: little, since Chromium leaves most answers after a seek. */
export const firstPieceSize = 256 * 1024
/** Bytes in each further piece, for those who read on. */
const pieceSize = 1024 * 1024

/**
 * A stretch of a file as a stream, read only as fast as it is taken. It breaks off with an error when the file is no longer
 * the one that it began with, rather than to end early or to mix two films.
 */
export function fileStream(
  reads: FilmReads,
  path: string,
  start: FirstPiece,
  range: ByteRange,
): ReadableStream<Uint8Array> {
  const gone = new AbortController()
  let position = range.first
  const take = (controller: ReadableStreamDefaultController<Uint8Array>, bytes: Uint8Array) => {
    position += bytes.length
    controller.enqueue(bytes)
    if (position > range.last) controller.close()
  }
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (position === range.first && start.bytes.length > 0) {
        take(controller, start.bytes)
        return
      }
      const last = Math.min(range.last, position + pieceSize - 1)
      const piece = await reads.piece(path, start.stamp, { first: position, last }, gone.signal)
      if (gone.signal.aborted) return
      if (piece.ok && piece.value) take(controller, piece.value)
      else controller.error(new Error(piece.ok ? `${path} was changed` : piece.problem.message))
    },
    cancel() {
      gone.abort()
    },
  })
}

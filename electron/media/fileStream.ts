import { type FileHandle, open } from 'node:fs/promises'
import type { ByteRange } from './byteRange.ts'

const pieceSize = 256 * 1024

/**
 * A stretch of a file as a stream, read only as fast as it is taken. The descriptor is closed with the last piece and when
 * the reader goes away, which Chromium does at nearly every seek.
 */
export async function fileStream(path: string, range: ByteRange): Promise<ReadableStream<Uint8Array>> {
  const handle: FileHandle = await open(path, 'r')
  let position = range.first
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const piece = new Uint8Array(Math.min(pieceSize, range.last + 1 - position))
          const { bytesRead } = await handle.read(piece, 0, piece.length, position)
          position += bytesRead
          if (bytesRead > 0) controller.enqueue(piece.subarray(0, bytesRead))
          if (bytesRead === 0 || position > range.last) {
            await handle.close()
            controller.close()
          }
        } catch (error) {
          await handle.close().catch(() => {})
          controller.error(error)
        }
      },
      async cancel() {
        await handle.close().catch(() => {})
      },
    },
    { highWaterMark: 2 },
  )
}

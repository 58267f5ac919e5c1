import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

const pieceSize = 64 * 1024
const pieceCount = 16

/** Tells a file by its content: size in bytes and a digest of sixteen pieces spread over it, as `size-hex`. */
export async function contentIdentity(path: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const hash = createHash('sha256').update(String(size))
    const piece = Buffer.alloc(pieceSize)
    for (let index = 0; index < pieceCount; index++) {
      const position = Math.floor((Math.max(0, size - pieceSize) * index) / (pieceCount - 1))
      const { bytesRead } = await handle.read(piece, 0, pieceSize, position)
      hash.update(piece.subarray(0, bytesRead))
    }
    return `${size}-${hash.digest('hex').slice(0, 40)}`
  } finally {
    await handle.close()
  }
}

/** The name under which the peaks of a content are cached: 40 hexadecimal digits. */
export function peaksKey(identity: string): string {
  return createHash('sha256').update(`peaks-1 ${identity}`).digest('hex').slice(0, 40)
}

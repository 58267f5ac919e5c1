import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { BlockingFile } from './blockingFile.ts'

const pieceSize = 64 * 1024
const pieceCount = 16

/**
 * Tells a file by its content: size in bytes and a digest of sixteen pieces spread over it, as `size-hex`. For files of our
 * own on a local disk; a film of the user's is told in the thread that probes it.
 */
export async function contentIdentity(path: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const pieces: Uint8Array[] = []
    for (const position of positions(size)) {
      const piece = new Uint8Array(pieceSize)
      const { bytesRead } = await handle.read(piece, 0, pieceSize, position)
      pieces.push(piece.subarray(0, bytesRead))
    }
    return digest(size, pieces)
  } finally {
    await handle.close()
  }
}

/** The same of a file that is open. */
export function identityOf(file: BlockingFile): string {
  return digest(
    file.size,
    positions(file.size).map((position) => file.read(position, pieceSize)),
  )
}

/** The name under which the peaks of a content are cached: 40 hexadecimal digits. */
export function peaksKey(identity: string): string {
  return createHash('sha256').update(`peaks-1 ${identity}`).digest('hex').slice(0, 40)
}

function positions(size: number): readonly number[] {
  const room = Math.max(0, size - pieceSize)
  return Array.from({ length: pieceCount }, (_, index) => Math.floor((room * index) / (pieceCount - 1)))
}

function digest(size: number, pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256').update(String(size))
  for (const piece of pieces) hash.update(piece)
  return `${size}-${hash.digest('hex').slice(0, 40)}`
}

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/**
 * A file read in place. Each call keeps its thread until the disk answers, which on a network folder may be never: only
 * threads made for it use this, so that the few threads with which Node writes journals stay free.
 */
export class BlockingFile {
  readonly #descriptor: number
  /** In bytes. */
  readonly size: number
  /** The same as long as the path leads to the same content. */
  readonly stamp: string

  private constructor(descriptor: number, size: number, stamp: string) {
    this.#descriptor = descriptor
    this.size = size
    this.stamp = stamp
  }

  /** Throws Node's error, also for what is no file: a folder, a pipe, a device. */
  static open(path: string): BlockingFile {
    const descriptor = openAtOnce(path)
    try {
      const facts = fstatSync(descriptor)
      if (!facts.isFile()) throw notAFile(facts.isDirectory())
      return new BlockingFile(
        descriptor,
        facts.size,
        `${facts.dev}-${facts.ino}-${facts.size}-${facts.mtimeMs}`,
      )
    } catch (error) {
      closeSync(descriptor)
      throw error
    }
  }

  /** The bytes from `position`; fewer than `length` only where the file ends. */
  read(position: number, length: number): Uint8Array<ArrayBuffer> {
    const piece = new Uint8Array(Math.max(0, Math.min(length, this.size - position)))
    let filled = 0
    while (filled < piece.length) {
      const count = readSync(this.#descriptor, piece, filled, piece.length - filled, position + filled)
      if (count === 0) break
      filled += count
    }
    return piece.subarray(0, filled)
  }

  /** The same bytes, for reading numbers out of them. */
  view(position: number, length: number): DataView {
    const { buffer, byteLength } = this.read(position, length)
    return new DataView(buffer, 0, byteLength)
  }

  close(): void {
    closeSync(this.#descriptor)
  }
}

/** Opens a file for as long as `work` takes. */
export async function withFile<T>(path: string, work: (file: BlockingFile) => T | Promise<T>): Promise<T> {
  const file = BlockingFile.open(path)
  try {
    return await work(file)
  } finally {
    file.close()
  }
}

/** Opens a file; the opening of a pipe would otherwise wait for somebody who writes into it. */
function openAtOnce(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    // A file that a server has lent out is called back first, which takes a moment.
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return openSync(path, 'r')
    throw error
  }
}

function notAFile(isFolder: boolean): Error {
  const error = new Error(isFolder ? 'a folder' : 'a pipe or a device')
  return Object.assign(error, { code: isFolder ? 'EISDIR' : 'EINVAL' })
}

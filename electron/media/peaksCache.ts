import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { requestedRange } from './byteRange.ts'

/** A stretch of what is kept: its bytes, the offset of the first, and the size of the whole. */
export type KeptPiece = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly first: number
  readonly size: number
}

/** Peaks of one stream are 4 bytes a millisecond: 24 hours fit in this. */
const largestEntry = 400 * 1024 * 1024
/** Bytes that the cache may hold before the longest unused peaks are removed. */
const largestCache = 2 * 1024 * 1024 * 1024

/** Waveform peaks on disk, one file for each stream of each content identity; only keys that were admitted may be written. */
export class PeaksCache {
  readonly #folder: string
  readonly #note: (text: string) => void
  readonly #admitted = new Set<string>()

  /** `note` writes to the app's log. */
  constructor(folder: string, note: (text: string) => void = () => {}) {
    this.#folder = folder
    this.#note = note
  }

  /** Lets the page read and write the entry of a film that the user opened. `key` is hexadecimal. */
  admit(key: string): void {
    this.#admitted.add(key)
  }

  /**
   * What is kept of a stream under a key, or as much of it as a Range header asks for, read without the rest; null when
   * the key was not admitted, 'none' when nothing is kept, 'impossible' for a range behind its end.
   */
  async read(
    key: string,
    stream: string,
    range: string | null,
  ): Promise<KeptPiece | null | 'none' | 'impossible'> {
    if (!this.#admitted.has(key)) return null
    const handle = await open(this.#file(key, stream), 'r').catch(() => null)
    if (!handle) return 'none'
    try {
      return await readPiece(handle, range)
    } finally {
      await handle.close()
    }
  }

  /** Removes what is kept of a stream because it is damaged or wrong. False when there is none. */
  async remove(key: string, stream: string): Promise<boolean> {
    const file = this.#file(key, stream)
    if (!this.#admitted.has(key) || !(await stat(file).catch(() => null))) return false
    await rm(file, { force: true })
    this.#note(`The kept waveform ${path.basename(file)} could not be used and is made anew.`)
    return true
  }

  /** Replaces what is kept of a stream, whole or not at all. False when the key was not admitted or the bytes are too many. */
  async write(key: string, stream: string, body: ReadableStream<Uint8Array>): Promise<boolean> {
    if (!this.#admitted.has(key)) return false
    await mkdir(this.#folder, { recursive: true })
    const file = this.#file(key, stream)
    const temporary = `${file}.${randomUUID()}.part`
    try {
      if (!(await writeWhole(temporary, body))) return false
      await rename(temporary, file)
    } finally {
      await rm(temporary, { force: true })
    }
    await this.#shrink()
    return true
  }

  async #shrink(): Promise<void> {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith('.peaks'))
    const entries = await Promise.all(
      names.map(async (name) => {
        const file = path.join(this.#folder, name)
        const { size, mtimeMs } = await stat(file)
        return { file, size, mtimeMs }
      }),
    )
    let total = entries.reduce((sum, entry) => sum + entry.size, 0)
    for (const entry of entries.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (total <= largestCache) return
      await rm(entry.file, { force: true })
      total -= entry.size
    }
  }

  #file(key: string, stream: string): string {
    return path.join(this.#folder, `${key}-${stream}.peaks`)
  }
}

async function readPiece(handle: FileHandle, range: string | null): Promise<KeptPiece | 'impossible'> {
  const { size } = await handle.stat()
  const wanted = requestedRange(range, size)
  if (wanted === 'impossible') return 'impossible'
  const { first, last } = wanted ?? { first: 0, last: size - 1 }
  const bytes = new Uint8Array(last + 1 - first)
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, first)
  const now = new Date()
  if (first === 0) await handle.utimes(now, now).catch(() => {})
  return { bytes: bytes.subarray(0, bytesRead), first, size }
}

/** Writes all that a stream brings into a new file; false when it is too much. */
async function writeWhole(file: string, body: ReadableStream<Uint8Array>): Promise<boolean> {
  const handle = await open(file, 'wx')
  let size = 0
  try {
    for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
      size += piece.length
      if (size > largestEntry) return false
      await handle.write(piece)
    }
    return true
  } finally {
    await handle.close()
  }
}

import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'

/** Peaks of one film are 4 bytes a millisecond: 24 hours fit in this. */
const largestEntry = 400 * 1024 * 1024
/** Bytes that the cache may hold before the longest unused peaks are removed. */
const largestCache = 2 * 1024 * 1024 * 1024

/** Waveform peaks on disk, one file for each content identity; only keys that were admitted may be written. */
export class PeaksCache {
  readonly #folder: string
  readonly #admitted = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Lets the page read and write the entry of a film that the user opened. `key` is hexadecimal. */
  admit(key: string): void {
    this.#admitted.add(key)
  }

  /** The bytes kept under a key; null when there are none. */
  async read(key: string): Promise<Buffer | null> {
    if (!this.#admitted.has(key)) return null
    const file = this.#file(key)
    const bytes = await readFile(file).catch(() => null)
    const now = new Date()
    if (bytes) await utimes(file, now, now).catch(() => {})
    return bytes
  }

  /** Replaces the bytes under a key, whole or not at all. False when the key was not admitted or the bytes are too many. */
  async write(key: string, body: ReadableStream<Uint8Array>): Promise<boolean> {
    if (!this.#admitted.has(key)) return false
    await mkdir(this.#folder, { recursive: true })
    const temporary = `${this.#file(key)}.${randomUUID()}.part`
    try {
      if (!(await writeWhole(temporary, body))) return false
      await rename(temporary, this.#file(key))
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

  #file(key: string): string {
    return path.join(this.#folder, `${key}.peaks`)
  }
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

import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, statfs, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { copyNoteSchema } from '../../shared/ipc/copyNote.ts'
import type { PreparedFilm } from '../../shared/ipc/film.ts'
import type { Remedy } from '../../shared/media/filmPlan.ts'
import type { Problem } from '../../shared/result.ts'
import { frames } from '../../shared/time/frames.ts'

/** Bytes that copies may take before the longest unused ones are removed. */
const largestCache = 60 * 2 ** 30
/** Bytes that a disk must keep free beside a copy. */
const spare = 512 * 2 ** 20

/** What is known of a copy: everything but where the page finds it. */
export type CopyFacts = Omit<PreparedFilm, 'url' | 'name' | 'kind'>
/** A copy on the disk. */
export type PreparedCopy = { readonly remedy: Remedy; readonly file: string; readonly facts: CopyFacts }

/** The best copy is the one that leaves nothing out. */
const preferred: readonly Remedy[] = ['rewrap', 'wav', 'proxy', 'prores-proxy']

/** Copies of films under a name that their content gives, each with a note of what it is. Half-made ones are never found. */
export class PreparedCache {
  readonly #folder: string
  readonly #largest: number
  /** Files that were found or made in this run, which may be playing. */
  readonly #used = new Set<string>()

  constructor(folder: string, largest = largestCache) {
    this.#folder = folder
    this.#largest = largest
  }

  /** The best copy there is of a content; one whose size is not what its note says is removed. */
  async find(identity: string): Promise<PreparedCopy | null> {
    for (const remedy of preferred) {
      const file = this.#file(identity, remedy)
      const facts = await readNote(file)
      if (facts) {
        this.#used.add(file)
        const now = new Date()
        await utimes(file, now, now).catch(() => {})
        return { remedy, file, facts }
      }
    }
    return null
  }

  /** A Problem when the disk has no room for a copy of about so many bytes. */
  async lacksRoom(bytes: number): Promise<Problem | null> {
    await mkdir(this.#folder, { recursive: true })
    const { bavail, bsize } = await statfs(this.#folder)
    const free = bavail * bsize
    if (free >= bytes + spare) return null
    return {
      message: 'There is not enough room on the disk for the copy.',
      expected: `about ${sizeText(bytes + spare)} free`,
      found: `${sizeText(free)} free in ${this.#folder}`,
      remedy: 'Make room on this disk, or attach a proxy of your own that lies on another one.',
    }
  }

  /** Where a copy is made before it is kept. */
  async draft(): Promise<string> {
    await mkdir(this.#folder, { recursive: true })
    return path.join(this.#folder, `${randomUUID()}.part`)
  }

  /** Takes a finished copy in, whole or not at all. */
  async keep(identity: string, remedy: Remedy, draft: string, facts: CopyFacts): Promise<PreparedCopy> {
    const file = this.#file(identity, remedy)
    const { size } = await stat(draft)
    const note = `${draft}.note`
    await writeFile(note, JSON.stringify({ size, ...facts }))
    await rename(draft, file)
    await rename(note, `${file}.json`)
    this.#used.add(file)
    await this.#shrink()
    return { remedy, file, facts }
  }

  /** Removes what earlier runs left half-made. */
  async tidy(): Promise<void> {
    const names = await readdir(this.#folder).catch(() => [])
    for (const name of names.filter((one) => /\.part(\.note)?$/.test(one)))
      await rm(path.join(this.#folder, name), { force: true })
  }

  async #shrink(): Promise<void> {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith('.copy'))
    const entries = await Promise.all(
      names.map(async (name) => {
        const file = path.join(this.#folder, name)
        const { size, mtimeMs } = await stat(file)
        return { file, size, mtimeMs }
      }),
    )
    let total = entries.reduce((sum, { size }) => sum + size, 0)
    for (const { file, size } of entries.toSorted((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (total <= this.#largest) return
      if (this.#used.has(file)) continue
      await rm(file, { force: true })
      await rm(`${file}.json`, { force: true })
      total -= size
    }
  }

  #file(identity: string, remedy: Remedy): string {
    const key = createHash('sha256').update(`prepared-1 ${identity}`).digest('hex').slice(0, 40)
    return path.join(this.#folder, `${key}.${remedy}.copy`)
  }
}

/** What a copy's note says, if the copy is as the note says. */
async function readNote(file: string): Promise<CopyFacts | null> {
  try {
    const { size, ...facts } = copyNoteSchema.parse(JSON.parse(await readFile(`${file}.json`, 'utf8')))
    if ((await stat(file)).size === size) return { ...facts, frameCount: frames(facts.frameCount) }
    await rm(file, { force: true })
  } catch {
    // Without a sound note there is no copy.
  }
  return null
}

function sizeText(bytes: number): string {
  return bytes >= 2 ** 30 ? `${(bytes / 2 ** 30).toFixed(1)} GB` : `${Math.ceil(bytes / 2 ** 20)} MB`
}

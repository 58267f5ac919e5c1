import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type KeptView, keptViewSchema } from '../shared/ipc/keptView.ts'

const viewsKept = 500

/**
 * Where the editor was in each production, one small file each. A file takes its place by a rename and is not flushed: what
 * it says is convenience, and a write costs no waiting for the disk.
 */
export class Views {
  readonly #folder: string
  readonly #waiting = new Map<string, KeptView>()
  #writing: Promise<void> | null = null
  #isTidy = false

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Where the editor was; null where that is not known, or cannot be read. */
  async get(id: string): Promise<KeptView | null> {
    const waiting = this.#waiting.get(id)
    if (waiting) return waiting
    try {
      const view = keptViewSchema.safeParse(JSON.parse(await readFile(this.#file(id), 'utf8')))
      return view.success ? view.data : null
    } catch {
      return null
    }
  }

  /** Keeps where the editor is; resolves when that is written. Of several at once the last one counts. */
  keep(id: string, view: KeptView): Promise<void> {
    this.#waiting.set(id, view)
    this.#writing ??= this.#write()
    return this.#writing
  }

  async #write(): Promise<void> {
    for (let next = this.#next(); next; next = this.#next()) {
      const [id, view] = next
      const file = this.#file(id)
      try {
        await mkdir(this.#folder, { recursive: true })
        await writeFile(`${file}.tmp`, JSON.stringify(view))
        await rename(`${file}.tmp`, file)
        await this.#tidy()
      } catch {
        // A full disk loses the place, not the work.
        await rm(`${file}.tmp`, { force: true }).catch(() => undefined)
      }
      if (this.#waiting.get(id) === view) this.#waiting.delete(id)
    }
    this.#writing = null
  }

  #next(): readonly [string, KeptView] | undefined {
    return this.#waiting.entries().next().value
  }

  /** Removes the oldest, once a run. */
  async #tidy(): Promise<void> {
    if (this.#isTidy) return
    this.#isTidy = true
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith('.json'))
    if (names.length <= viewsKept) return
    const dated = await Promise.all(
      names.map(async (name) => {
        const file = path.join(this.#folder, name)
        return { file, at: (await stat(file)).mtimeMs }
      }),
    )
    const old = dated.toSorted((a, b) => b.at - a.at).slice(viewsKept)
    for (const { file } of old) await rm(file, { force: true })
  }

  #file(id: string): string {
    return path.join(this.#folder, `${id}.json`)
  }
}

import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { type RefusedWork, readRefused, refusedText } from '../shared/files/refusedWork.ts'
import type { KeptAside } from '../shared/ipc/recoveryFacts.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import { fileProblem } from './fileProblem.ts'
import { writeAtomically } from './production/atomicWrite.ts'
import { writeProblem } from './production/writeProblem.ts'

/** Days for which refused work is kept. */
export const daysKept = 30
const day = 24 * 60 * 60 * 1000

/** Work that came back after a crash and was refused: kept in files of its own for a while. */
export class RefusedWorks {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** Keeps refused work, flushed to the disk, before anything of it goes. */
  async keep(work: RefusedWork, now: Date): Promise<Result<KeptAside>> {
    const name = `${work.id}.${now.getTime()}.json`
    try {
      await mkdir(this.folder, { recursive: true })
      await writeAtomically(path.join(this.folder, name), refusedText(work))
      return ok(aside(name, work))
    } catch (error) {
      return refuse(writeProblem(error, path.join(this.folder, name)))
    }
  }

  /** What is kept of a production, the latest first. */
  async list(id: string): Promise<readonly KeptAside[]> {
    const found: KeptAside[] = []
    for (const name of await this.#names()) {
      if (!name.startsWith(`${id}.`)) continue
      const work = await this.read(name)
      if (work.ok) found.push(aside(name, work.value))
    }
    return found.toSorted((a, b) => b.at.localeCompare(a.at))
  }

  /** Refused work by the name that `list` gives. */
  async read(name: string): Promise<Result<RefusedWork>> {
    const file = path.join(this.folder, path.basename(name))
    try {
      return readRefused(await readFile(file, 'utf8'))
    } catch (error) {
      return refuse(fileProblem(error, file))
    }
  }

  /** Removes what was kept long enough. A clock that was set back only makes it stay longer. */
  async tidy(now: Date): Promise<void> {
    for (const name of await this.#names()) {
      if (now.getTime() - instantIn(name) > daysKept * day)
        await rm(path.join(this.folder, name), { force: true }).catch(() => undefined)
    }
  }

  async #names(): Promise<readonly string[]> {
    const names = await readdir(this.folder).catch(() => [] as string[])
    return names.filter((name) => /^[A-Za-z0-9_-]{1,64}\.\d{1,15}\.json$/.test(name))
  }
}

function instantIn(name: string): number {
  return Number(name.split('.')[1])
}

function aside(name: string, { title, count, last }: RefusedWork): KeptAside {
  const at = instantIn(name)
  return {
    ...{ name, title, count, last },
    at: new Date(at).toISOString(),
    until: new Date(at + daysKept * day).toISOString(),
  }
}

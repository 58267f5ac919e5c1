import { copyFile, mkdir, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { type Catalogue, emptyCatalogue } from '../../shared/catalogue/catalogue.ts'
import { catalogueText, isOfLaterVersion, readCatalogue } from '../../shared/catalogue/catalogueText.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { writeAtomically } from '../production/atomicWrite.ts'
import { codeOf } from '../production/errorCode.ts'
import { writeProblem } from '../production/writeProblem.ts'

/** A catalogue as it was found on the disk. */
export type FoundCatalogue = {
  readonly catalogue: Catalogue
  /** What went wrong, in words for the user. */
  readonly problem: Problem | null
  /** Whether the file may be written: not one of a later version, and not one that the disk does not give. */
  readonly isOurs: boolean
}

/**
 * The file of the personal catalogue. It is replaced whole in one rename; the state before the first write of a run stays beside it, and a
 * damaged file is set aside under another name, never overwritten.
 */
export class CatalogueFile {
  readonly #file: string
  #hasBackup = false

  constructor(folder: string) {
    this.#file = path.join(folder, 'catalogue.json')
  }

  get #backup(): string {
    return this.#file.replace(/\.json$/, '.before.json')
  }

  /** Reads the file; one that is not there is an empty catalogue. */
  async read(now: Date): Promise<FoundCatalogue> {
    const text = await textOf(this.#file)
    if (!text.ok) return { catalogue: emptyCatalogue, problem: text.problem, isOurs: false }
    if (text.value === null) return { catalogue: emptyCatalogue, problem: null, isOurs: true }
    const read = readCatalogue(text.value)
    if (read.ok) return { catalogue: read.value, problem: null, isOurs: true }
    if (isOfLaterVersion(read.problem))
      return { catalogue: emptyCatalogue, problem: read.problem, isOurs: false }
    return this.#setAside(read.problem, now)
  }

  /** Writes the catalogue, flushed to the disk. */
  async write(catalogue: Catalogue): Promise<Result<null>> {
    try {
      await mkdir(path.dirname(this.#file), { recursive: true })
      if (!this.#hasBackup) await copyFile(this.#file, this.#backup).catch(unlessMissing)
      this.#hasBackup = true
      await writeAtomically(this.#file, catalogueText(catalogue))
      return ok(null)
    } catch (error) {
      return refuse(writeProblem(error, this.#file))
    }
  }

  async #setAside(fault: Problem, now: Date): Promise<FoundCatalogue> {
    const aside = this.#file.replace(/\.json$/, `.damaged-${now.toISOString().replaceAll(/[:.]/g, '-')}.json`)
    const name = path.basename(aside)
    try {
      await rename(this.#file, aside)
    } catch (error) {
      return { catalogue: emptyCatalogue, problem: writeProblem(error, this.#file), isOurs: false }
    }
    const before = await textOf(this.#backup)
    const earlier = before.ok && before.value !== null ? readCatalogue(before.value) : null
    // What the backup says stays there as it is until the next sound state is written.
    this.#hasBackup = true
    return {
      catalogue: earlier?.ok ? earlier.value : emptyCatalogue,
      problem: {
        message: earlier?.ok
          ? 'Your catalogue was damaged; Needledrop goes on with an earlier state of it.'
          : 'Your catalogue was damaged, so Needledrop begins a new one.',
        expected: fault.expected,
        found: fault.found,
        remedy: `Nothing else was touched. The damaged file was kept as ${name} in the same folder.`,
      },
      isOurs: true,
    }
  }
}

async function textOf(file: string): Promise<Result<string | null>> {
  try {
    return ok(await readFile(file, 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ok(null)
    return refuse({
      message: 'Your catalogue cannot be read at the moment.',
      expected: 'a file that the disk gives',
      found: error instanceof Error ? error.message : String(error),
      remedy:
        'Check the disk that Needledrop keeps its data on, then restart it. Nothing is written over the file.',
    })
  }
}

function unlessMissing(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error
}

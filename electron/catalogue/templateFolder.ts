import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import {
  readTemplate,
  type SeriesTemplate,
  summaryOf,
  type TemplateSummary,
  templateText,
} from '../../shared/catalogue/seriesTemplate.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { fileProblem } from '../fileProblem.ts'
import { writeAtomically } from '../production/atomicWrite.ts'
import { writeProblem } from '../production/writeProblem.ts'

const extension = '.template'

/** The user's series templates, one file each. */
export class TemplateFolder {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** All templates that can be read, by name. */
  async list(): Promise<readonly TemplateSummary[]> {
    const names = await readdir(this.#folder).catch(() => [] as string[])
    const found: TemplateSummary[] = []
    for (const name of names.filter((entry) => entry.endsWith(extension))) {
      const template = await this.read(path.basename(name, extension))
      if (template.ok) found.push(summaryOf(template.value))
    }
    return found.toSorted((a, b) => a.name.localeCompare(b.name))
  }

  /** A template by its id. */
  async read(id: string): Promise<Result<SeriesTemplate>> {
    try {
      return readTemplate(await readFile(this.#file(id), 'utf8'))
    } catch (error) {
      return refuse(fileProblem(error, this.#file(id)))
    }
  }

  /** Keeps a template in place of the one with its id. */
  async keep(template: SeriesTemplate): Promise<Result<null>> {
    try {
      await mkdir(this.#folder, { recursive: true })
      await writeAtomically(this.#file(template.id), templateText(template))
      return ok(null)
    } catch (error) {
      return refuse(writeProblem(error, this.#file(template.id)))
    }
  }

  /** Removes a template. */
  async remove(id: string): Promise<void> {
    await rm(this.#file(id), { force: true })
  }

  #file(id: string): string {
    return path.join(this.#folder, `${id}${extension}`)
  }
}

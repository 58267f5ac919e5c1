import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Catalogue, emptyCatalogue, type MakeEntryId } from '../../shared/catalogue/catalogue.ts'
import { CatalogueBook, type TaughtMusic } from '../../shared/catalogue/catalogueBook.ts'
import { CatalogueSearch, type SearchPlace } from '../../shared/catalogue/catalogueSearch.ts'
import { catalogueText, readCatalogue } from '../../shared/catalogue/catalogueText.ts'
import {
  checkTemplate,
  readTemplate,
  type SeriesTemplate,
  type TemplateSummary,
  templateText,
} from '../../shared/catalogue/seriesTemplate.ts'
import {
  type CatalogueEntry,
  type CataloguePage,
  type CatalogueState,
  type CatalogueTable,
  cataloguePageSize,
} from '../../shared/ipc/catalogue.ts'
import { type PackedDocument, readPackedDocument } from '../../shared/ipc/packedDocument.ts'
import { type Alternative, alternatives, type Wanted } from '../../shared/licensing/alternatives.ts'
import { recordSchemas } from '../../shared/model/document.ts'
import { productionSchema } from '../../shared/model/production.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { fileProblem } from '../fileProblem.ts'
import { writeAtomically } from '../production/atomicWrite.ts'
import { writeProblem } from '../production/writeProblem.ts'
import { CatalogueFile } from './catalogueFile.ts'
import { TemplateFolder } from './templateFolder.ts'

type Task<Input, Output> = { readonly input: Input; readonly output: Output }

/** What the thread of the catalogue is asked. */
export type CatalogueTasks = {
  readonly state: Task<null, CatalogueState>
  readonly search: Task<{ readonly place: SearchPlace; readonly text: string }, readonly CatalogueEntry[]>
  readonly list: Task<
    { readonly table: CatalogueTable; readonly text: string; readonly from: number },
    CataloguePage
  >
  readonly alternatives: Task<Wanted, readonly Alternative[]>
  /** `isAsked` says that the user wants it, and not that a production was saved. */
  readonly learn: Task<{ readonly document: PackedDocument; readonly isAsked: boolean }, CatalogueState>
  readonly remove: Task<{ readonly table: CatalogueTable; readonly id: string }, CatalogueState>
  readonly set: Task<{ readonly learns: boolean }, CatalogueState>
  readonly clear: Task<null, CatalogueState>
  readonly write: Task<string, null>
  readonly take: Task<string, CatalogueState>
  readonly templates: Task<null, readonly TemplateSummary[]>
  readonly readTemplate: Task<string, SeriesTemplate>
  readonly keepTemplate: Task<unknown, readonly TemplateSummary[]>
  readonly removeTemplate: Task<string, readonly TemplateSummary[]>
  readonly writeTemplate: Task<{ readonly id: string; readonly file: string }, null>
  readonly takeTemplate: Task<string, readonly TemplateSummary[]>
}

type Desk = {
  readonly [Name in keyof CatalogueTasks]: (
    input: CatalogueTasks[Name]['input'],
  ) => Promise<Result<CatalogueTasks[Name]['output']>>
}

const found = 12

const makeEntryId: MakeEntryId = () => randomUUID() as never

type Open = {
  book: CatalogueBook
  search: CatalogueSearch
  problem: Problem | null
  readonly isOurs: boolean
}

/** Carries out the tasks of the personal catalogue and of the series templates, one after the other. */
export class CatalogueDesk implements Desk {
  readonly #file: CatalogueFile
  readonly #templates: TemplateFolder
  readonly #now: () => Date
  #open: Promise<Open> | null = null

  /** `folders` are where the catalogue and the templates are kept. */
  constructor(
    folders: { readonly catalogue: string; readonly templates: string },
    now: () => Date = () => new Date(),
  ) {
    this.#file = new CatalogueFile(folders.catalogue)
    this.#templates = new TemplateFolder(folders.templates)
    this.#now = now
  }

  state = async (): Promise<Result<CatalogueState>> => {
    const open = await this.#opened()
    return ok(stateOf(open))
  }

  search: Desk['search'] = async ({ place, text }) => {
    const { search } = await this.#opened()
    return ok(search.find(place, text, found))
  }

  list: Desk['list'] = async ({ table, text, from }) => {
    const { search } = await this.#opened()
    return ok(search.lines(table, text, from, cataloguePageSize))
  }

  alternatives: Desk['alternatives'] = async (wanted) => {
    const { book } = await this.#opened()
    return ok(alternatives(wanted, book.content))
  }

  learn: Desk['learn'] = async ({ document, isAsked }) => {
    const open = await this.#opened()
    if (!isAsked && !open.book.learns) return ok(stateOf(open))
    const music = soundMusic(readPackedDocument(document))
    const { added, changed } = open.book.learn(music, makeEntryId)
    return added + changed === 0 ? ok(stateOf(open)) : this.#kept(open)
  }

  remove: Desk['remove'] = async ({ table, id }) => {
    const open = await this.#opened()
    open.book.remove(table, id)
    return this.#kept(open)
  }

  set: Desk['set'] = async ({ learns }) => {
    const open = await this.#opened()
    open.book.learns = learns
    return this.#kept(open)
  }

  clear = async (): Promise<Result<CatalogueState>> => {
    const open = await this.#opened()
    const { learns } = open.book
    return this.#kept(this.#with(open, { ...emptyCatalogue, learns }))
  }

  write: Desk['write'] = async (file) => {
    const { book } = await this.#opened()
    return written(file, catalogueText(book.content))
  }

  take: Desk['take'] = async (file) => {
    const open = await this.#opened()
    const text = await textOf(file)
    const other = text.ok ? readCatalogue(text.value) : text
    if (!other.ok) return other
    open.book.merge(other.value, makeEntryId)
    return this.#kept(open)
  }

  templates = async (): Promise<Result<readonly TemplateSummary[]>> => ok(await this.#templates.list())

  readTemplate: Desk['readTemplate'] = (id) => this.#templates.read(id)

  keepTemplate: Desk['keepTemplate'] = async (value) => {
    const template = checkTemplate(value)
    const kept = template.ok ? await this.#templates.keep(template.value) : template
    return kept.ok ? this.templates() : kept
  }

  removeTemplate: Desk['removeTemplate'] = async (id) => {
    await this.#templates.remove(id)
    return this.templates()
  }

  writeTemplate: Desk['writeTemplate'] = async ({ id, file }) => {
    const template = await this.#templates.read(id)
    return template.ok ? written(file, templateText(template.value)) : template
  }

  takeTemplate: Desk['takeTemplate'] = async (file) => {
    const text = await textOf(file)
    const template = text.ok ? readTemplate(text.value) : text
    return template.ok ? this.keepTemplate(template.value) : template
  }

  #opened(): Promise<Open> {
    this.#open ??= this.#file.read(this.#now()).then(({ catalogue, problem, isOurs }) => {
      const book = new CatalogueBook(catalogue)
      return { book, search: new CatalogueSearch(book), problem, isOurs }
    })
    return this.#open
  }

  #with(open: Open, catalogue: Catalogue): Open {
    open.book = new CatalogueBook(catalogue)
    open.search = new CatalogueSearch(open.book)
    return open
  }

  /** Writes the catalogue after a change; one that cannot be written is told with the state. */
  async #kept(open: Open): Promise<Result<CatalogueState>> {
    open.search.changed()
    if (!open.isOurs) return refuse(open.problem ?? notOurs)
    const kept = await this.#file.write(open.book.content)
    if (!kept.ok) return kept
    open.problem = null
    return ok(stateOf(open))
  }
}

const notOurs: Problem = {
  message: 'The catalogue is not written.',
  expected: 'a file that this Needledrop wrote',
  found: 'another',
  remedy: 'Restart Needledrop.',
}

function stateOf({ book, problem }: Open): CatalogueState {
  return { counts: book.counts, learns: book.learns, problem }
}

const taught = ['cues', 'works', 'recordings', 'parties', 'licences'] as const

/** The records of a packed document that have the shape they must have. */
function soundMusic(document: Readonly<Record<string, unknown>> | null): TaughtMusic {
  const tables = taught.map((table) => {
    const records = Object.entries((document?.[table] ?? {}) as Record<string, unknown>)
    return [
      table,
      Object.fromEntries(records.filter(([, record]) => recordSchemas[table].safeParse(record).success)),
    ]
  })
  const production = productionSchema.safeParse(document?.production)
  const told = production.success ? { production: production.data } : {}
  return { ...(Object.fromEntries(tables) as TaughtMusic), ...told }
}

async function written(file: string, text: string): Promise<Result<null>> {
  try {
    await writeAtomically(file, text)
    return ok(null)
  } catch (error) {
    return refuse(writeProblem(error, file))
  }
}

async function textOf(file: string): Promise<Result<string>> {
  try {
    return ok(await readFile(file, 'utf8'))
  } catch (error) {
    return refuse(fileProblem(error, file))
  }
}

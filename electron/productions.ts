import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { JournalEntry } from '../shared/files/journal.ts'
import type { OpenedProduction, Recoverable } from '../shared/ipc/contract.ts'
import type { ProductionDocument } from '../shared/model/document.ts'
import { ok, type Problem, type Result, refuse } from '../shared/result.ts'
import type { OpenedProduction as Opened } from './production/openedProduction.ts'
import { openProduction } from './production/openProduction.ts'
import { isChangedOnDisk, saveProduction } from './production/saveProduction.ts'
import {
  createProduction,
  listRecoverable,
  recoverProduction,
  setJournalAside,
} from './production/unsavedProductions.ts'

/** The productions that the window has open, with their journals; the truth on disk. */
export class Productions {
  readonly #folder: string
  readonly #open = new Map<string, Opened>()
  /** The save of each production that was begun last; the next one waits for it, whose file it would take for a stranger's. */
  readonly #saves = new Map<string, Promise<unknown>>()

  /** `folder` is where journals are kept. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Opens a production file with the unsaved work that its journal holds. */
  async open(file: string): Promise<Result<OpenedProduction>> {
    for (const opened of this.#open.values()) {
      if (opened.path === path.resolve(file)) await this.close(opened.id)
    }
    return this.#adopt(await openProduction(file, this.#folder))
  }

  /** Starts a production that has no file yet. */
  async create(
    document: ProductionDocument,
    notes: readonly Problem[] = [],
  ): Promise<Result<OpenedProduction>> {
    const created = this.#adopt(await createProduction(document, randomUUID(), this.#folder))
    return created.ok ? ok({ ...created.value, warnings: [...notes, ...created.value.warnings] }) : created
  }

  /** Work that was never saved, the latest first; what is open now is left out. */
  async recoverable(): Promise<readonly Recoverable[]> {
    const found = await listRecoverable(this.#folder)
    return found
      .filter(({ id }) => !this.#open.has(id))
      .map(({ id, title, modified, count }) => ({
        id,
        title,
        changedAt: modified.toISOString(),
        changes: count,
      }))
  }

  /** Opens unsaved work; null for the path means that it never had a file. */
  async recover(id: string): Promise<Result<OpenedProduction>> {
    const found = (await listRecoverable(this.#folder)).find((entry) => entry.id === id)
    if (!found) return refuse(nothingUnsaved(id))
    if (found.path !== null) return this.open(found.path)
    return this.#adopt(await recoverProduction(found.journal))
  }

  /** Takes unsaved work off the list; its journal is kept aside, not deleted. */
  async discard(id: string): Promise<Result<null>> {
    const found = (await listRecoverable(this.#folder)).find((entry) => entry.id === id)
    if (!found) return refuse(nothingUnsaved(id))
    const aside = await setJournalAside(found.journal)
    return aside.ok ? ok(null) : aside
  }

  /** Flushes one change to the journal. */
  append(id: string, entry: JournalEntry): Promise<Result<null>> {
    const journal = this.#open.get(id)?.journal
    return journal ? journal.append(entry) : Promise.resolve(refuse(noJournal()))
  }

  /** Where a production is saved; null while it is not, or not open. */
  pathOf(id: string): string | null {
    return this.#open.get(id)?.path ?? null
  }

  /** Replaces the production's file, or makes one at `file`. */
  save(
    id: string,
    document: ProductionDocument,
    lastSequence: number,
    file: string,
  ): Promise<Result<string>> {
    const before = this.#saves.get(id) ?? Promise.resolve()
    const saved = before.then(() => this.#save(id, document, lastSequence, file))
    this.#saves.set(
      id,
      saved.catch(() => null),
    )
    return saved
  }

  async #save(
    id: string,
    document: ProductionDocument,
    lastSequence: number,
    file: string,
  ): Promise<Result<string>> {
    const opened = this.#open.get(id)
    if (!opened) return refuse(noJournal())
    if (
      opened.path === file &&
      opened.fileStamp !== null &&
      (await isChangedOnDisk(file, opened.fileStamp))
    ) {
      return refuse(changedOnDisk(file))
    }
    const saved = await saveProduction({ id, document, lastSequence, path: file, journal: opened.journal })
    if (!saved.ok) return saved
    this.#open.set(id, { ...opened, path: saved.value.path, fileStamp: saved.value.fileStamp, isSaved: true })
    return ok(saved.value.path)
  }

  /** Lets go of a production. Its journal stays as it is, unless it never held a change of a production that has no file. */
  async close(id: string): Promise<void> {
    const opened = this.#open.get(id)
    this.#open.delete(id)
    const isUntouched = opened?.path === null && opened.journal?.lastSequence === 0
    if (isUntouched) await opened?.journal?.discard()
    else await opened?.journal?.close()
  }

  /** Lets go of everything, as when the app ends. */
  async closeAll(): Promise<void> {
    for (const id of [...this.#open.keys()]) await this.close(id)
  }

  #adopt(opening: Result<Opened>): Result<OpenedProduction> {
    if (!opening.ok) return opening
    const opened = opening.value
    this.#open.set(opened.id, opened)
    const { id, document, lastSequence, recovered, warnings } = opened
    return ok({ id, path: opened.path, document, lastSequence, recovered: recovered.labels, warnings })
  }
}

function nothingUnsaved(id: string): Problem {
  return {
    message: 'This unsaved work is no longer there.',
    expected: 'a journal with changes that no file has',
    found: `none for ${id}`,
    remedy: 'Open the production’s file instead.',
  }
}

function noJournal(): Problem {
  return {
    message: 'Changes to this production cannot be written down.',
    expected: 'its journal, open for writing',
    found: 'none',
    remedy: 'Save the production now, then open it again.',
  }
}

function changedOnDisk(file: string): Problem {
  return {
    message: `${path.basename(file)} was changed by another program since it was opened.`,
    expected: 'the file as it was last opened or saved here',
    found: 'other content',
    remedy: 'Save under another name so that neither version is lost, then compare the two.',
  }
}

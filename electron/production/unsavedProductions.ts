import { stat } from 'node:fs/promises'
import { checkDocument } from '../../shared/files/checkDocument.ts'
import type { JournalEntry, ReadJournal } from '../../shared/files/journal.ts'
import { productionFileVersion } from '../../shared/files/productionFile.ts'
import type { RawProduction } from '../../shared/files/productionText.ts'
import { readProductionText } from '../../shared/files/productionText.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { fileProblem } from '../fileProblem.ts'
import {
  readJournalFile,
  type StoredJournal,
  setAside,
  startJournal,
  storedJournals,
} from './journalFolder.ts'
import type { HistoryBase } from './keptHistory.ts'
import type { OpenedProduction } from './openedProduction.ts'
import { readProductionFileText } from './readProduction.ts'
import { resumeJournal } from './resumeJournal.ts'
import { writeProblem } from './writeProblem.ts'

/** Unsaved work that was found in the journal folder. */
export type Recoverable = {
  /** The journal, for `recoverProduction` or `setJournalAside`. */
  readonly journal: string
  readonly id: string
  /** The file to open for it with `openProduction`; null when the production was never saved. */
  readonly path: string | null
  readonly title: string
  /** Edits since it was last saved, or since it was made, and what they were called. */
  readonly count: number
  readonly labels: readonly string[]
  readonly modified: Date
}

/** Starts a production that has no file yet; its journal holds the whole document until it is saved. */
export async function createProduction(
  document: ProductionDocument,
  id: string,
  folder: string,
): Promise<Result<OpenedProduction>> {
  const checked = checkDocument(document)
  if (!checked.ok) return checked
  const opened = {
    document,
    id,
    path: null,
    lastSequence: 0,
    isSaved: false,
    fileStamp: null,
    history: neverSaved([]),
  }
  const recovered = { count: 0, labels: [] }
  const head = { id, version: productionFileVersion, path: null, sequence: 0, base: document }
  try {
    return ok({ ...opened, recovered, warnings: [], journal: await startJournal(folder, head) })
  } catch (error) {
    return ok({ ...opened, recovered, warnings: [writeProblem(error, folder)], journal: null })
  }
}

/** Opens a production that was never saved, from its journal. */
export async function recoverProduction(file: string): Promise<Result<OpenedProduction>> {
  try {
    const journal = await readJournalFile(file)
    if (!journal || journal.head.base === null) return refuse(nothingToRecover(journal))
    const resumed = await resumeJournal(null, null, { file, journal, modified: (await stat(file)).mtime })
    if (!resumed.ok) return resumed
    const { labels, told, journalled, ...state } = resumed.value
    const recovered = {
      ...{ count: labels.length, labels },
      ...(told ? { told: { ...told, savedAt: null } } : {}),
    }
    const history = neverSaved(journalled)
    return ok({ ...state, id: journal.head.id, path: null, fileStamp: null, recovered, history })
  } catch (error) {
    return refuse(fileProblem(error, file))
  }
}

/** Unsaved work of all productions, the latest first. What a production file holds already is left out. */
export async function listRecoverable(folder: string): Promise<readonly Recoverable[]> {
  const found: Recoverable[] = []
  for (const stored of await storedJournals(folder)) {
    const recoverable = await recoverableOf(stored)
    if (recoverable) found.push(recoverable)
  }
  return found.toSorted((a, b) => b.modified.getTime() - a.modified.getTime())
}

/** Puts unsaved work that the user refuses aside; it is not listed any more, and not deleted. */
export async function setJournalAside(file: string): Promise<Result<string>> {
  try {
    return ok(await setAside(file))
  } catch (error) {
    return refuse(writeProblem(error, file))
  }
}

function neverSaved(journalled: readonly JournalEntry[]): HistoryBase {
  return { savedSequence: 0, stamp: null, journalSequence: 0, journalled }
}

/** What a journal holds that no file does; null when that is nothing. */
export async function recoverableOf({ file, journal, modified }: StoredJournal): Promise<Recoverable | null> {
  const { head, entries } = journal
  const saved = head.path === null ? null : await savedProduction(head.path, head.id)
  const unsaved = entries.filter(({ sequence }) => sequence > (saved?.lastSequence ?? head.sequence))
  const holdsBase = head.base !== null && (saved === null || saved.lastSequence < head.sequence)
  if (unsaved.length === 0 && !holdsBase) return null
  const isWithoutFile = holdsBase && saved === null
  return {
    journal: file,
    id: head.id,
    path: isWithoutFile ? null : head.path,
    title: titleOf(saved?.document ?? head.base),
    count: unsaved.length,
    labels: unsaved.map(({ label }) => label),
    modified,
  }
}

/** The production file that a journal names, if it is there and is that production. */
async function savedProduction(file: string, id: string): Promise<RawProduction | null> {
  const text = await readProductionFileText(file)
  const raw = text.ok ? readProductionText(text.value, productionFileVersion) : text
  return raw.ok && raw.value.id === id ? raw.value : null
}

function titleOf(document: ReadJournal['head']['base']): string {
  const production = document?.production as { readonly title?: unknown } | undefined
  return typeof production?.title === 'string' ? production.title : ''
}

function nothingToRecover(journal: ReadJournal | null): Problem {
  return {
    message: 'This journal does not hold a production.',
    expected: 'the journal of a production that was never saved',
    found: journal?.head.path ? `the journal of ${journal.head.path}` : 'a journal that cannot be read',
    remedy: journal?.head.path ? 'Open that file.' : 'Choose another.',
  }
}

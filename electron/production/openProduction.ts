import { realpath, stat } from 'node:fs/promises'
import {
  type ParsedProduction,
  parseProductionFile,
  productionFileVersion,
} from '../../shared/files/productionFile.ts'
import { readProductionText } from '../../shared/files/productionText.ts'
import { ok, type Problem, type Result } from '../../shared/result.ts'
import { healFile } from './atomicWrite.ts'
import { stampOfText } from './fileStamp.ts'
import type { JournalFile } from './journalFile.ts'
import {
  type StoredJournal,
  setAside,
  setUnreadableAside,
  startJournal,
  storedJournals,
} from './journalFolder.ts'
import { type HistoryBase, textStamp } from './keptHistory.ts'
import type { OpenedProduction, Recovered } from './openedProduction.ts'
import { readProductionFileText } from './readProduction.ts'
import { type Resumed, resumeJournal } from './resumeJournal.ts'
import { writeProblem } from './writeProblem.ts'

/** What to do with unsaved work: recover it, or open the file as it was saved and keep the journal aside. */
export type UnsavedWork = 'recover' | 'setAside'

type SavedFile = { readonly path: string; readonly text: string; readonly parsed: ParsedProduction }

/** Opens a production file with the unsaved work that a journal in `folder` holds. Trouble with the journal is a warning. */
export async function openProduction(
  file: string,
  folder: string,
  unsavedWork: UnsavedWork = 'recover',
): Promise<Result<OpenedProduction>> {
  await healFile(file).catch(() => undefined)
  const text = await readProductionFileText(file)
  if (!text.ok) return text
  const parsed = parseProductionFile(text.value)
  if (!parsed.ok) return parsed
  const saved: SavedFile = { path: await realpath(file), text: text.value, parsed: parsed.value }
  const state = await withJournal(saved, folder, unsavedWork)
  return ok({
    document: state.document,
    id: parsed.value.id,
    path: saved.path,
    lastSequence: state.lastSequence,
    isSaved: state.isSaved,
    recovered: await recoveredBy(state, saved.path),
    warnings: [...parsed.value.warnings, ...state.warnings],
    journal: state.journal,
    fileStamp: restsOn(state.journal) ?? stampOfText(text.value),
    ...(parsed.value.relatives ? { relatives: parsed.value.relatives } : {}),
    history: {
      ...historyOf(text.value, parsed.value),
      journalSequence: state.journal?.head.sequence ?? parsed.value.lastSequence,
      journalled: state.journalled,
    },
  })
}

/** The state of the file that a journal's own document goes on from: any other is another program's. */
function restsOn(journal: JournalFile | null): string | undefined {
  return journal?.head.base ? journal.head.fileStamp : undefined
}

function historyOf(text: string, { lastSequence }: ParsedProduction): HistoryBase {
  const savedSequence = lastSequence
  return { savedSequence, stamp: textStamp(text), journalSequence: lastSequence, journalled: [] }
}

async function recoveredBy({ labels, told }: WithJournal, file: string): Promise<Recovered> {
  const recovered = { count: labels.length, labels }
  if (!told) return recovered
  const savedAt = await stat(file).then(
    (facts) => facts.mtime,
    () => null,
  )
  return { ...recovered, told: { ...told, savedAt } }
}

type WithJournal = Omit<Resumed, 'journal'> & Pick<OpenedProduction, 'journal'>

async function withJournal(saved: SavedFile, folder: string, unsavedWork: UnsavedWork): Promise<WithJournal> {
  try {
    const damaged = await setUnreadableAside(folder, saved.parsed.id)
    const warnings = damaged.map(unreadableJournal)
    const stored = await journalOf(saved, folder)
    if (!stored) return await withNewJournal(saved, folder, warnings)
    if (unsavedWork === 'setAside') {
      await setAside(stored.file)
      return await withNewJournal(saved, folder, warnings)
    }
    const resumed = await resume(saved, stored)
    if (resumed.ok) return { ...resumed.value, warnings: [...warnings, ...resumed.value.warnings] }
    const remedy = `Go on with the file as it was saved. The journal is kept as ${await setAside(stored.file)}.`
    return await withNewJournal(saved, folder, [...warnings, { ...resumed.problem, remedy }])
  } catch (error) {
    return { ...asSaved(saved), warnings: [noJournal(error, folder)], journal: null }
  }
}

function asSaved({ parsed }: SavedFile) {
  return {
    document: parsed.document,
    lastSequence: parsed.lastSequence,
    labels: [],
    journalled: [],
    isSaved: true,
  }
}

async function withNewJournal(
  saved: SavedFile,
  folder: string,
  warnings: readonly Problem[],
): Promise<Resumed> {
  const { id, lastSequence: sequence } = saved.parsed
  const head = { id, version: productionFileVersion, path: saved.path, sequence, base: null }
  return { ...asSaved(saved), warnings, journal: await startJournal(folder, head) }
}

async function resume(saved: SavedFile, stored: StoredJournal): Promise<Result<Resumed>> {
  const raw = readProductionText(saved.text, productionFileVersion)
  return raw.ok ? resumeJournal(raw.value, saved.path, stored, stampOfText(saved.text)) : raw
}

/**
 * The journal of this file. A copy of a production has the same id, so the path decides; a journal whose file is gone
 * belongs to this one, which then was moved here.
 */
async function journalOf({ path, parsed }: SavedFile, folder: string): Promise<StoredJournal | null> {
  const stored = await storedJournals(folder, parsed.id)
  const latestFirst = stored.toSorted((a, b) => b.modified.getTime() - a.modified.getTime())
  const moved: StoredJournal[] = []
  for (const candidate of latestFirst) {
    const rests = candidate.journal.head.path
    if (rests === null) continue
    if (rests === path || (await isSameFile(rests, path))) return candidate
    if (await isMissing(rests)) moved.push(candidate)
  }
  return moved[0] ?? null
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([
    stat(a, { bigint: true }).catch(() => null),
    stat(b, { bigint: true }).catch(() => null),
  ])
  return left !== null && right !== null && left.ino === right.ino && left.dev === right.dev
}

async function isMissing(file: string): Promise<boolean> {
  return stat(file).then(
    () => false,
    (error) => error.code === 'ENOENT',
  )
}

function unreadableJournal(aside: string): Problem {
  return {
    message: 'Unsaved work in a journal could not be read.',
    expected: 'a journal with a whole first line',
    found: 'a damaged one',
    remedy: `Go on with the file as it was saved. The journal is kept as ${aside}.`,
  }
}

function noJournal(error: unknown, folder: string): Problem {
  const { found, expected } = writeProblem(error, folder)
  return {
    message: 'Changes cannot be kept safe as you make them, because their journal cannot be written.',
    expected,
    found,
    remedy: 'Save often, and make room or give permission for that folder.',
  }
}

/** Opens a production file to look at it: no journal is read or written, nor is anything else. */
export async function lookAtProduction(file: string): Promise<Result<OpenedProduction>> {
  const text = await readProductionFileText(file)
  if (!text.ok) return text
  const parsed = parseProductionFile(text.value)
  if (!parsed.ok) return parsed
  return ok({
    ...parsed.value,
    ...{ path: await realpath(file), isSaved: true, recovered: { count: 0, labels: [] } },
    ...{ journal: null, fileStamp: stampOfText(text.value), history: historyOf(text.value, parsed.value) },
  })
}

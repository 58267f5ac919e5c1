import { readFile } from 'node:fs/promises'
import { checkDocument } from '../../shared/files/checkDocument.ts'
import type { JournalEntry, ReadJournal } from '../../shared/files/journal.ts'
import { type LostLines, lostLines } from '../../shared/files/lostLines.ts'
import { productionFileVersion } from '../../shared/files/productionFile.ts'
import type { RawProduction } from '../../shared/files/productionText.ts'
import { type Recovery, recover } from '../../shared/files/recovery.ts'
import { recoveredEdits } from '../../shared/files/recoveryFacts.ts'
import { upgrade } from '../../shared/files/upgrades.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { ok, type Problem, type Result } from '../../shared/result.ts'
import { JournalFile } from './journalFile.ts'
import { copyAside, type StoredJournal } from './journalFolder.ts'
import type { RecoveredWork } from './openedProduction.ts'

/** A document brought up to the end of its journal, and the journal, ready for the next change. */
export type Resumed = {
  readonly document: ProductionDocument
  readonly lastSequence: number
  readonly labels: readonly string[]
  /** What came back, but for when the file was saved; absent when nothing did. */
  readonly told?: Omit<RecoveredWork, 'savedAt'>
  /** Whether the production file holds all of the document. */
  readonly isSaved: boolean
  readonly warnings: readonly Problem[]
  readonly journal: JournalFile
  /** The changes that stand in the journal. */
  readonly journalled: readonly JournalEntry[]
}

/**
 * Replays a journal onto the production file it belongs to (null when there is none) and carries it on. Refuses a
 * journal of another state of the production, which stays untouched. `fileStamp` is the CRC-32 of the file's text. Rejects with Node's error when it cannot be written.
 */
export async function resumeJournal(
  file: RawProduction | null,
  path: string | null,
  stored: StoredJournal,
  fileStamp?: string,
): Promise<Result<Resumed>> {
  const recovery = recover(file, stored.journal)
  if (!recovery.ok) return recovery
  const { document: raw, version, lastSequence, applied, fromBase } = recovery.value
  const document = checkDocument(upgrade(raw, version, productionFileVersion))
  if (!document.ok) return document
  const warnings = await keepWhatIsLost(stored, recovery.value)
  const journal = await carryOn(stored, recovery.value, document.value, path, fileStamp)
  const isSaved = applied.length === 0 && !fromBase
  const labels = applied.map((entry) => entry.label)
  const journalled = stored.journal.entries.filter(({ sequence }) => sequence > journal.head.sequence)
  const told = { ...recoveredEdits(applied), changedAt: stored.modified }
  const resumed = { document: document.value, lastSequence, labels, isSaved, warnings, journal, journalled }
  return ok(applied.length === 0 ? resumed : { ...resumed, told })
}

/** Lines that will be cut off are kept in a copy, unless it is one last line that was never finished. */
async function keepWhatIsLost(stored: StoredJournal, recovery: Recovery): Promise<readonly Problem[]> {
  const { journal } = stored
  const lost = journal.lostLines ? lostLines(await readFile(stored.file, 'latin1'), journal) : null
  const problem = recovery.problem ?? (lost ? damagedLines(recovery.applied.length, lost) : null)
  if (!problem) return []
  const copy = await copyAside(stored.file)
  return [{ ...problem, remedy: `Check what was recovered. The whole journal is kept as ${copy}.` }]
}

/** Goes on with the journal as it stands, or starts it anew where its head no longer tells the truth. */
async function carryOn(
  { file, journal }: StoredJournal,
  recovery: Recovery,
  document: ProductionDocument,
  path: string | null,
  fileStamp: string | undefined,
): Promise<JournalFile> {
  const { head, entries } = journal
  const { applied, fromBase, lastSequence, problem } = recovery
  const isWhole =
    head.version === productionFileVersion &&
    (entries.at(-1)?.sequence ?? head.sequence) === lastSequence &&
    problem === null
  if (isWhole) return goOn(file, journal, path, fromBase)
  const { id } = head
  const base = applied.length > 0 || fromBase ? document : null
  const stamp = fromBase ? head.fileStamp : fileStamp
  const start = { id, version: productionFileVersion, path, sequence: lastSequence, base }
  return JournalFile.start(file, stamp === undefined ? start : { ...start, fileStamp: stamp })
}

/** All lines stay, also those that the file has already, until the next save moves them to the history. */
async function goOn(
  file: string,
  journal: ReadJournal,
  path: string | null,
  fromBase: boolean,
): Promise<JournalFile> {
  const { head } = journal
  const going = await JournalFile.goOn(file, journal)
  const base = fromBase ? head.base : null
  if (head.path === path && head.base === base) return going
  const rewritten = await going.rewrite({ path, sequence: head.sequence, base })
  if (rewritten.ok) return going
  await going.close()
  throw new Error(rewritten.problem.found)
}

function damagedLines(recovered: number, { count, firstLine, labels }: LostLines): Problem {
  const lines = count === 1 ? `line ${firstLine}` : `lines ${firstLine} to ${firstLine + count - 1}`
  const named = labels.length > 0 ? `, among them ${labels.map((label) => `“${label}”`).join(', ')}` : ''
  return {
    message: 'Part of the unsaved work could not be read.',
    expected: 'a journal whose lines are all whole',
    found: `${edits(recovered)} recovered; ${lines} of the journal damaged on the disk, ${edits(count)}${named}`,
    remedy: 'Check what was recovered.',
  }
}

function edits(count: number): string {
  return `${count} ${count === 1 ? 'edit' : 'edits'}`
}

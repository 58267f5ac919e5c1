import { applyToCopy, type Change, fits, squash } from '../edits/change.ts'
import { sameValue } from '../edits/sameValue.ts'
import type { ProductionDocument } from '../model/document.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import type { JournalEntry, ReadJournal } from './journal.ts'
import type { RawProduction } from './productionText.ts'
import { type RawDocument, type Upgrade, upgrade, upgrades } from './upgrades.ts'

/** A document with the changes of a journal applied. */
export type Replayed = {
  readonly document: RawDocument
  /** The entries that were applied, in order. */
  readonly applied: readonly JournalEntry[]
  /** Why later entries were not applied; null when all were. */
  readonly problem: Problem | null
}

/** What a journal adds to a production file. */
export type Recovery = Replayed & {
  /** Version of the format that the document is in. */
  readonly version: number
  readonly lastSequence: number
  /** Whether the journal's own document was taken, because no file holds it. */
  readonly fromBase: boolean
}

/** Applies the entries after a sequence number. Stops at a gap, and where the document is not as the entry found it. */
export function replay(
  document: RawDocument,
  entries: readonly JournalEntry[],
  afterSequence: number,
): Replayed {
  const applied: JournalEntry[] = []
  const copy = { ...document }
  const copied = new Set<string>()
  for (const entry of entries) {
    if (entry.sequence <= afterSequence) continue
    const isNext = entry.sequence === afterSequence + applied.length + 1
    if (!isNext || !fits(copy as ProductionDocument, entry.change)) {
      return { document: copy, applied, problem: notAsFound(entry) }
    }
    applyToCopy(copy, copied, entry.change)
    applied.push(entry)
  }
  return { document: copy, applied, problem: null }
}

/**
 * What a journal adds to the file it belongs to (null when there is no such file). Refuses a journal that belongs to
 * another state of the production: one that was restored, replaced by a copy, or saved on another machine.
 */
export function recover(
  file: RawProduction | null,
  journal: ReadJournal,
  steps: readonly Upgrade[] = upgrades,
): Result<Recovery> {
  const { head, entries } = journal
  if (head.base !== null && (file === null || file.lastSequence < head.sequence)) {
    const replayed = replay(head.base, entries, head.sequence)
    return ok({
      ...replayed,
      version: head.version,
      lastSequence: lastOf(replayed, head.sequence),
      fromBase: true,
    })
  }
  if (file === null) return refuse(otherState('no production file to apply it to'))
  const nothing: Replayed = { document: file.document, applied: [], problem: null }
  const { version, lastSequence } = file
  if (!holdsBase(file, journal))
    return refuse(otherState('a production file that another program has saved since'))
  if (entries.length === 0) return ok({ ...nothing, version, lastSequence, fromBase: false })
  const document = upgrade(file.document, version, Math.max(version, head.version), steps)
  if (head.version < version || !containsAll(document, entries, lastSequence)) {
    return refuse(otherState('a production file that has taken another course since'))
  }
  const replayed = replay(document, entries, lastSequence)
  if (replayed.problem && replayed.applied.length === 0) return refuse(replayed.problem)
  return ok({
    ...replayed,
    version: head.version,
    lastSequence: lastOf(replayed, lastSequence),
    fromBase: false,
  })
}

/** Whether the file holds the journal's own document, if that went on from another state of the file. */
function holdsBase(file: RawProduction, { head, entries }: ReadJournal): boolean {
  if (head.base === null || head.fileStamp === undefined || head.version !== file.version) return true
  const saved = entries.filter(({ sequence }) => sequence <= file.lastSequence)
  return sameValue(replay(head.base, saved, head.sequence).document, file.document)
}

/** Whether the file has what the entries up to its last sequence number left behind. */
function containsAll(document: RawDocument, entries: readonly JournalEntry[], lastSequence: number): boolean {
  const saved = entries.filter((entry) => entry.sequence <= lastSequence)
  const left: Change = squash(saved.map((entry) => entry.change)).map((record) => ({
    ...record,
    before: record.after,
  }))
  return fits(document as ProductionDocument, left)
}

function lastOf(replayed: Replayed, otherwise: number): number {
  return replayed.applied.at(-1)?.sequence ?? otherwise
}

function otherState(found: string): Problem {
  return {
    message: 'A journal of unsaved work does not belong to this state of the production.',
    expected: 'the production file as it was when that work began',
    found,
    remedy: 'Go on with the file as it is. The journal is kept aside, not deleted.',
  }
}

function notAsFound(entry: JournalEntry): Problem {
  return {
    message: `Unsaved work from “${entry.label}” on could not be recovered.`,
    expected: 'records as they were before that edit',
    found: 'records that were changed outside Needledrop, or a journal line that is missing',
    remedy: 'Check what was recovered. The journal is kept aside, not deleted.',
  }
}

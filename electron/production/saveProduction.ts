import { access, readFile, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { checkDocumentInSteps } from '../../shared/files/checkDocument.ts'
import { productionFileTextInSteps } from '../../shared/files/productionFile.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { namedFiles } from '../../shared/model/namedFiles.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { writeAtomically } from './atomicWrite.ts'
import { stampOfText } from './fileStamp.ts'
import { inBreaths } from './inBreaths.ts'
import type { JournalFile } from './journalFile.ts'
import { textStamp } from './keptHistory.ts'
import { relativesFrom } from './relativePaths.ts'
import { writeProblem } from './writeProblem.ts'

/*
 * The order makes a stop at any instant harmless. A production that never had a file first notes in its journal where
 * it will be saved, still with its document; then the file is replaced; then the journal starts anew behind the
 * sequence number that the file contains. Between the last two steps the journal holds changes that the file has too,
 * which that number tells.
 */

/** What to save, and where. */
export type SaveRequest = {
  readonly document: ProductionDocument
  readonly id: string
  /** Sequence number of the last change the document contains; changes made since then stay in the journal. */
  readonly lastSequence: number
  readonly path: string
  readonly journal: JournalFile | null
  /** Of films, proxies and stems that are missing: where they should be. */
  readonly expectedMedia?: ReadonlyMap<string, string>
  /** Asked when the new text is on the disk, right before it replaces the file; rejects where the file is to stay. */
  readonly mayReplace?: () => Promise<void>
  /** Whether the production is still saved there when the file has been written, after however long. */
  readonly isMeant?: () => boolean
  /** Told the stamp that the file will have, before it has it. */
  readonly willWrite?: (fileStamp: string) => void
}

/** A production that was saved. */
export type Saved = {
  /** The production file, symbolic links followed. */
  readonly path: string
  /** Tells this state of the file from any other, for `FileGuard`. */
  readonly fileStamp: string
  /** What the file holds now. */
  readonly text: string
  /** Trouble with the journal; the file itself is safe. */
  readonly warnings: readonly Problem[]
}

/** Checks the whole document, replaces the file, reads it back, and starts the journal anew. */
export async function saveProduction(request: SaveRequest): Promise<Result<Saved>> {
  const { document, id, lastSequence, path, journal } = request
  const checked = await inBreaths(checkDocumentInSteps(document))
  if (!checked.ok) return checked
  const warnings = await announce(journal, path)
  const named = namedFiles(document).map((file) => file.path)
  const relatives = relativesFrom(path, named, request.expectedMedia)
  const text = await inBreaths(productionFileTextInSteps(document, { id, lastSequence, relatives }))
  const fileStamp = stampOfText(text)
  request.willWrite?.(fileStamp)
  const written = await writeVerified(path, text, request.mayReplace)
  if (!written.ok) return written
  if (request.isMeant?.() === false) return ok({ path: written.value, fileStamp, text, warnings })
  const restarted = await journal?.rewrite(
    { path: written.value, sequence: lastSequence, base: null },
    textStamp(text),
  )
  if (restarted && !restarted.ok) warnings.push(restarted.problem)
  return ok({ path: written.value, fileStamp, text, warnings })
}

/** Notes in the journal of a production without a file where it is about to be saved. */
async function announce(journal: JournalFile | null, path: string): Promise<Problem[]> {
  if (!journal) return []
  const { path: noted, sequence, base } = journal.head
  const hasFile = base === null || (noted !== null && (await isThere(noted)))
  if (hasFile) return []
  const rewritten = await journal.rewrite({ path: resolve(path), sequence, base })
  return rewritten.ok ? [] : [rewritten.problem]
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

/** Writes a file, reads it back, and gives its real path. */
async function writeVerified(
  path: string,
  text: string,
  mayReplace?: () => Promise<void>,
): Promise<Result<string>> {
  try {
    await writeAtomically(path, text, mayReplace)
    if ((await readFile(path, 'utf8')) !== text) return refuse(notAsWritten(path))
    return ok(await realpath(path))
  } catch (error) {
    return refuse(writeProblem(error, path))
  }
}

function notAsWritten(path: string): Problem {
  return {
    message: 'The disk did not keep the production as it was written.',
    expected: 'the same text when it is read back',
    found: `other text at ${path}`,
    remedy: 'Save it on another disk, then check this one. Your changes are still in the journal.',
  }
}

import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Assumed } from '../../shared/formats/format.ts'
import { importers } from '../../shared/formats/importers.ts'
import type { OpenedProduction } from '../../shared/ipc/contract.ts'
import { type Problem, type Result, refuse } from '../../shared/result.ts'
import { fileProblem } from '../fileProblem.ts'
import { importText } from '../production/importText.ts'
import type { Productions } from '../productions.ts'

/** Bytes beyond which nothing is read as an exchange file. */
const largestImport = 64 * 1024 * 1024

/** Reads a file in whatever import format it is in, and starts a new production from it; `assumed` is what the file may not say itself. */
export async function readImport(
  file: string,
  productions: Productions,
  assumed: Assumed | undefined,
): Promise<Result<OpenedProduction>> {
  let text: string
  try {
    const { size } = await stat(file)
    if (size > largestImport) return refuse(notKnown(file, `${size} bytes`))
    text = importText(await readFile(file))
  } catch (error) {
    return refuse(fileProblem(error, file))
  }
  const importer = importers.find((candidate) => candidate.recognises(text))
  if (!importer) return refuse(notKnown(file, 'a file that does not say it is one of these'))
  const draft = importer.read(text, assumed)
  if (!draft.ok) return draft
  const notes = draft.value.notes.map((note) => noteProblem(file, note))
  return productions.create(draft.value.document, notes)
}

function noteProblem(file: string, note: string): Problem {
  return {
    message: note,
    expected: 'a cue sheet that can be taken over whole',
    found: `a remark on ${path.basename(file)}`,
    remedy: 'Look at the review for what to correct.',
  }
}

function notKnown(file: string, found: string): Problem {
  return {
    message: `${path.basename(file)} cannot be imported.`,
    expected: importers.map(({ label }) => label).join(', '),
    found,
    remedy: 'Choose a file in one of these formats.',
  }
}

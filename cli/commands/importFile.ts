import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { productionFileText } from '../../shared/files/productionFile.ts'
import type { Assumed } from '../../shared/formats/format.ts'
import { importers } from '../../shared/formats/importers.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { reviewDocument } from '../../shared/review/review.ts'
import { parseRate } from '../../shared/time/parseRate.ts'
import { parseTimecode } from '../../shared/time/timecode.ts'
import type { ExitCode } from '../exitCode.ts'
import { readImport } from '../readInput.ts'
import { refused } from '../refused.ts'
import { reportErrors } from '../reportFindings.ts'
import { standardStream } from '../standardInput.ts'
import type { Terminal } from '../terminal.ts'
import { unknownFormat } from '../unknownFormat.ts'
import { writeOutput } from '../writeOutput.ts'

/** What the user asked for. */
export type ImportRequest = {
  readonly file: string
  /** Null: the format that the file says it is of. */
  readonly format: string | null
  readonly out: string
  /** Frame rate, for files that do not say theirs; null where it was not given. */
  readonly rate: string | null
  /** Timecode of the picture's first frame, for files that do not say it. */
  readonly start: string | null
  /** Replace a file that is there. */
  readonly force: boolean
}

/** Makes a production from a file of another format. */
export async function importFile(request: ImportRequest, terminal: Terminal): Promise<ExitCode> {
  const importer = importers.find(({ id }) => id === request.format) ?? null
  if (request.format !== null && !importer) return refused(unknownFormat(request.format, importers), terminal)
  const assumed = assumedOf(request)
  if (!assumed.ok) return refused(assumed.problem, terminal)
  const draft = await readImport(request.file, importer, assumed.value)
  if (!draft.ok) return refused(draft.problem, terminal)
  if (request.out !== standardStream && !request.force && (await holdsSomething(request.out)))
    return refused(present(request.out), terminal)
  const { document, notes } = draft.value
  const text = productionFileText(document, { id: randomUUID(), lastSequence: 0 })
  const written = await put(request, text, terminal)
  if (!written.ok) return refused(written.problem, terminal)
  for (const note of notes) terminal.error(note)
  const count = Object.keys(document.cues).length
  if (request.out !== standardStream)
    terminal.out(`Wrote ${request.out}: ${count === 1 ? '1 cue' : `${count} cues`}.`)
  return reportErrors(document, reviewDocument(document), terminal)
}

/** What was said about the file; a start needs a rate to be read at. */
function assumedOf({ rate, start }: ImportRequest): Result<Assumed | null> {
  if (rate === null && start === null) return ok(null)
  if (rate === null) return refuse(startWithoutRate(start ?? ''))
  const read = parseRate(rate)
  if (!read.ok) return read
  if (start === null) return ok({ rate: read.value, start: null })
  const frame = parseTimecode(start, read.value)
  return frame.ok ? ok({ rate: read.value, start: frame.value }) : frame
}

function startWithoutRate(found: string): Problem {
  return {
    message: 'A start timecode needs a frame rate.',
    expected: '--rate before or after --start, such as --rate 29.97df',
    found: `--start ${found} alone`,
    remedy: 'Add the rate of the picture.',
  }
}

async function put({ out, file }: ImportRequest, text: string, terminal: Terminal): Promise<Result<null>> {
  if (out !== standardStream) return writeOutput(out, text, file)
  await terminal.raw(text)
  return ok(null)
}

async function holdsSomething(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null)
  return found?.isFile() === true && found.size > 0
}

function present(out: string): Problem {
  return {
    message: `${path.basename(out)} is there already.`,
    expected: 'a new file after --out',
    found: 'a file that may hold a production',
    remedy: 'Choose another name, or add --force to replace it.',
  }
}

import path from 'node:path'
import { productionFileExtension } from '../../shared/files/productionFile.ts'
import { exporters } from '../../shared/formats/exporters.ts'
import { sourcesOf } from '../../shared/formats/sources.ts'
import { type Problem, problemText } from '../../shared/result.ts'
import { reviewDocument } from '../../shared/review/review.ts'
import { type ExitCode, exitCode } from '../exitCode.ts'
import { exportedData } from '../exportedData.ts'
import { readInput } from '../readInput.ts'
import { reportErrors } from '../reportFindings.ts'
import type { Terminal } from '../terminal.ts'
import { thisDay } from '../thisDay.ts'
import { unknownFormat } from '../unknownFormat.ts'
import { writeOutput } from '../writeOutput.ts'

/** What the user asked for. */
export type ExportRequest = {
  readonly file: string
  readonly format: string
  readonly out: string
  readonly byteOrderMark: boolean
}

/** Writes the cue sheet of a production in one format. An older export of that name is replaced. */
export async function exportSheet(request: ExportRequest, terminal: Terminal): Promise<ExitCode> {
  const refused = (problem: Problem) => {
    terminal.error(problemText(problem))
    return exitCode.refused
  }
  const exporter = exporters.find(({ id }) => id === request.format)
  if (!exporter) return refused(unknownFormat(request.format, exporters))
  if (path.extname(request.out).toLowerCase() === `.${productionFileExtension}`)
    return refused(productionName(request.out, exporter.extension))
  const input = await readInput(request.file)
  if (!input.ok) return refused(input.problem)
  const { document, notes } = input.value
  const findings = reviewDocument(document)
  const sources = sourcesOf(document, { findings, today: thisDay() })
  const data = await exportedData(exporter, sources, { byteOrderMark: request.byteOrderMark })
  if (!data.ok) return refused(data.problem)
  const written = await writeOutput(request.out, data.value, request.file)
  if (!written.ok) return refused(written.problem)
  for (const note of notes) terminal.error(note)
  const { rows } = sources.cueSheet.sheet
  const count = rows.length === 1 ? '1 cue' : `${rows.length} cues`
  terminal.out(`Wrote ${request.out}: ${exporter.label}, ${count}.`)
  return reportErrors(document, findings, terminal)
}

function productionName(out: string, extension: string): Problem {
  return {
    message: 'An export does not take the name of a production.',
    expected: `a name that ends in .${extension}`,
    found: out,
    remedy: `Give --out a name that ends in .${extension}.`,
  }
}

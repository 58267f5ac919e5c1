import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { writeProblem } from '../../electron/production/writeProblem.ts'
import { usualPattern } from '../../shared/delivery/namingPattern.ts'
import { type PlannedFile, plannedFiles } from '../../shared/delivery/plannedFiles.ts'
import { productionFileExtension } from '../../shared/files/productionFile.ts'
import { exporters as allExporters } from '../../shared/formats/exporters.ts'
import type { Exporter } from '../../shared/formats/format.ts'
import { type Sources, sourcesOf } from '../../shared/formats/sources.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { reviewDocument } from '../../shared/review/review.ts'
import type { ExitCode } from '../exitCode.ts'
import { exportedData } from '../exportedData.ts'
import { optionValues } from '../optionValues.ts'
import { readInput } from '../readInput.ts'
import { refused } from '../refused.ts'
import { reportErrors } from '../reportFindings.ts'
import { standardStream } from '../standardInput.ts'
import type { Terminal } from '../terminal.ts'
import { thisDay } from '../thisDay.ts'
import { unknownFormat } from '../unknownFormat.ts'
import { isSameFile, ownInput, writeOutput } from '../writeOutput.ts'

/** What the user asked for. */
export type ExportRequest = {
  readonly file: string
  /** Ids of formats. */
  readonly formats: readonly string[]
  /** A file, a folder, or `-`. */
  readonly out: string
  /** How files in a folder are called; null for the usual names. */
  readonly name: string | null
  /** Label of the reel that markers cover; null for the whole programme. */
  readonly reel: string | null
  /** `option=value`. */
  readonly settings: readonly string[]
  readonly bom: boolean
}

/** A file with what is to be in it; the path `-` is standard output. */
type Rendered = { readonly path: string; readonly exporter: Exporter; readonly data: string | Uint8Array }

/** Writes a production in one format to a file, or in several into a folder. Older exports of the same names are replaced. */
export async function exportFiles(request: ExportRequest, terminal: Terminal): Promise<ExitCode> {
  const chosen = chosenExporters(request.formats)
  if (!chosen.ok) return refused(chosen.problem, terminal)
  const fault = placeProblem(request, chosen.value, terminal)
  if (fault) return refused(fault, terminal)
  const options = optionValues(chosen.value, [
    ...(request.bom ? ['byteOrderMark=on'] : []),
    ...request.settings,
  ])
  if (!options.ok) return refused(options.problem, terminal)
  const input = await readInput(request.file)
  if (!input.ok) return refused(input.problem, terminal)
  const { document, notes } = input.value
  const findings = reviewDocument(document)
  const today = thisDay()
  const plan = { exporters: chosen.value, options: options.value, client: '', today }
  const pattern = request.name ?? usualPattern
  const files = plannedFiles(document.production, { ...plan, pattern })
  if (!files.ok) return refused(files.problem, terminal)
  const reel = reelNamed(document, request.reel)
  if (!reel.ok) return refused(reel.problem, terminal)
  const sources = sourcesOf(document, { findings, today, markers: { reel: reel.value } })
  const rendered = await renderAll(request, files.value, sources, terminal)
  terminal.progress('')
  if (!rendered.ok) return refused(rendered.problem, terminal)
  const written = await writeAll(request, rendered.value, terminal)
  if (!written.ok) return refused(written.problem, terminal)
  for (const note of notes) terminal.error(note)
  const { length } = sources.cueSheet.sheet.rows
  for (const { path: file, exporter } of rendered.value.filter(({ path: file }) => file !== standardStream))
    terminal.out(`Wrote ${file}: ${exporter.label}, ${length === 1 ? '1 cue' : `${length} cues`}.`)
  return reportErrors(document, findings, terminal)
}

/** The reel of a label, whatever its capitals. */
function reelNamed(document: ProductionDocument, label: string | null): Result<ReelId | null> {
  if (label === null) return ok(null)
  const reels = recordsOf(document, 'reels').toSorted((a, b) => a.order - b.order)
  const found = reels.find((reel) => reel.label.toLowerCase() === label.trim().toLowerCase())
  if (found) return ok(found.id)
  return refuse({
    message: 'There is no such reel.',
    expected: reels.map((reel) => reel.label).join(', ') || 'a production with reels',
    found: label,
    remedy: 'Name one of its reels after --reel, or leave it out for the whole programme.',
  })
}

function chosenExporters(ids: readonly string[]): Result<readonly Exporter[]> {
  const chosen: Exporter[] = []
  for (const id of new Set(ids)) {
    const exporter = allExporters.find((each) => each.id === id)
    if (!exporter) return refuse(unknownFormat(id, allExporters))
    chosen.push(exporter)
  }
  return chosen.length > 0 ? ok(chosen) : refuse(unknownFormat('none', allExporters))
}

function goesIntoFolder({ out, name }: ExportRequest, exporters: readonly Exporter[]): boolean {
  return out !== standardStream && (exporters.length > 1 || name !== null || /[\\/]$/.test(out))
}

/** Why these formats cannot go to this place. */
function placeProblem(
  request: ExportRequest,
  exporters: readonly Exporter[],
  terminal: Terminal,
): Problem | null {
  const { out, name } = request
  const [first] = exporters
  if (out === standardStream) {
    if (exporters.length > 1 || name !== null) return manyToStream(exporters)
    return first && first.kind !== 'text' && terminal.isScreen ? notForScreen(first) : null
  }
  const isProduction = path.extname(out).toLowerCase() === `.${productionFileExtension}`
  return isProduction && first ? productionName(out, first.extension) : null
}

async function renderAll(
  request: ExportRequest,
  files: readonly PlannedFile[],
  sources: Sources,
  terminal: Terminal,
): Promise<Result<readonly Rendered[]>> {
  const isFolder = goesIntoFolder(
    request,
    files.map(({ exporter }) => exporter),
  )
  const rendered: Rendered[] = []
  for (const [index, { exporter, name, options }] of files.entries()) {
    const place = files.length > 1 ? `${index + 1} of ${files.length}: ` : ''
    const tell = (done: number) => terminal.progress(`${place}${exporter.label}, ${Math.floor(done * 100)} %`)
    tell(0)
    const data = await exportedData(exporter, sources, options, tell)
    if (!data.ok) return data
    rendered.push({ path: isFolder ? path.join(request.out, name) : request.out, exporter, data: data.value })
  }
  return ok(rendered)
}

async function writeAll(
  request: ExportRequest,
  files: readonly Rendered[],
  terminal: Terminal,
): Promise<Result<null>> {
  if (request.out === standardStream) {
    for (const { data } of files) await terminal.raw(data)
    return ok(null)
  }
  for (const file of files) if (await isSameFile(file.path, request.file)) return refuse(ownInput(file.path))
  const isFolder = files.some((file) => file.path !== request.out)
  if (isFolder) {
    try {
      await mkdir(request.out, { recursive: true })
    } catch (error) {
      return refuse(writeProblem(error, request.out))
    }
  }
  for (const [index, { path: file, data }] of files.entries()) {
    const written = await writeOutput(file, data, request.file)
    if (!written.ok)
      return index === 0 ? written : refuse(halfWritten(written.problem, files.slice(0, index)))
  }
  return ok(null)
}

function halfWritten(problem: Problem, written: readonly Rendered[]): Problem {
  const names = written.map(({ path: file }) => path.basename(file)).join(', ')
  return { ...problem, found: `${problem.found}; written before it: ${names}` }
}

function manyToStream(exporters: readonly Exporter[]): Problem {
  return {
    message: 'Standard output takes one file without a name.',
    expected: 'one format, and no --name',
    found: exporters.map(({ id }) => id).join(', '),
    remedy: 'Give --out a folder.',
  }
}

function notForScreen({ label }: Exporter): Problem {
  return {
    message: `${label} is no text and would only confuse the screen.`,
    expected: 'a file after --out, or a pipe',
    found: 'a screen',
    remedy: 'Give --out a name, or send the output into a file with >.',
  }
}

function productionName(out: string, extension: string): Problem {
  return {
    message: 'An export does not take the name of a production.',
    expected: `a name that ends in .${extension}`,
    found: out,
    remedy: `Give --out a name that ends in .${extension}.`,
  }
}

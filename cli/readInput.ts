import path from 'node:path'
import { importText } from '../electron/production/importText.ts'
import { productionTextOf, readFileBytes } from '../electron/production/readProduction.ts'
import { parseProductionFile } from '../shared/files/productionFile.ts'
import type { Assumed, Importer } from '../shared/formats/format.ts'
import { importers } from '../shared/formats/importers.ts'
import type { Draft } from '../shared/model/draft.ts'
import { ok, type Problem, problemText, type Result, refuse } from '../shared/result.ts'
import { readStandardBytes, standardStream } from './standardInput.ts'

/** Reads a production, or a file that can be imported; what it is, its content says and not its name. `-` is standard input. */
export async function readInput(file: string): Promise<Result<Draft>> {
  const bytes = await bytesOf(file)
  if (!bytes.ok) return bytes
  const foreign = importText(bytes.value)
  const importer = importers.find(({ recognises }) => recognises(foreign))
  if (importer) return importer.read(foreign)
  const text = productionTextOf(file === standardStream ? 'Standard input' : file, bytes.value)
  if (!text.ok) return text
  const parsed = parseProductionFile(text.value)
  if (parsed.ok) return ok({ document: parsed.value.document, notes: parsed.value.warnings.map(problemText) })
  return /^\s*\{\s*"needledrop"/.test(text.value) ? parsed : refuse(unrecognised(file, parsed.problem))
}

/** Reads a file of the format named, or of the one it says it is of; `assumed` is what the file may not say itself. */
export async function readImport(
  file: string,
  importer: Importer | null,
  assumed: Assumed | null,
): Promise<Result<Draft>> {
  const bytes = await bytesOf(file)
  if (!bytes.ok) return bytes
  const text = importText(bytes.value)
  const fitting = importer ?? importers.find(({ recognises }) => recognises(text))
  return fitting ? fitting.read(text, assumed ?? undefined) : refuse(unrecognised(file, null))
}

function bytesOf(file: string): Promise<Result<Uint8Array>> {
  return file === standardStream ? readStandardBytes() : readFileBytes(file)
}

function unrecognised(file: string, problem: Problem | null): Problem {
  const formats = importers.map(({ label }) => label).join(', ')
  return {
    message: `${file === standardStream ? 'Standard input' : path.basename(file)} is in no format that can be read.`,
    expected: problem ? `a Needledrop production, or: ${formats}` : formats,
    found: problem?.found ?? 'something else',
    remedy: 'Choose another file; `needledrop formats` lists what can be read.',
  }
}

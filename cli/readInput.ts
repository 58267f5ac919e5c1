import path from 'node:path'
import { readProductionFileText } from '../electron/production/readProduction.ts'
import { parseProductionFile } from '../shared/files/productionFile.ts'
import type { Importer } from '../shared/formats/format.ts'
import { importers } from '../shared/formats/importers.ts'
import type { Draft } from '../shared/model/draft.ts'
import { ok, type Problem, problemText, type Result, refuse } from '../shared/result.ts'
import { readStandardInput, standardStream } from './standardInput.ts'

/** Reads a production, or a file that can be imported; what it is, its content says and not its name. `-` is standard input. */
export async function readInput(file: string): Promise<Result<Draft>> {
  const text = await textOf(file)
  if (!text.ok) return text
  const importer = importers.find(({ recognises }) => recognises(text.value))
  if (importer) return importer.read(text.value)
  const parsed = parseProductionFile(text.value)
  if (parsed.ok) return ok({ document: parsed.value.document, notes: parsed.value.warnings.map(problemText) })
  return /^\s*\{\s*"needledrop"/.test(text.value) ? parsed : refuse(unrecognised(file, parsed.problem))
}

/** Reads a file of the format named, or of the one it says it is of. */
export async function readImport(file: string, importer: Importer | null): Promise<Result<Draft>> {
  const text = await textOf(file)
  if (!text.ok) return text
  const fitting = importer ?? importers.find(({ recognises }) => recognises(text.value))
  return fitting ? fitting.read(text.value) : refuse(unrecognised(file, null))
}

function textOf(file: string): Promise<Result<string>> {
  return file === standardStream ? readStandardInput() : readProductionFileText(file)
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

import { open } from 'node:fs/promises'
import path from 'node:path'
import { type ParsedProduction, parseProductionFile } from '../../shared/files/productionFile.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { fileProblem } from '../fileProblem.ts'

/** Far more than any production; keeps a film that was chosen by mistake out of memory. */
export const largestProductionBytes = 64 * 1024 * 1024

/** Reads a production file as it was last saved; unsaved work in a journal is not looked at. */
export async function readProduction(file: string): Promise<Result<ParsedProduction>> {
  const text = await readProductionFileText(file)
  return text.ok ? parseProductionFile(text.value) : text
}

/** The text of a file, if it is a regular file of a fitting size and holds UTF-8. */
export async function readProductionFileText(file: string): Promise<Result<string>> {
  const bytes = await readFileBytes(file)
  return bytes.ok ? productionTextOf(file, bytes.value) : bytes
}

/** The bytes of a file, if it is a regular file of a fitting size. */
export async function readFileBytes(file: string): Promise<Result<Uint8Array>> {
  try {
    const handle = await open(file, 'r')
    try {
      const stats = await handle.stat()
      if (!stats.isFile()) return refuse(notAFile(file))
      if (stats.size > largestProductionBytes) return refuse(tooLarge(file, stats.size))
      return ok(await handle.readFile())
    } finally {
      await handle.close()
    }
  } catch (error) {
    return refuse(fileProblem(error, file))
  }
}

/** The text that the bytes of a file are; refused where they are no UTF-8. */
export function productionTextOf(file: string, bytes: Uint8Array): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse({
      message: `${path.basename(file)} is not a text file as Needledrop writes it.`,
      expected: 'text in UTF-8',
      found: 'bytes that are none',
      remedy: 'Choose another file, or an earlier copy if this one was damaged.',
    })
  }
}

function notAFile(file: string): Problem {
  return {
    message: `${path.basename(file)} cannot be read.`,
    expected: 'a file',
    found: 'a folder or a device',
    remedy: 'Choose a production file.',
  }
}

function tooLarge(file: string, size: number): Problem {
  return {
    message: `${path.basename(file)} is too large for a production.`,
    expected: `at most ${largestProductionBytes / 1024 / 1024} MB`,
    found: `${Math.ceil(size / 1024 / 1024)} MB`,
    remedy: 'Choose another file. A film is attached to a reel instead of opened.',
  }
}

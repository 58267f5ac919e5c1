import { type ProductionDocument, recordSchemas, tableNames } from '../model/document.ts'
import { productionSchema } from '../model/production.ts'
import { ok, type Problem, type Result } from '../result.ts'
import { checkDocument } from './checkDocument.ts'
import { crc32, crc32InSteps } from './crc32.ts'
import { type RawProduction, readProductionText } from './productionText.ts'
import { recordsInFileOrder } from './recordOrder.ts'
import { type RelativePaths, withRelativePaths } from './relativePaths.ts'
import { type Upgrade, upgrade, upgrades, versionAfter } from './upgrades.ts'
import { inOneGo, recordsInOneGo, type WorkInSteps } from './workInSteps.ts'

/** The version of the format that this code writes. */
export const productionFileVersion = versionAfter(upgrades)

/** The extension of a production file, without the dot. */
export const productionFileExtension = 'needledrop'

/** What a production file says besides the document. */
export type ProductionFileHeader = {
  /** The production's identity, which ties it to its journal: up to 64 letters, digits, `-` and `_`. */
  readonly id: string
  /** Number of the last journal line whose change the document contains; 0 before the first. */
  readonly lastSequence: number
  /** Where films, proxies and stems lie from the file, as far as that is known. */
  readonly relatives?: RelativePaths
}

/** What a production file holds. */
export type ParsedProduction = ProductionFileHeader & {
  readonly document: ProductionDocument
  /** What the user should know about a file that was opened all the same. */
  readonly warnings: readonly Problem[]
}

/**
 * The text of a production file: one record per line, the same text for the same document. Throws when the document
 * is not sound (`checkDocument`).
 */
export function productionFileText(document: ProductionDocument, header: ProductionFileHeader): string {
  return inOneGo(productionFileTextInSteps(document, header))
}

/** The same, in steps. */
export function* productionFileTextInSteps(
  document: ProductionDocument,
  header: ProductionFileHeader,
): WorkInSteps<string> {
  const production = Object.entries(productionSchema.parse(document.production)).map(
    ([field, value]) => `  ${JSON.stringify(field)}: ${JSON.stringify(value)}`,
  )
  const relatives = header.relatives ?? new Map<string, string>()
  const parts = [`"production": {\n${production.join(',\n')}\n}`]
  for (const table of tableNames) {
    const lines: string[] = []
    for (const record of recordsInFileOrder(document, table)) {
      const checked = recordSchemas[table].parse(record)
      lines.push(
        `  ${JSON.stringify('programme' in checked ? withRelativePaths(checked, relatives) : checked)}`,
      )
      if (lines.length % recordsInOneGo === 0) yield
    }
    parts.push(lines.length === 0 ? `"${table}": []` : `"${table}": [\n${lines.join(',\n')}\n]`)
  }
  yield
  const head = `{\n"needledrop": ${productionFileVersion},\n"id": ${JSON.stringify(header.id)},\n"lastSequence": ${header.lastSequence},\n`
  const tail = `${parts.join(',\n')}\n}\n`
  const checksum = yield* crc32InSteps((head + tail).trimEnd())
  return `${head}"checksum": "${checksum}",\n${tail}`
}

/** Reads the text of a production file of this or any earlier version. Nothing in it is dropped silently. */
export function parseProductionFile(
  text: string,
  steps: readonly Upgrade[] = upgrades,
): Result<ParsedProduction> {
  const raw = readProductionText(text, versionAfter(steps))
  if (!raw.ok) return raw
  const { id, lastSequence, version, document, relatives } = raw.value
  const checked = checkDocument(upgrade(document, version, versionAfter(steps), steps))
  if (!checked.ok) return checked
  const warnings = fileWarnings(text, raw.value)
  return ok({ document: checked.value, id, lastSequence, warnings, ...(relatives ? { relatives } : {}) })
}

/** What is odd about a file that can be opened: a checksum that differs. */
export function fileWarnings(text: string, raw: RawProduction): readonly Problem[] {
  if (raw.checksum === null) return []
  const found = textChecksum(text.replace(/^"checksum": "[^"\n]*",\r?\n/m, ''))
  if (found === raw.checksum) return []
  return [
    {
      message: 'This production file was changed outside Needledrop, or was damaged on its disk.',
      expected: `the checksum ${raw.checksum}`,
      found,
      remedy:
        'If nobody edited the file by hand, compare it with an earlier copy. Saving it renews the checksum.',
    },
  ]
}

/** The checksum of a file's text without its checksum line; line ends and space at the end of the file do not count. */
function textChecksum(text: string): string {
  return crc32(text.replaceAll('\r\n', '\n').trimEnd())
}

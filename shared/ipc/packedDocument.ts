import { z } from 'zod'
import { inOneGo, type WorkInSteps } from '../files/workInSteps.ts'
import {
  type ProductionDocument,
  type RecordOf,
  recordsOf,
  type TableName,
  tableNames,
} from '../model/document.ts'

/**
 * A document on its way between the window and the main process: as texts, which cross from one process to the other and from one thread to another without
 * being taken apart, each short enough to be read without holding up the window.
 */
export type PackedDocument = readonly string[]

/** Records of one text at most; a cue takes about half a kilobyte. */
const mostRecords = 400

type Part = readonly [table: TableName | 'production', content: unknown]

/** A packed document as it comes from the page; what the texts say is checked when they are read. */
export const packedDocumentSchema = z.array(z.string().max(20_000_000)).max(10_000).readonly()

/** Packs a document. */
export function packDocument(document: ProductionDocument): PackedDocument {
  return [...packedTexts(document)]
}

/** The texts of a packed document, made one after the other. */
export function* packedTexts(document: ProductionDocument): Generator<string, void> {
  yield JSON.stringify(['production', document.production] satisfies Part)
  for (const table of tableNames) {
    const records = recordsOf(document, table)
    for (let at = 0; at < records.length; at += mostRecords)
      yield packedRecords(table, records.slice(at, at + mostRecords))
  }
}

/** A text of a packed document that holds records of one table. */
export function packedRecords<Name extends TableName>(
  table: Name,
  records: readonly RecordOf<Name>[],
): string {
  return JSON.stringify([table, records] satisfies Part)
}

/** Puts a packed document together again, one text after the other. */
export class DocumentUnpacker {
  readonly #tables = Object.fromEntries(tableNames.map((table) => [table, {}])) as Record<
    TableName,
    Record<string, unknown>
  >
  #production: unknown = null

  /** Takes the next text. */
  take(text: string): void {
    const [table, content] = JSON.parse(text) as Part
    if (table === 'production') {
      this.#production = content
      return
    }
    const records = this.#tables[table]
    for (const record of content as readonly { readonly id: string }[]) records[record.id] = record
  }

  /** The document that the texts taken make. */
  get document(): ProductionDocument {
    return { production: this.#production, ...this.#tables } as ProductionDocument
  }
}

/** The document of a packed one, in one go; for texts that were packed by ourselves. */
export function unpackDocument(packed: PackedDocument): ProductionDocument {
  const unpacker = new DocumentUnpacker()
  for (const text of packed) unpacker.take(text)
  return unpacker.document
}

const partSchema = z.tuple([z.enum(['production', ...tableNames]), z.unknown()])

/** What texts that came from elsewhere pack, whose records are still to be checked; null where they are no packed document. */
export function readPackedDocument(packed: PackedDocument): Readonly<Record<string, unknown>> | null {
  return inOneGo(readPackedInSteps(packed))
}

/** The same, in steps. */
export function* readPackedInSteps(
  packed: PackedDocument,
): WorkInSteps<Readonly<Record<string, unknown>> | null> {
  const tables = new Map<string, [string, unknown][]>(tableNames.map((table) => [table, []]))
  let production: unknown
  for (const text of packed) {
    const part = partSchema.safeParse(jsonOf(text))
    if (!part.success) return null
    const [table, content] = part.data
    if (table === 'production') {
      if (!isRecord(content)) return null
      production = content
    } else {
      if (!Array.isArray(content) || !content.every(hasId)) return null
      for (const record of content) tables.get(table)?.push([record.id, record])
    }
    yield
  }
  const entries = [...tables].map(([table, records]) => [table, Object.fromEntries(records)])
  return { ...(production === undefined ? {} : { production }), ...Object.fromEntries(entries) }
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasId(value: unknown): value is { readonly id: string } {
  return isRecord(value) && 'id' in value && typeof value.id === 'string'
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

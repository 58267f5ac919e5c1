import { type ProductionDocument, recordsOf, type TableName, tableNames } from '../model/document.ts'

/**
 * A document on its way to the window: as texts, which cross from one process to the other and from one thread to another without
 * being taken apart, each short enough to be read without holding up the window.
 */
export type PackedDocument = readonly string[]

/** Records of one text at most; a cue takes about half a kilobyte. */
const mostRecords = 400

type Part = readonly [table: TableName | 'production', content: unknown]

/** Packs a document. */
export function packDocument(document: ProductionDocument): PackedDocument {
  const parts: Part[] = [['production', document.production]]
  for (const table of tableNames) {
    const records = recordsOf(document, table)
    for (let at = 0; at < records.length; at += mostRecords)
      parts.push([table, records.slice(at, at + mostRecords)])
  }
  return parts.map((part) => JSON.stringify(part))
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

/** The document of a packed one, in one go. */
export function unpackDocument(packed: PackedDocument): ProductionDocument {
  const unpacker = new DocumentUnpacker()
  for (const text of packed) unpacker.take(text)
  return unpacker.document
}

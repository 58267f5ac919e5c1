import type { ProductionDocument, RecordOf, TableName } from '../model/document.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkRecord, recordNoun } from './checkRecord.ts'
import { sameValue } from './sameValue.ts'
import { noteLineage } from './tableLineage.ts'

/** The record that an id names. */
export function findRecord<Name extends TableName>(
  document: ProductionDocument,
  table: Name,
  id: string,
): Result<RecordOf<Name>> {
  const record = Object.hasOwn(document[table], id) ? document[table][id] : undefined
  if (record) return ok(record as RecordOf<Name>)
  return refuse({
    message: `This ${recordNoun(table)} is no longer in the production.`,
    expected: `a ${recordNoun(table)} of this production`,
    found: `the unknown id ${id}`,
    remedy: 'Undo its removal, or choose another.',
  })
}

/** The document with these records in place of those with their ids; the same document when nothing differs. */
export function putRecords<Name extends TableName>(
  document: ProductionDocument,
  table: Name,
  records: readonly RecordOf<Name>[],
): Result<ProductionDocument> {
  const changed: [string, RecordOf<Name>][] = []
  for (const record of records) {
    const present = Object.hasOwn(document[table], record.id) ? document[table][record.id] : undefined
    if (sameValue(present, record)) continue
    const checked = checkRecord(table, record)
    if (!checked.ok) return checked
    changed.push([record.id, record])
  }
  if (changed.length === 0) return ok(document)
  const after = { ...document[table], ...Object.fromEntries(changed) }
  noteLineage(
    after,
    document[table],
    changed.map(([id]) => id),
  )
  return ok({ ...document, [table]: after })
}

/** The document with this record in place of the one with its id; the same document when nothing differs. */
export function putRecord<Name extends TableName>(
  document: ProductionDocument,
  table: Name,
  record: RecordOf<Name>,
): Result<ProductionDocument> {
  return putRecords(document, table, [record])
}

/** The document with a new record. Refuses an id that is in use. */
export function addRecord<Name extends TableName>(
  document: ProductionDocument,
  table: Name,
  record: RecordOf<Name>,
): Result<ProductionDocument> {
  if (!Object.hasOwn(document[table], record.id)) return putRecord(document, table, record)
  return refuse({
    message: `This ${recordNoun(table)} is already in the production.`,
    expected: 'an id that no record has',
    found: record.id,
    remedy: 'Start the edit again.',
  })
}

/** The document without these records; the same document when it has none of them. */
export function dropRecords(
  document: ProductionDocument,
  table: TableName,
  ids: readonly string[],
): ProductionDocument {
  if (!ids.some((id) => Object.hasOwn(document[table], id))) return document
  const dropped = new Set(ids)
  const kept = Object.fromEntries(Object.entries(document[table]).filter(([id]) => !dropped.has(id)))
  noteLineage(kept, document[table], ids)
  return { ...document, [table]: kept }
}

/** The document after the same change to several records of a table, which must all exist. */
export function mapRecords<Name extends TableName>(
  document: ProductionDocument,
  table: Name,
  ids: readonly string[],
  change: (record: RecordOf<Name>) => Result<RecordOf<Name>>,
): Result<ProductionDocument> {
  const changed: RecordOf<Name>[] = []
  for (const id of new Set(ids)) {
    const found = findRecord(document, table, id)
    const result = found.ok ? change(found.value) : found
    if (!result.ok) return result
    changed.push(result.value)
  }
  return putRecords(document, table, changed)
}

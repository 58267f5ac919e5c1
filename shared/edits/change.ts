import { type ProductionDocument, type RecordOf, type TableName, tableNames } from '../model/document.ts'
import type { Production } from '../model/production.ts'
import { sameValue } from './sameValue.ts'
import { differingIds, noteLineage } from './tableLineage.ts'

/** One record before and after; null is absent. The header of the production has table and id `production`. */
export type RecordChange = {
  readonly table: TableName | 'production'
  readonly id: string
  readonly before: RecordOf<TableName> | Production | null
  readonly after: RecordOf<TableName> | Production | null
}

/** What differs between two documents: each record at most once. Empty means nothing happened. */
export type Change = readonly RecordChange[]

type LooseTable = Readonly<Record<string, RecordOf<TableName>>>

/** What leads from one document to another. Untouched records are recognised by being the same objects. */
export function compare(before: ProductionDocument, after: ProductionDocument): Change {
  const changes: RecordChange[] = []
  if (before.production !== after.production) {
    const header = { table: 'production', id: 'production' } as const
    changes.push({ ...header, before: before.production, after: after.production })
  }
  for (const table of tableNames) {
    if (before[table] !== after[table]) compareTables(table, before[table], after[table], changes)
  }
  return changes
}

function compareTables(table: TableName, before: LooseTable, after: LooseTable, into: RecordChange[]): void {
  for (const id of differingIds(before, after))
    into.push({ table, id, before: recordIn(before, id), after: recordIn(after, id) })
}

/** The document after a change. Each record takes its value from the change, whatever it was. */
export function apply(document: ProductionDocument, change: Change): ProductionDocument {
  const copy = { ...document }
  applyToCopy(copy, new Set(), change)
  for (const table of tableNames) {
    const ids = change.flatMap((record) => (record.table === table ? record.id : []))
    if (ids.length > 0) noteLineage(copy[table], document[table], ids)
  }
  return copy
}

/**
 * Applies a change to a shallow copy of a document in place. `copied` names the tables that are copies already, so that
 * a long run of changes copies each table once.
 */
export function applyToCopy(copy: Record<string, unknown>, copied: Set<string>, change: Change): void {
  for (const { table, id, after } of change) {
    if (table === 'production') {
      copy[table] = after
      continue
    }
    if (!copied.has(table)) copy[table] = { ...(copy[table] as object) }
    copied.add(table)
    const records = copy[table] as Record<string, unknown>
    if (after === null) delete records[id]
    else records[id] = after
  }
}

/** Whether each record of the change stands in the document as it was before the change. */
export function fits(document: ProductionDocument, change: Change): boolean {
  return change.every((record) => sameValue(valueIn(document, record), record.before))
}

/** The change that takes another one back. */
export function invert(change: Change): Change {
  return change.map((record) => ({ ...record, before: record.after, after: record.before }))
}

/** One change that does what several do one after the other; a record that ends as it began is left out. */
export function squash(changes: readonly Change[]): Change {
  const merged = new Map<string, RecordChange>()
  for (const record of changes.flat()) {
    const key = `${record.table} ${record.id}`
    const first = merged.get(key)
    merged.set(key, first ? { ...first, after: record.after } : record)
  }
  return [...merged.values()].filter((record) => !sameValue(record.before, record.after))
}

/** The record that a change is about, as the document has it now. */
function valueIn(document: ProductionDocument, { table, id }: RecordChange): unknown {
  return table === 'production' ? document.production : recordIn((document[table] ?? {}) as LooseTable, id)
}

function recordIn(table: LooseTable, id: string): RecordOf<TableName> | null {
  return Object.hasOwn(table, id) ? (table[id] ?? null) : null
}

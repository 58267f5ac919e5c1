import type { RecordOf, TableName } from '../model/document.ts'
import type { Production } from '../model/production.ts'
import type { Change, RecordChange } from './change.ts'
import { sameValue } from './sameValue.ts'

/**
 * A change as text, a fifth of its size: a list of `[table, id, before, after]`, where of a record that is there before and after
 * only the fields that differ are named. It can be applied to a document that has the rest.
 */
export type PackedChange = {
  /** Changes made one after the other. */
  readonly texts: readonly string[]
}

/** A change as the history keeps it: whole, or packed. */
export type StoredChange = Change | PackedChange

/** A record of any table, or some of its fields. */
export type Fields = Readonly<Record<string, unknown>>

/** One record in a packed change; of an altered record the fields that differ. */
export type PackedRecord = readonly [
  table: RecordChange['table'],
  id: string,
  before: Fields | null,
  after: Fields | null,
]

/** Whether a stored change is packed. */
export function isPacked(stored: StoredChange): stored is PackedChange {
  return 'texts' in stored
}

/** The text of a packed change. */
export function packedText(change: Change): string {
  return JSON.stringify(change.map(packedRecord))
}

/** The same change, packed. */
export function packed(stored: StoredChange): PackedChange {
  return isPacked(stored) ? stored : { texts: [packedText(stored)] }
}

/** The records that a stored change is about, in the order in which they are redone. */
export function packedRecords(stored: StoredChange): readonly PackedRecord[] {
  if (!isPacked(stored)) return stored.map(packedRecord)
  return stored.texts.flatMap((text) => JSON.parse(text) as readonly PackedRecord[])
}

/** A record of which only some fields are known, with those of `from` replaced by those of `to`; null where it has others than `from`. */
export function withFields(record: Fields, from: Fields, to: Fields): Fields | null {
  if (!Object.keys(from).every((field) => sameValue(fieldOf(record, field), from[field]))) return null
  const added = Object.keys(to).filter((field) => !Object.hasOwn(from, field))
  if (added.some((field) => fieldOf(record, field) !== undefined)) return null
  const kept = Object.entries(record).filter(
    ([field]) => !Object.hasOwn(from, field) || Object.hasOwn(to, field),
  )
  return { ...Object.fromEntries(kept), ...to }
}

function packedRecord({ table, id, before, after }: RecordChange): PackedRecord {
  if (before === null || after === null) return [table, id, fields(before), fields(after)]
  const [left, right] = [fields(before) as Fields, fields(after) as Fields]
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])]
  const differing = names.filter((name) => !sameValue(fieldOf(left, name), fieldOf(right, name)))
  return [table, id, only(left, differing), only(right, differing)]
}

function fields(record: RecordOf<TableName> | Production | null): Fields | null {
  return record as Fields | null
}

function only(record: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(
    names.flatMap((name) => (fieldOf(record, name) === undefined ? [] : [[name, record[name]]])),
  )
}

function fieldOf(record: Fields, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

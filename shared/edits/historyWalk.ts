import type { ProductionDocument } from '../model/document.ts'
import type { Change, RecordChange } from './change.ts'
import { sameValue } from './sameValue.ts'
import { isPacked, type PackedRecord, type StoredChange, withFields } from './storedChange.ts'

type Value = RecordChange['before']
type Touched = {
  readonly table: RecordChange['table']
  readonly id: string
  readonly before: Value
  now: Value
}

/** Walks along a history from one document, without making the documents in between. */
export class HistoryWalk {
  readonly #document: ProductionDocument
  readonly #touched = new Map<string, Touched>()

  constructor(document: ProductionDocument) {
    this.#document = document
  }

  /** Takes one step back or makes it again; false where the records are not as the step left them, and then it is not taken. */
  step(stored: StoredChange, direction: 'undo' | 'redo'): boolean {
    const parts = isPacked(stored)
      ? this.#readPacked(stored.texts, direction)
      : this.#readWhole(stored, direction)
    if (!parts) return false
    for (const [record, now] of parts) record.now = now
    return true
  }

  /** What leads from the document to where the walk is. */
  get change(): Change {
    return [...this.#touched.values()]
      .filter(({ before, now }) => !sameValue(before, now))
      .map(({ table, id, before, now }) => ({ table, id, before, after: now }))
  }

  #readWhole(change: Change, direction: 'undo' | 'redo'): readonly (readonly [Touched, Value])[] | null {
    const parts: [Touched, Value][] = []
    for (const { table, id, before, after } of change) {
      const record = this.#record(table, id)
      const [from, to] = direction === 'undo' ? [after, before] : [before, after]
      if (!sameValue(record.now, from)) return null
      parts.push([record, to])
    }
    return parts
  }

  /** Texts may name one record several times, so that each looks at what the one before it left. */
  #readPacked(
    texts: readonly string[],
    direction: 'undo' | 'redo',
  ): readonly (readonly [Touched, Value])[] | null {
    const values = new Map<Touched, Value>()
    for (const text of direction === 'undo' ? texts.toReversed() : texts) {
      for (const [table, id, before, after] of JSON.parse(text) as readonly PackedRecord[]) {
        const record = this.#record(table, id)
        const now = values.has(record) ? (values.get(record) ?? null) : record.now
        const [from, to] = direction === 'undo' ? [after, before] : [before, after]
        const next = replaced(now, from, to)
        if (next === undefined) return null
        values.set(record, next)
      }
    }
    return [...values]
  }

  #record(table: RecordChange['table'], id: string): Touched {
    const key = `${table} ${id}`
    const found = this.#touched.get(key)
    if (found) return found
    const before = valueIn(this.#document, table, id)
    const touched = { table, id, before, now: before }
    this.#touched.set(key, touched)
    return touched
  }
}

/** A record after one packed step; undefined where it is not as the step expects it. */
function replaced(now: Value, from: PackedRecord[2], to: PackedRecord[3]): Value | undefined {
  if (from === null || to === null) return sameValue(now, from) ? (to as Value) : undefined
  if (now === null) return undefined
  const next = withFields(now, from, to)
  return next === null ? undefined : (next as unknown as Value)
}

function valueIn(document: ProductionDocument, table: RecordChange['table'], id: string): Value {
  if (table === 'production') return document.production
  const records = document[table]
  return Object.hasOwn(records, id) ? (records[id] ?? null) : null
}

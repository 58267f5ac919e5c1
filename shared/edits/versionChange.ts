import { type ProductionDocument, type RecordOf, type TableName, tableNames } from '../model/document.ts'
import { ok } from '../result.ts'
import { apply, type Change, type RecordChange } from './change.ts'
import type { Edit } from './edit.ts'
import { sameValue } from './sameValue.ts'

type LooseTable = Readonly<Record<string, RecordOf<TableName>>>

/**
 * What leads from one version of a production to another, record by record; null for each record that is the same in both, so
 * that whoever compares ten thousand cues can let others do something in between.
 */
export function* versionChange(
  mine: ProductionDocument,
  theirs: ProductionDocument,
): Generator<RecordChange | null, void> {
  const header = { table: 'production', id: 'production' } as const
  if (!sameValue(mine.production, theirs.production))
    yield { ...header, before: mine.production, after: theirs.production }
  for (const table of tableNames) {
    const left: LooseTable = mine[table]
    const right: LooseTable = theirs[table]
    for (const id of Object.keys(left)) {
      const before = left[id] ?? null
      const after = Object.hasOwn(right, id) ? (right[id] ?? null) : null
      yield sameValue(before, after) ? null : { table, id, before, after }
    }
    for (const id of Object.keys(right))
      yield Object.hasOwn(left, id) ? null : { table, id, before: null, after: right[id] ?? null }
  }
}

/** Takes another version of the production in place of this one. */
export function takeVersion(change: Change): Edit {
  return { label: 'Take the other version', run: (document) => ok(apply(document, change)) }
}

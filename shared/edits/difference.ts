import { type ProductionDocument, type RecordOf, type TableName, tableNames } from '../model/document.ts'
import { recordNoun } from './checkRecord.ts'
import { sameValue } from './sameValue.ts'

/** The ids of the records of one table that differ between two documents. */
export type TableDifference = {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

/** What differs between two documents that need not come from each other. */
export type Difference = {
  /** Whether the production's details differ. */
  readonly header: boolean
  readonly tables: { readonly [Name in TableName]: TableDifference }
}

/** How much differs, table by table; tables without a difference are left out. */
export type DifferenceCounts = {
  readonly header: boolean
  readonly tables: readonly {
    readonly table: TableName
    readonly added: number
    readonly changed: number
    readonly removed: number
  }[]
}

/** What differs between two documents, by value. */
export function differenceBetween(before: ProductionDocument, after: ProductionDocument): Difference {
  const tables = tableNames.map((table) => [table, tableDifference(before[table], after[table])])
  return {
    header: !sameValue(before.production, after.production),
    tables: Object.fromEntries(tables) as Difference['tables'],
  }
}

/** How much a difference comes to. */
export function countDifference({ header, tables }: Difference): DifferenceCounts {
  return {
    header,
    tables: tableNames.flatMap((table) => {
      const { added, changed, removed } = tables[table]
      if (added.length + changed.length + removed.length === 0) return []
      return { table, added: added.length, changed: changed.length, removed: removed.length }
    }),
  }
}

/** A difference in words: `2 cues added, 1 changed · 1 licence removed`; empty where nothing differs. */
export function differenceWords({ header, tables }: DifferenceCounts): string {
  const cuesFirst = tables.toSorted((a, b) => Number(b.table === 'cues') - Number(a.table === 'cues'))
  const parts = cuesFirst.map(({ table, ...counts }) => {
    const told = (['added', 'changed', 'removed'] as const).filter((kind) => counts[kind] > 0)
    return told
      .map((kind, index) =>
        index === 0 ? `${counted(counts[kind], recordNoun(table))} ${kind}` : `${counts[kind]} ${kind}`,
      )
      .join(', ')
  })
  return [...parts, ...(header ? ['production details changed'] : [])].join(' · ')
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

type Records = Readonly<Record<string, RecordOf<TableName>>>

function tableDifference(before: Records, after: Records): TableDifference {
  const added: string[] = []
  const changed: string[] = []
  for (const [id, record] of Object.entries(after)) {
    if (!Object.hasOwn(before, id)) added.push(id)
    else if (!sameValue(before[id], record)) changed.push(id)
  }
  return { added, changed, removed: Object.keys(before).filter((id) => !Object.hasOwn(after, id)) }
}

import { sameValue } from './sameValue.ts'

/** A field in which records that are to be one say different things. */
export type FieldConflict = {
  readonly field: string
  /** What each of the records says, in their order; blank where it says nothing. */
  readonly values: readonly unknown[]
}

type Fields = Readonly<Record<string, unknown>>

/** Whether a field says nothing. */
export function isBlank(value: unknown): boolean {
  return value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

/** The fields in which at least two of the records say something, and not the same. */
export function fieldConflicts(
  records: readonly object[],
  leftOut: readonly string[] = [],
): readonly FieldConflict[] {
  const all = records as readonly Fields[]
  const names = [...new Set(all.flatMap((record) => Object.keys(record)))]
  return names.flatMap((field) => {
    if (field === 'id' || leftOut.includes(field)) return []
    const values = all.map((record) => record[field])
    const said = values.filter((value) => !isBlank(value))
    return said.every((value) => sameValue(value, said[0])) ? [] : [{ field, values }]
  })
}

/** The first record with what it leaves blank filled in from the others, in their order. */
export function filledIn<Named extends object>(record: Named, others: readonly object[]): Named {
  const filled: Record<string, unknown> = { ...(record as Fields) }
  for (const other of others as readonly Fields[]) {
    for (const [field, value] of Object.entries(other)) {
      if (field !== 'id' && isBlank(filled[field]) && !isBlank(value)) filled[field] = value
    }
  }
  return filled as Named
}

/*
 * A table of ten thousand records is copied for every edit of one. What differs between the copy and the table that it was made
 * from is known where it is made; noting it there spares everybody who follows the document from looking through all records.
 */

type Lineage = { readonly from: WeakRef<object>; readonly ids: readonly string[] }

type Records = Readonly<Record<string, unknown>>

const lineages = new WeakMap<object, Lineage>()

/** Copies between two tables that are followed before all records are compared instead. */
const longestLine = 8

/** Notes that a table is another one but for the records of these ids. */
export function noteLineage(table: object, from: object, ids: readonly string[]): void {
  lineages.set(table, { from: new WeakRef(from), ids })
}

/** What a table was made from, and the ids of the records in which it can differ from that; null where nobody noted it. */
export function lineageOf(table: object): { readonly from: object; readonly ids: readonly string[] } | null {
  const lineage = lineages.get(table)
  const from = lineage?.from.deref()
  return lineage && from ? { from, ids: lineage.ids } : null
}

/** The ids under which two tables hold different records; each once. */
export function differingIds(before: Records, after: Records): readonly string[] {
  if (before === after) return []
  const candidates = lineBetween(before, after) ?? [...Object.keys(after), ...Object.keys(before)]
  return [...new Set(candidates)].filter((id) => recordIn(before, id) !== recordIn(after, id))
}

/** Ids of all records in which the tables can differ; null where it is not known. */
function lineBetween(before: object, after: object): readonly string[] | null {
  const forth = ancestors(after)
  const there = forth.get(before)
  if (there) return there
  for (const [table, ids] of ancestors(before)) {
    const others = forth.get(table)
    if (others) return [...others, ...ids]
  }
  return null
}

/** The table itself and those that it was made from, each with the ids of everything that was changed since. */
function ancestors(table: object): ReadonlyMap<object, readonly string[]> {
  const line = new Map<object, readonly string[]>([[table, []]])
  let ids: readonly string[] = []
  for (let step: Lineage | undefined = lineages.get(table); step && line.size <= longestLine; ) {
    const from = step.from.deref()
    if (!from) break
    ids = [...ids, ...step.ids]
    line.set(from, ids)
    step = lineages.get(from)
  }
  return line
}

function recordIn(table: Records, id: string): unknown {
  return Object.hasOwn(table, id) ? table[id] : undefined
}

/** The rows from one to another, both included, whichever comes first. */
export function rowRange<Row>(rows: readonly Row[], from: number, to: number): readonly Row[] {
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1)
}

/** The selection with a row taken in or out. */
export function toggled<Id>(selection: readonly Id[], id: Id): readonly Id[] {
  return selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id]
}

/** What a field is in all of some records; null where they differ, or where there is none. */
export function sharedValue<Row, Value>(records: readonly Row[], read: (record: Row) => Value): Value | null {
  const [first, ...others] = records
  if (first === undefined) return null
  const value = read(first)
  return others.every((other) => read(other) === value) ? value : null
}

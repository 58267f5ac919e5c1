import type { ListedGroup } from './listing.ts'

/** A line of the list: the heading of a group, or a finding by its row. */
export type ListLine =
  | { readonly kind: 'heading'; readonly group: ListedGroup }
  | { readonly kind: 'finding'; readonly row: number }

/** Headings and findings as lines under each other. */
export type ListLines = {
  readonly count: number
  /** Findings, without the headings. */
  readonly rows: number
  readonly at: (line: number) => ListLine | null
  readonly lineOf: (row: number) => number
}

/** Lays groups out as lines. Nothing is made for a line until it is asked for. */
export function listLines(groups: readonly ListedGroup[]): ListLines {
  /** Line of each heading. */
  const headings = new Uint32Array(groups.length + 1)
  for (const [index, { count }] of groups.entries()) headings[index + 1] = (headings[index] ?? 0) + 1 + count
  const count = headings[groups.length] ?? 0
  return {
    count,
    rows: count - groups.length,
    at: (line) => {
      if (line < 0 || line >= count) return null
      const index = lastAtOrBefore(groups.length, (each) => (headings[each] ?? 0) <= line)
      const group = groups[index]
      if (!group) return null
      return headings[index] === line
        ? { kind: 'heading', group }
        : { kind: 'finding', row: line - index - 1 }
    },
    lineOf: (row) => {
      const index = lastAtOrBefore(groups.length, (each) => (headings[each] ?? 0) - each <= row)
      return row + index + 1
    },
  }
}

/** The last index that fits, where all before one that fits do; 0 where none does. */
function lastAtOrBefore(length: number, fits: (index: number) => boolean): number {
  let low = 0
  let high = length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  return low
}

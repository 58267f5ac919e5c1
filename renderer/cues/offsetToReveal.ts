/** Rows of one height below a head of the same height that sticks to the top; all in CSS px. */
export type RowsInView = {
  readonly height: number
  /** How far the rows are scrolled. */
  readonly offset: number
  /** Height of what shows, the head included. */
  readonly whole: number
}

/** How far to scroll, in CSS px, so that a row shows as a whole; null where it does. Needs nothing to be laid out. */
export function offsetToReveal(row: number, { height, offset, whole }: RowsInView): number | null {
  const first = row * height
  const last = first + 2 * height - whole
  if (first < offset) return first
  return last > offset ? last : null
}

/** The row that a key goes to from row `from` of `count`, `page` rows to a page; null for a key that goes nowhere. */
export function rowAfterKey(key: string, from: number, count: number, page: number): number | null {
  if (count === 0) return null
  const within = (row: number) => Math.max(0, Math.min(count - 1, row))
  switch (key) {
    case 'ArrowUp':
      return within(from - 1)
    case 'ArrowDown':
      return within(from + 1)
    case 'PageUp':
      return within(from - Math.max(1, page))
    case 'PageDown':
      return within(from + Math.max(1, page))
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

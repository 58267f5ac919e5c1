const plain = /^[\x20-\x7e]*$/

/** Text without case and accents, so that `uber` finds `Über`. */
export function folded(text: string): string {
  if (plain.test(text)) return text.toLowerCase().trim()
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim()
}

/** Text without case and in single spaces, so that a name is the same however its words stand; accents count. */
export function foldedName(text: string): string {
  return text.trim().replace(/\s+/g, ' ').normalize('NFC').toLowerCase()
}

/** Text without case, accents and punctuation. */
export function foldedWords(text: string): string {
  return folded(text)
    .replace(/&/g, ' and ')
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Folded text with letters and digits alone, so that `needle-drop` is `Needle drop`. */
export function bare(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]/gu, '')
}

/** The candidate that a word was probably meant for: at most a third of its letters wrong; undefined when none is that near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = bare(word)
  let best: string | undefined
  let least = Math.max(1, Math.floor(typed.length / 3)) + 1
  for (const candidate of candidates) {
    const far = distance(typed, bare(candidate))
    if (far < least) [best, least] = [candidate, far]
  }
  return best
}

/** Letters to put in, take out, change, or swap with the next, to make one word of another. */
function distance(a: string, b: string): number {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, row) => [row])
  for (let column = 0; column <= b.length; column++) (rows[0] as number[])[column] = column
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const changed = at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1)
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, changed)
      ;(rows[row] as number[])[column] = isSwap ? Math.min(least, at(row - 2, column - 2) + 1) : least
    }
  }
  return at(a.length, b.length)
}

/** How well a text fits a query, and which of its characters (UTF-16 positions) the query names. */
export type FuzzyMatch = { readonly score: number; readonly positions: readonly number[] }

const matched = 1
const atWordStart = 8
const atTextStart = 3
const inSuccession = 6
const gapCost = 1
/** Prefers the shorter of two texts that fit equally well. */
const lengthCost = 0.02

type Step = { readonly score: number; readonly before: number }

/**
 * Finds the characters of `query` in `text`, in order and with gaps. Starts of words and unbroken runs count more; case,
 * accents and spaces in the query do not count. Null when a character is missing.
 */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | null {
  const wanted = folded(query).filter((letter) => letter.trim() !== '')
  if (wanted.length === 0) return { score: 0, positions: [] }
  const letters = folded(text)
  if (!isSubsequence(wanted, letters)) return null
  const bonus = letters.map((_, place) => placeBonus(letters, place))
  const rows: (Step | null)[][] = []
  for (const letter of wanted) rows.push(matchedRow(letter, letters, bonus, rows.at(-1)))
  return traced(rows, letters.length)
}

/** The best score with which a letter of the query can stand at each place, given where the letter before it can. */
function matchedRow(
  letter: string,
  letters: readonly string[],
  bonus: readonly number[],
  previous: readonly (Step | null)[] | undefined,
): (Step | null)[] {
  const row: (Step | null)[] = []
  let reach: Step | null = previous ? null : { score: 0, before: -1 }
  for (const [place, found] of letters.entries()) {
    const neighbour = previous?.[place - 1] ?? null
    const run = neighbour && { score: neighbour.score + inSuccession, before: place - 1 }
    const best = run && (!reach || run.score >= reach.score) ? run : reach
    row.push(
      found === letter && best
        ? { score: best.score + matched + (bonus[place] ?? 0), before: best.before }
        : null,
    )
    if (previous) {
      const jump = neighbour && { score: neighbour.score - gapCost, before: place - 1 }
      const further: Step | null = reach && { ...reach, score: reach.score - gapCost / 10 }
      reach = jump && (!further || jump.score >= further.score) ? jump : further
    }
  }
  return row
}

function traced(rows: readonly (readonly (Step | null)[])[], length: number): FuzzyMatch | null {
  const last = rows.at(-1) ?? []
  let end = -1
  for (const [place, step] of last.entries()) {
    if (step && step.score > (last[end]?.score ?? Number.NEGATIVE_INFINITY)) end = place
  }
  const final = last[end]
  if (!final) return null
  const positions: number[] = []
  for (let row = rows.length - 1, place = end; row >= 0; row--) {
    positions.unshift(place)
    place = rows[row]?.[place]?.before ?? -1
  }
  return { score: final.score - length * lengthCost, positions }
}

function placeBonus(letters: readonly string[], place: number): number {
  if (place === 0) return atWordStart + atTextStart
  return /[\p{L}\p{N}]/u.test(letters[place - 1] ?? '') ? 0 : atWordStart
}

function isSubsequence(wanted: readonly string[], letters: readonly string[]): boolean {
  let next = 0
  for (const letter of letters) if (letter === wanted[next]) next++
  return next === wanted.length
}

const plain = /^[\x20-\x7e]*$/

/** One entry for each UTF-16 unit, without case and accents. */
function folded(text: string): string[] {
  if (plain.test(text)) return text.toLowerCase().split('')
  return text.split('').map((unit) => (unit.normalize('NFD')[0] ?? unit).toLowerCase())
}

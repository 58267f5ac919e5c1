/** How long the words of a licence run, in months; infinite for perpetuity, null where they say nothing that is known. */
export function termMonths(text: string): number | null {
  const bare = text
    .toLowerCase()
    .replace(/[-\s]+/g, ' ')
    .trim()
  if (/\bperpetu|\bfor ?ever\b|\blife of (the )?copyright|\bunlimited\b|\bno (time )?limit/.test(bare))
    return Number.POSITIVE_INFINITY
  const found = /(\d+(?:[.,]\d+)?) ?(year|yr|month|jahr|an)s?\b/.exec(bare)
  const count = Number(found?.[1]?.replace(',', '.') ?? wordNumber(bare))
  if (!Number.isFinite(count) || count <= 0) return null
  const unit = found?.[2] ?? (/\bmonths?\b/.test(bare) ? 'month' : 'year')
  return unit === 'month' ? count : count * 12
}

/** Whether a licence runs shorter than is needed; not where either of them says nothing that is known. */
export function isShorterTerm(
  granted: { readonly term: string; readonly expires: string },
  needed: string,
): boolean {
  const wanted = termMonths(needed)
  if (wanted === null) return false
  const months = termMonths(granted.term)
  if (months !== null) return months < wanted
  return granted.expires !== '' && wanted === Number.POSITIVE_INFINITY
}

const words: readonly string[] = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
]

/** A number that is written out before a unit: `two years` is 2. */
function wordNumber(text: string): number {
  const [, word = ''] = /\b([a-z]+) (?:year|month)s?\b/.exec(text) ?? []
  return word === '' ? Number.NaN : words.indexOf(word)
}

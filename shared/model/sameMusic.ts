import { foldedWords } from './folded.ts'
import { identifierForm, isSoundIdentifier } from './identifierForms.ts'
import { type Party, partyName, type Recording, type Work } from './work.ts'

/*
 * When two records mean the same. Used where duplicates are offered for merging, and where what is kept across productions is
 * brought together with what a production has.
 */

/** A title in the form in which two writings of it are equal: without case, accents, punctuation, articles and what stands in brackets. */
export function titleKey(title: string): string {
  const plain = foldedWords(title.replace(/\((?:[^()]*)\)|\[[^\]]*\]/g, ' '))
  const bare = plain.replace(/^(the|a|an) /, '').replace(/,? (the|a|an)$/, '')
  return bare || plain || foldedWords(title)
}

/** A title in the form in which two writings of the same one are equal; what stands in brackets, as a version does, counts. */
export function exactTitleKey(title: string): string {
  const plain = foldedWords(title)
  return plain.replace(/^(the|a|an) /, '') || plain
}

/** A name in the form in which two writings of it are equal: `Rivers, Ada` and `ADA RIVERS` alike, a firm without its legal form. */
export function nameKey(name: string): string {
  const comma = /^([^,]+),\s*([^,]+)$/.exec(name.trim())
  const legal = / (inc|ltd|llc|limited|gmbh|ag|sarl|sa|bv|ab|oy|as|plc|co|corp|pty|company)$/
  if (comma && !legal.test(` ${foldedWords(comma[2] ?? '')}`)) return foldedWords(`${comma[2]} ${comma[1]}`)
  const plain = foldedWords(name)
  return plain.replace(legal, '').replace(legal, '') || plain
}

/** The key of a party's name. */
export function partyKey(party: Party): string {
  return nameKey(partyName(party))
}

/** A party's IPI if it is sound, in the form in which it can be compared; null else. */
export function soundIpi({ ipi }: Pick<Party, 'ipi'>): string | null {
  return isSoundIdentifier('ipi', ipi) ? identifierForm('ipi', ipi) : null
}

/** A work's ISWC if it is sound, in the form in which it can be compared; null else. */
export function soundIswc({ iswc }: Pick<Work, 'iswc'>): string | null {
  return isSoundIdentifier('iswc', iswc) ? identifierForm('iswc', iswc) : null
}

/** A recording's ISRC if it is well formed, in the form in which it can be compared; null else. */
export function soundIsrc({ isrc }: Pick<Recording, 'isrc'>): string | null {
  return isSoundIdentifier('isrc', isrc) ? identifierForm('isrc', isrc) : null
}

/** Whether two identifiers that are both there and sound name different things. */
export function contradict(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

/** Whether two parties are one: of the same IPI, or of the same name where no IPI speaks against it. */
export function sameParty(a: Party, b: Party): boolean {
  const [left, right] = [soundIpi(a), soundIpi(b)]
  if (left !== null && left === right) return true
  return !contradict(left, right) && partyKey(a) !== '' && partyKey(a) === partyKey(b)
}

/** Whether two works are one; `writers` are the keys of their writers' names. */
export function sameWork(
  a: Work,
  b: Work,
  writers: { readonly a: readonly string[]; readonly b: readonly string[] },
): boolean {
  const [left, right] = [soundIswc(a), soundIswc(b)]
  if (left !== null && left === right) return true
  if (contradict(left, right)) return false
  if (exactTitleKey(a.title) === '' || exactTitleKey(a.title) !== exactTitleKey(b.title)) return false
  if (writers.a.length === 0 || writers.b.length === 0) return true
  return writers.a.some((name) => writers.b.includes(name))
}

/** Whether two recordings of the same work are one. */
export function sameRecording(a: Recording, b: Recording): boolean {
  const [left, right] = [soundIsrc(a), soundIsrc(b)]
  if (left !== null && left === right) return true
  if (contradict(left, right)) return false
  const agree = (field: 'artist' | 'album' | 'label' | 'catalogueNo' | 'trackNo') =>
    a[field] === '' || b[field] === '' || foldedWords(a[field]) === foldedWords(b[field])
  const fields = ['artist', 'album', 'label', 'catalogueNo', 'trackNo'] as const
  return fields.every(agree) && fields.some((field) => a[field] !== '' && b[field] !== '')
}

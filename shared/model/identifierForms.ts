/** The numbers whose writing is known: of a party, of a work, of a recording. */
export type IdentifierKind = 'ipi' | 'iswc' | 'isrc'

/**
 * An identifier as it is stored, from any common writing of it: an IPI with its leading zeros, `00014107338`; an ISWC as
 * `T-034.524.680-1`; an ISRC as `GBAYE0200123`. Null for a text that cannot be meant as one.
 */
export function identifierForm(kind: IdentifierKind, text: string): string | null {
  const bare = bareIdentifier(kind, text)
  if (kind === 'ipi') return /^\d{9,11}$/.test(bare) ? bare.padStart(11, '0') : null
  if (kind === 'isrc') return /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(bare) ? bare : null
  const digits = /^T?(\d{10})$/.exec(bare)?.[1]
  if (digits === undefined) return null
  const [first, second, third, check] = [
    digits.slice(0, 3),
    digits.slice(3, 6),
    digits.slice(6, 9),
    digits.slice(9),
  ]
  return `T-${first}.${second}.${third}-${check}`
}

/** What is to be stored for a typed identifier: its form where it has one, else the text as it was typed. */
export function storedIdentifier(kind: IdentifierKind, text: string): string {
  return identifierForm(kind, text) ?? text.trim()
}

/** Whether an identifier is whole and its check digits, if it has any, fit. */
export function isSoundIdentifier(kind: IdentifierKind, text: string): boolean {
  return identifierForm(kind, text) !== null && identifierFault(kind, text) === null
}

/**
 * What is wrong with a typed identifier, in a sentence that says what was expected; null for an empty one and for one that
 * has nothing wrong.
 */
export function identifierFault(kind: IdentifierKind, text: string): string | null {
  const bare = bareIdentifier(kind, text)
  if (bare === '') return null
  if (kind === 'isrc') return isrcFault(bare)
  const form = identifierForm(kind, text)
  if (form === null) return shapeFault(kind, bare)
  const digits = form.replace(/\D/g, '')
  const expected = kind === 'ipi' ? ipiCheck(digits.slice(0, 9)) : iswcCheck(digits.slice(0, 9))
  const found = digits.slice(9)
  if (found === expected) return null
  const what = kind === 'ipi' ? 'The last two digits are a check' : 'The last digit is a check'
  return `${what}: ${expected} expected, ${found} typed. A digit is wrong or two are swapped.`
}

/** The last two digits of an IPI name number with these nine before them. */
export function ipiCheck(nine: string): string {
  const remainder = weighted(nine, (index) => 10 - index) % 101
  return String(remainder === 0 ? 0 : (101 - remainder) % 100).padStart(2, '0')
}

/** The last digit of an ISWC with these nine before it. */
export function iswcCheck(nine: string): string {
  return String((10 - ((1 + weighted(nine, (index) => index + 1)) % 10)) % 10)
}

/** Without the name of the identifier and without punctuation. */
function bareIdentifier(kind: IdentifierKind, text: string): string {
  const bare = text.toUpperCase().replace(/[\s.\-–—:/#_]/g, '')
  if (kind === 'ipi') return bare.replace(/^(IPI|CAE|NAME|NO|NR|N)+/, '').replace(/^I(?=\d)/, '')
  return bare.replace(kind === 'iswc' ? /^ISWC/ : /^ISRC/, '')
}

function shapeFault(kind: 'ipi' | 'iswc', bare: string): string {
  const digits = kind === 'iswc' ? bare.replace(/^T/, '') : bare
  const wanted = kind === 'ipi' ? '9 to 11 digits' : 'a T and 10 digits, as in T-034.524.680-1'
  const name = kind === 'ipi' ? 'An IPI has' : 'An ISWC is'
  if (!/^\d*$/.test(digits)) return `${name} ${wanted}; ${odd(digits)} does not belong in it.`
  return `${name} ${wanted}; ${counted(digits.length)} typed.`
}

function isrcFault(bare: string): string | null {
  const form =
    'two letters of the country, three of the registrant, two digits of the year, five of the recording'
  const parts = [
    [bare.slice(0, 2), /^[A-Z]*$/, 'the country is two letters'],
    [bare.slice(2, 5), /^[A-Z0-9]*$/, 'the registrant is three letters or digits'],
    [bare.slice(5), /^\d*$/, 'the last seven are digits'],
  ] as const
  const wrong = parts.find(([part, shape]) => !shape.test(part))
  if (wrong) return `An ISRC is ${form}: ${wrong[2]}, ${wrong[0]} typed.`
  if (bare.length === 12) return null
  return `An ISRC has 12 characters, ${form}; ${bare.length} typed.`
}

function odd(text: string): string {
  return `“${text.replace(/\d/g, '').slice(0, 1)}”`
}

function counted(digits: number): string {
  return digits === 1 ? '1 digit' : `${digits} digits`
}

function weighted(digits: string, weight: (index: number) => number): number {
  return [...digits].reduce((sum, digit, index) => sum + Number(digit) * weight(index), 0)
}

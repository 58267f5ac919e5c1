/*
 * Checks of the identifiers that a sheet carries (cue-sheet reference, section 3). They tell a typing error; they do not
 * tell whether anybody was ever given the number.
 */

/** IPI name number: 9 to 11 digits, the last two a check on the first nine. */
export function isIpi(text: string): boolean {
  if (!/^\d{9,11}$/.test(text.trim())) return false
  const digits = text.trim().padStart(11, '0')
  const remainder = weightedSum(digits.slice(0, 9), (index) => 10 - index) % 101
  const check = remainder === 0 ? 0 : (101 - remainder) % 100
  return Number(digits.slice(9)) === check
}

/** ISWC: `T-ddd.ddd.ddd-c`, with or without its punctuation. */
export function isIswc(text: string): boolean {
  const digits = /^T(\d{10})$/i.exec(text.replace(/[-.\s]/g, ''))?.[1]
  if (digits === undefined) return false
  const sum = 1 + weightedSum(digits.slice(0, 9), (index) => index + 1)
  return Number(digits[9]) === (10 - (sum % 10)) % 10
}

/** ISRC: two letters, three letters or digits, seven digits; hyphens do not matter. It has no check digit. */
export function isIsrc(text: string): boolean {
  return /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/i.test(text.trim().replaceAll('-', ''))
}

/** EIDR: `10.5240/`, five groups of four hexadecimal digits, and a check character. */
export function isEidr(text: string): boolean {
  const match = /^10\.5240\/((?:[0-9A-F]{4}-){5})([0-9A-Z])$/i.exec(text.trim())
  return match !== null && hasCheckCharacter(match[1]?.replaceAll('-', '') ?? '', match[2] ?? '')
}

/** ISAN: 16 hexadecimal digits and a check character; with a version, 8 more digits and a second check character. */
export function isIsan(text: string): boolean {
  const bare = text
    .trim()
    .replace(/^ISAN\s*/i, '')
    .replace(/[-\s]/g, '')
  const match = /^([0-9A-F]{16})([0-9A-Z])(?:([0-9A-F]{8})([0-9A-Z]))?$/i.exec(bare)
  if (!match) return false
  const [, root = '', check = '', version, versionCheck = ''] = match
  if (!hasCheckCharacter(root, check)) return false
  return version === undefined || hasCheckCharacter(root + version, versionCheck)
}

/** ISO 7064, mod 37,36. */
function hasCheckCharacter(text: string, check: string): boolean {
  let product = 36
  for (const character of text) {
    const sum = (product + Number.parseInt(character, 36)) % 36
    product = ((sum === 0 ? 36 : sum) * 2) % 37
  }
  return (product + Number.parseInt(check, 36)) % 36 === 1
}

function weightedSum(digits: string, weight: (index: number) => number): number {
  return [...digits].reduce((sum, digit, index) => sum + Number(digit) * weight(index), 0)
}

/** Why a text is not read, although it may be JSON: what was found there, and at which line. */
export type JsonFault = { readonly line: number; readonly expected: string; readonly found: string }

/** JSON that was read without loss, or why it was not. Without a fault the text is no JSON at all. */
export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: JsonFault | null }

/** Lists and records within each other at most; a production needs seven. */
const deepest = 60

const quote = 0x22
const backslash = 0x5c
const colon = 0x3a
const openList = 0x5b
const closeList = 0x5d
const openRecord = 0x7b
const closeRecord = 0x7d
const minus = 0x2d
const zero = 0x30
const nine = 0x39

/**
 * Reads JSON as the language itself does, but refuses what that would drop or alter without a word: a field that stands
 * twice in one record, and a number that is not whole or has more digits than can be kept. Lists within lists that no
 * production has are refused before anything walks into them.
 */
export function readJson(text: string): JsonReading {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, fault: null }
  }
  const scan = scanText(text)
  if (scan.fault) return { ok: false, fault: scan.fault }
  if (membersOf(value) === scan.members) return { ok: true, value }
  return { ok: false, fault: repeatedField(text) }
}

type Scan = { readonly members: number; readonly fault: JsonFault | null }

/** Counts the fields of all records of a text that is known to be JSON, and looks at numbers and depth. */
function scanText(text: string): Scan {
  let members = 0
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) {
      at = endOfString(text, at)
    } else if (code === colon) {
      members++
    } else if (code === openRecord || code === openList) {
      depth++
      if (depth > deepest) return { members, fault: faultAt(text, at, ...tooDeep) }
    } else if (code === closeRecord || code === closeList) {
      depth--
    } else if (code === minus || (code >= zero && code <= nine)) {
      const end = endOfNumber(text, at)
      const number = text.slice(at, end)
      if (!isKeptWhole(number)) return { members, fault: faultAt(text, at, ...notWhole(number)) }
      at = end - 1
    }
  }
  return { members, fault: null }
}

/** Place of the quote that ends a string. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1
    while (text.charCodeAt(before) === backslash) before--
    if ((end - before) % 2 === 1) return end
  }
  return text.length
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    const isPart = (code >= zero && code <= nine) || code === minus || '.eE+'.includes(text.charAt(end))
    if (!isPart) break
  }
  return end
}

/** Whether a number is written as a whole one and read as what it says. */
function isKeptWhole(number: string): boolean {
  return /^-?\d{1,16}$/.test(number) && Number.isSafeInteger(Number(number))
}

function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  if (Array.isArray(value)) {
    let sum = 0
    for (const item of value) sum += membersOf(item)
    return sum
  }
  const keys = Object.keys(value)
  let sum = keys.length
  for (const key of keys) sum += membersOf((value as Record<string, unknown>)[key])
  return sum
}

/** Finds the first field that its record has already, in a text that is known to be JSON. */
function repeatedField(text: string): JsonFault {
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === openRecord) open.push(new Set())
    else if (code === openList) open.push(null)
    else if (code === closeRecord || code === closeList) open.pop()
    if (code !== quote) continue
    const end = endOfString(text, at)
    const isField = /^\s*:/.test(text.slice(end + 1, end + 100))
    const fields = open.at(-1)
    const name = JSON.parse(text.slice(at, end + 1)) as string
    if (isField && fields?.has(name))
      return faultAt(text, at, 'each field once', `${name.slice(0, 80)} again`)
    if (isField) fields?.add(name)
    at = end
  }
  return faultAt(text, 0, 'each field once', 'a field that stands twice')
}

function faultAt(text: string, at: number, expected: string, found: string): JsonFault {
  return { line: text.slice(0, at).split('\n').length, expected, found }
}

const tooDeep = [
  'records as Needledrop writes them',
  `more than ${deepest} levels of lists and records`,
] as const

function notWhole(number: string): readonly [string, string] {
  return ['a whole number, in digits', number.slice(0, 80)]
}

import type { FilterFault, Operator } from './filterNode.ts'

/** A piece of a filter, and where it stands in the text. */
export type Token = {
  readonly kind: 'word' | 'quoted' | 'operator' | 'open' | 'close' | 'comma'
  readonly text: string
  readonly from: number
  readonly to: number
}

const operator = /(?:!=|<=|>=|[:=~<>])/y
const word = /(?:[^\s"“”()<>=~:,!]|!(?!=)|:(?=\d))+/y

/** The operators, as they are written. */
export const operators: readonly Operator[] = [':', '=', '!=', '~', '<', '<=', '>', '>=']

/** Cuts a filter into pieces. A colon before a digit belongs to a word that begins with a digit, as in 1:30. */
export function filterTokens(
  text: string,
):
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly fault: FilterFault } {
  const tokens: Token[] = []
  let at = 0
  const push = (kind: Token['kind'], words: string, to: number) => {
    tokens.push({ kind, text: words, from: at, to })
    at = to
  }
  while (at < text.length) {
    const letter = text[at] ?? ''
    if (/\s/.test(letter)) at++
    else if (letter === '(' || letter === ')') push(letter === '(' ? 'open' : 'close', letter, at + 1)
    else if (letter === ',') push('comma', letter, at + 1)
    else if (/["“”]/.test(letter)) {
      const end = closing(text, at)
      if (end < 0) {
        const fault = {
          from: at,
          to: text.length,
          message: 'A quotation mark is missing at the end.',
          instead: `${text.slice(at)}"`,
        }
        return { ok: false, fault }
      }
      push('quoted', text.slice(at + 1, end), end + 1)
    } else {
      operator.lastIndex = at
      const found = operator.exec(text)?.[0]
      if (found) push('operator', found, at + found.length)
      else {
        const words = wordAt(text, at)
        push('word', words, at + words.length)
      }
    }
  }
  return { ok: true, tokens }
}

function closing(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) if (/["“”]/.test(text[at] ?? '')) return at
  return -1
}

function wordAt(text: string, at: number): string {
  word.lastIndex = at
  const found = word.exec(text)?.[0] ?? text[at] ?? ''
  const field = /^([^\d:][^:]*):/.exec(found)
  return field?.[1] ?? found
}

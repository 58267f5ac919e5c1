import { axisWords } from '../entry/vocabulary.ts'
import { folded } from '../model/folded.ts'
import { anyRate, framesOfLength, unitWord } from './durations.ts'
import { filterField } from './filterFields.ts'
import type { FilterNode, Operator } from './filterNode.ts'

/** What some words mean together, and how many of them. */
export type Phrase = { readonly node: FilterNode; readonly count: number }

const term = (field: string, operator: Operator, ...values: string[]): FilterNode => ({
  kind: 'term',
  field,
  operator,
  values,
})

const comparisons: readonly (readonly [string, Operator])[] = [
  ['longer than', '>'],
  ['more than', '>'],
  ['over', '>'],
  ['above', '>'],
  ['at least', '>='],
  ['shorter than', '<'],
  ['less than', '<'],
  ['under', '<'],
  ['below', '<'],
  ['at most', '<='],
  ['up to', '<='],
]

const open = term('licence', ':', 'open')
const cleared = term('licence', ':', 'cleared')

const fixed: readonly (readonly [string, FilterNode])[] = [
  ['not yet cleared', open],
  ['not cleared', open],
  ['not licensed', open],
  ['not licenced', open],
  ['without licence', term('licence', ':', 'missing')],
  ['without license', term('licence', ':', 'missing')],
  ['no licence', term('licence', ':', 'missing')],
  ['with problems', term('problems', '>', '0')],
  ['without problems', term('problems', '=', '0')],
  ['no problems', term('problems', '=', '0')],
  ['with errors', term('problem', ':', 'error')],
  ['with warnings', term('problem', ':', 'warning')],
  ['main titles', term('themeRole', ':', 'mainTitle')],
  ['end titles', term('themeRole', ':', 'endTitle')],
  ['not decided', { kind: 'or', nodes: [term('vocals', ':', 'unknown'), term('diegesis', ':', 'unknown')] }],
]

/** Single words that mean something, and may stand in a title all the same. */
const double: Readonly<Record<string, FilterNode>> = {
  uncleared: open,
  unlicensed: open,
  cleared,
  untitled: term('title', '=', ''),
  instrumental: term('vocals', ':', 'instrumental'),
  instrumentals: term('vocals', ':', 'instrumental'),
  vocal: term('vocals', ':', 'vocal'),
  vocals: term('vocals', ':', 'vocal'),
}

/** What the first of some words mean: `needle drops`, `over 30 s`, `not cleared`, `without writers`; null when nothing special. */
export function phraseIn(words: readonly string[]): Phrase | null {
  const said = words.map(folded)
  return compared(said) ?? known(said) ?? typed(said) ?? lacking(said) ?? ambiguous(said)
}

function begins(said: readonly string[], phrase: string): number {
  const words = phrase.split(' ')
  return words.every((word, index) => said[index] === word) ? words.length : 0
}

/** The length that some words say, and how many of them it takes. */
export function lengthIn(said: readonly string[]): { readonly text: string; readonly count: number } | null {
  const [first = '', second = ''] = said
  if (framesOfLength(first, anyRate) === null) return null
  if (/^\d+(?:[.,]\d+)?$/.test(first) && unitWord.test(second))
    return { text: `${first} ${second}`, count: 2 }
  return { text: first, count: 1 }
}

function compared(said: readonly string[]): Phrase | null {
  for (const [phrase, operator] of comparisons) {
    const count = begins(said, phrase)
    const length = count > 0 ? lengthIn(said.slice(count)) : null
    if (length) return { node: term('length', operator, length.text), count: count + length.count }
  }
  return null
}

function known(said: readonly string[]): Phrase | null {
  for (const [phrase, node] of fixed) {
    const count = begins(said, phrase)
    if (count > 0) return { node, count }
  }
  return null
}

/** Types in the plural, or of two words. */
function typed(said: readonly string[]): Phrase | null {
  for (const { value, name } of axisWords.type) {
    if (value === 'other') continue
    const singular = folded(name)
    const count = begins(said, `${singular}s`) || (singular.includes(' ') ? begins(said, singular) : 0)
    if (count > 0) return { node: term('type', ':', value), count }
    const withMusic = begins(said, `${singular} music`) || begins(said, `${singular} cues`)
    if (withMusic > 0) return { node: term('type', ':', value), count: withMusic }
  }
  return null
}

function lacking(said: readonly string[]): Phrase | null {
  const [first = '', ...rest] = said
  const isWithout = first === 'no' || first === 'without' || first === 'missing'
  if (!isWithout && first !== 'with') return null
  const skipped = rest[0] === 'a' || rest[0] === 'an' || rest[0] === 'any' ? 1 : 0
  const name = rest[skipped] ?? ''
  const field = filterField(name) ?? filterField(name.replace(/s$/, ''))
  if (field?.kind !== 'text') return null
  return { node: term(field.id, isWithout ? '=' : '!=', ''), count: 2 + skipped }
}

function ambiguous([word = '']: readonly string[]): Phrase | null {
  const node = Object.hasOwn(double, word) ? double[word] : undefined
  return node ? { node: { kind: 'or', nodes: [{ kind: 'words', text: word }, node] }, count: 1 } : null
}

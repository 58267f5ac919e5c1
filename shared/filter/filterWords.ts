import { type FilterField, filterField, filterFields } from './filterFields.ts'
import type { FilterNode, Operator } from './filterNode.ts'

const spoken: Readonly<Record<Operator, string>> = {
  ':': 'is',
  '=': 'is',
  '~': 'holds',
  '!=': 'is not',
  '<': 'under',
  '<=': 'at most',
  '>': 'over',
  '>=': 'at least',
}

/** What a filter asks for, in words: `type is Needle drop · length over 30 s`. */
export function filterInWords(node: FilterNode, isInside = false): string {
  switch (node.kind) {
    case 'all':
      return 'all cues'
    case 'words':
      return `“${node.text}”`
    case 'not':
      return `not ${filterInWords(node.node, true)}`
    case 'and': {
      const all = node.nodes.map((one) => filterInWords(one, true)).join(isInside ? ' and ' : ' · ')
      return isInside ? `(${all})` : all
    }
    case 'or': {
      const any = node.nodes.map((one) => filterInWords(one, true)).join(' or ')
      return isInside ? `(${any})` : any
    }
    case 'term':
      return termInWords(node)
  }
}

function termInWords({ field: id, operator, values }: FilterNode & { readonly kind: 'term' }): string {
  const field = filterField(id)
  if (values.length === 1 && values[0] === '')
    return `${operator === '!=' ? 'has a' : 'no'} ${field?.name ?? id}`
  const holds = field?.kind === 'text' && operator === ':' ? 'holds' : spoken[operator]
  const names = values.map((value) => valueName(field, value)).join(' or ')
  return `${field?.name ?? id} ${holds} ${names}`
}

function valueName(field: FilterField | undefined, value: string): string {
  if (field?.kind === 'text') return `“${value}”`
  return field?.kind === 'choice' ? (field.words.find((word) => word.value === value)?.name ?? value) : value
}

/** A value as a filter can hold it: in quotation marks where it has spaces or signs. */
export function filterValue(value: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(value) && !/^(and|or|not)$/i.test(value)
    ? value
    : `"${value.replaceAll('"', '')}"`
}

/** A filter for one value of a field, as other panes write it: `writer:"Ann Lee"`. */
export function filterTerm(field: string, value: string): string {
  return `${filterField(field)?.name ?? field}:${filterValue(value)}`
}

/** Something that can be typed next. */
export type Completion = { readonly text: string; readonly about: string }

/** What can stand at the caret, and from where on it takes the place of what is there. */
export type Completions = { readonly from: number; readonly offers: readonly Completion[] }

const mostOffered = 9

/** What can be typed at a place of a filter: the names of fields, or the values of the one before the colon. */
export function completionsAt(text: string, caret: number): Completions {
  const before = text.slice(0, caret)
  const value = /([\p{L}]+)(?:!=|<=|>=|[:=~<>])((?:[^\s",()]*,)*)([^\s",()]*)$/u.exec(before)
  if (value) {
    const [, name = '', , typed = ''] = value
    const field = filterField(name)
    const words = field?.kind === 'choice' ? field.words : []
    const offers = words
      .filter((word) =>
        [word.value, word.name].some((said) => said.toLowerCase().startsWith(typed.toLowerCase())),
      )
      .map((word) => ({ text: filterValue(word.value), about: word.name === word.value ? '' : word.name }))
    return { from: caret - typed.length, offers: offers.slice(0, mostOffered) }
  }
  const [typed = ''] = /[\p{L}]*$/u.exec(before) ?? []
  if (typed === '') return { from: caret, offers: [] }
  const begins = (name: string) => name.toLowerCase().startsWith(typed.toLowerCase())
  const offers = filterFields
    .filter(({ name, aliases }) => [name, ...aliases].some(begins))
    .toSorted((a, b) => Number(begins(b.name)) - Number(begins(a.name)))
    .map(({ name, kind, about }) => ({
      text: `${name}${kind === 'frames' || kind === 'count' ? '>' : ':'}`,
      about,
    }))
  return { from: caret - typed.length, offers: offers.slice(0, mostOffered) }
}

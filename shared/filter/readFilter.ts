import { readWord } from '../entry/vocabulary.ts'
import { bare, folded, nearest } from '../model/folded.ts'
import { anyRate, framesOfLength, framesOfPlace, unitWord } from './durations.ts'
import { type FilterField, fieldNames, filterField } from './filterFields.ts'
import type { FilterFault, FilterNode, FilterReading, Operator } from './filterNode.ts'
import { filterTokens, type Token } from './filterTokens.ts'
import { phraseIn } from './phrases.ts'

class Faulty extends Error {
  readonly fault: FilterFault

  constructor(fault: FilterFault) {
    super(fault.message)
    this.fault = fault
  }
}

/**
 * Reads a filter: words, `field:value`, comparisons, `not`, `and`, `or`, parentheses, and some phrases such as `needle drops over
 * 30 s not cleared`. What stands side by side must all hold.
 */
export function readFilter(text: string): FilterReading {
  const cut = filterTokens(text)
  if (!cut.ok) return cut
  try {
    const reader = new Reader(cut.tokens, text.length)
    return { ok: true, node: reader.whole() }
  } catch (error) {
    if (error instanceof Faulty) return { ok: false, fault: error.fault }
    throw error
  }
}

class Reader {
  readonly #tokens: readonly Token[]
  readonly #end: number
  #at = 0

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens
    this.#end = end
  }

  whole(): FilterNode {
    if (this.#tokens.length === 0) return { kind: 'all' }
    const node = this.#or()
    const rest = this.#tokens[this.#at]
    if (rest) throw faulty(rest, 'There is one bracket too many.', '')
    return node
  }

  #or(): FilterNode {
    const nodes = [this.#and()]
    while (this.#isWord('or')) {
      this.#at++
      nodes.push(this.#and())
    }
    return nodes.length === 1 ? (nodes[0] as FilterNode) : { kind: 'or', nodes }
  }

  #and(): FilterNode {
    const nodes: FilterNode[] = [this.#one()]
    for (;;) {
      const next = this.#tokens[this.#at]
      if (!next || next.kind === 'close' || this.#isWord('or')) break
      if (this.#isWord('and') || this.#isWord('but')) this.#at++
      nodes.push(this.#one())
    }
    return nodes.length === 1 ? (nodes[0] as FilterNode) : { kind: 'and', nodes }
  }

  #one(): FilterNode {
    const token = this.#tokens[this.#at]
    if (!token) throw this.#missing('Something is missing at the end: a word, or field:value.')
    if (token.kind === 'open') return this.#bracketed(token)
    if (token.kind === 'close') throw faulty(token, 'There is nothing in front of this bracket.', '')
    if (token.kind === 'quoted') {
      this.#at++
      return { kind: 'words', text: token.text }
    }
    if (token.kind !== 'word')
      throw faulty(token, `A field must stand before ${token.text}, such as type or length.`)
    return this.#worded(token)
  }

  #bracketed(open: Token): FilterNode {
    this.#at++
    const node = this.#or()
    const close = this.#tokens[this.#at]
    if (close?.kind !== 'close') throw this.#missing('A closing bracket is missing.', ')', open)
    this.#at++
    return node
  }

  #worded(token: Token): FilterNode {
    const after = this.#tokens[this.#at + 1]
    if (after?.kind === 'operator') return this.#term(token, after)
    const phrase = phraseIn(this.#words())
    if (phrase) {
      this.#at += phrase.count
      return phrase.node
    }
    this.#at++
    if (folded(token.text) === 'not') return { kind: 'not', node: this.#one() }
    if (token.text.length > 1 && /^[-!]/.test(token.text)) {
      return { kind: 'not', node: { kind: 'words', text: token.text.slice(1) } }
    }
    return { kind: 'words', text: token.text }
  }

  /** The words from here on that no operator and no bracket parts. */
  #words(): readonly string[] {
    const words: string[] = []
    for (let at = this.#at; at < this.#tokens.length; at++) {
      const token = this.#tokens[at]
      if (token?.kind !== 'word' || this.#tokens[at + 1]?.kind === 'operator') break
      words.push(token.text)
    }
    return words
  }

  #term(name: Token, operator: Token): FilterNode {
    const isNot = /^[-!]./.test(name.text)
    const said = isNot ? name.text.slice(1) : name.text
    const field = filterField(said)
    if (!field) throw unknownField(name, said)
    this.#at += 2
    const values = [this.#value(field, operator)]
    while (this.#tokens[this.#at]?.kind === 'comma') {
      this.#at++
      values.push(this.#value(field, operator))
    }
    checkOperator(field, operator)
    const node: FilterNode = { kind: 'term', field: field.id, operator: operator.text as Operator, values }
    return isNot ? { kind: 'not', node } : node
  }

  #value(field: FilterField, operator: Token): string {
    const token = this.#tokens[this.#at]
    if (token?.kind !== 'word' && token?.kind !== 'quoted') {
      throw this.#missing(`${field.name}${operator.text} needs a value: ${exampleOf(field)}.`)
    }
    this.#at++
    const unit = this.#tokens[this.#at]
    if (
      field.kind === 'frames' &&
      /^[\d.,]+$/.test(token.text) &&
      unit?.kind === 'word' &&
      unitWord.test(unit.text)
    ) {
      this.#at++
      return checkValue(field, { ...token, text: `${token.text} ${unit.text}`, to: unit.to })
    }
    return checkValue(field, token)
  }

  #isWord(word: string): boolean {
    const token = this.#tokens[this.#at]
    return token?.kind === 'word' && folded(token.text) === word
  }

  #missing(message: string, instead?: string, from?: Token): Faulty {
    const at = this.#tokens[this.#at]?.from ?? this.#end
    return new Faulty({
      from: from && !instead ? from.from : at,
      to: at,
      message,
      ...(instead === undefined ? {} : { instead }),
    })
  }
}

function faulty({ from, to }: Token, message: string, instead?: string): Faulty {
  return new Faulty({ from, to, message, ...(instead === undefined ? {} : { instead }) })
}

function unknownField(token: Token, said: string): Faulty {
  const near = fieldNames.find((name) => name.startsWith(folded(said))) ?? nearest(said, fieldNames)
  const message = near
    ? `There is no field “${said}”. Did you mean ${near}?`
    : `There is no field “${said}”. Put it in quotation marks to look for it as it stands.`
  return faulty(token, message, near ?? `"${said}"`)
}

/** A value that would do, for messages. */
export function exampleOf(field: FilterField): string {
  if (field.kind === 'choice')
    return field.words
      .slice(0, 4)
      .map(({ value }) => value)
      .join(', ')
  if (field.kind === 'frames') return field.isLength ? '30s, 1:30 or 2m' : '01:02:10'
  if (field.kind === 'count') return '0'
  return field.kind === 'number' ? '1m02' : '"blue", or "" for none'
}

function checkOperator(field: FilterField, operator: Token): void {
  const isOrder = /^[<>]/.test(operator.text)
  if (isOrder && (field.kind === 'text' || field.kind === 'choice')) {
    throw faulty(operator, `${field.name} is not more or less; ask for it with a colon.`, ':')
  }
  if (operator.text === '~' && (field.kind === 'frames' || field.kind === 'count')) {
    throw faulty(operator, `${field.name} is a figure; compare it with <, > or =.`, '=')
  }
}

function checkValue(field: FilterField, token: Token): string {
  const { text } = token
  if (field.kind === 'choice') return choiceOf(field, token)
  const isFigure =
    field.kind === 'frames'
      ? (field.isLength ? framesOfLength : framesOfPlace)(text, anyRate) !== null
      : field.kind !== 'count' || /^\d+$/.test(text)
  if (isFigure) return text
  throw faulty(token, `“${text}” is no value of ${field.name}: write ${exampleOf(field)}.`)
}

function choiceOf(field: FilterField & { readonly kind: 'choice' }, token: Token): string {
  if (field.id === 'problem' && /^cs-?\d{1,3}$/i.test(token.text)) {
    return `CS-${(/\d+/.exec(token.text)?.[0] ?? '').padStart(3, '0')}`
  }
  const code = field.words.find(({ value }) => bare(value) === bare(token.text))
  const read = code ? { ok: true as const, value: code.value } : readWord(token.text, field.words, field.name)
  if (read.ok) return read.value
  const near = field.words.find(({ name }) => name === read.problem.suggestion)?.value
  const message = `${field.name} is never “${token.text}”${near ? `. Did you mean ${near}?` : `: it is ${field.words.map(({ value }) => value).join(', ')}.`}`
  throw faulty(token, message, near)
}

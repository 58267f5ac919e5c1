import type { RecordChange } from '../../shared/edits/change.ts'
import { type ProductionDocument, type TableName, tableNames } from '../../shared/model/document.ts'
import type { Frames } from '../../shared/time/frames.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'

/** One record in which two versions differ, in words. */
export type DifferenceLine = {
  readonly key: string
  readonly name: string
  readonly kind: 'mine' | 'theirs' | 'both'
  /** What each version says, field by field; empty for a record that only one of them has. */
  readonly fields: readonly { readonly field: string; readonly mine: string; readonly theirs: string }[]
}

type Loose = Readonly<Record<string, unknown>>

const tableWords: Readonly<Record<TableName, readonly [one: string, many: string]>> = {
  cues: ['cue', 'cues'],
  works: ['work', 'works'],
  recordings: ['recording', 'recordings'],
  parties: ['holder', 'holders'],
  licences: ['licence', 'licences'],
  notes: ['note', 'notes'],
  ignored: ['ignored finding', 'ignored findings'],
  reels: ['reel', 'reels'],
  segments: ['act', 'acts'],
}

/** How many records differ and how, as in “3 cues differ, 1 cue is only in theirs”; cues first. */
export function differenceCounts(changes: readonly RecordChange[]): string {
  const tables: readonly TableName[] = ['cues', ...tableNames.filter((name) => name !== 'cues')]
  const parts = tables.flatMap((table) => {
    const of = changes.filter((change) => change.table === table)
    const [both, mine, theirs] = (['both', 'mine', 'theirs'] as const).map(
      (kind) => of.filter((change) => kindOf(change) === kind).length,
    )
    const [one, many] = tableWords[table]
    const count = (number = 0) => `${number} ${number === 1 ? one : many}`
    return [
      ...(both ? [`${count(both)} ${both === 1 ? 'differs' : 'differ'}`] : []),
      ...(mine ? [`${count(mine)} only in yours`] : []),
      ...(theirs ? [`${count(theirs)} only in theirs`] : []),
    ]
  })
  const header = changes.some(({ table }) => table === 'production')
    ? ['the production’s details differ']
    : []
  const [first, ...rest] = [...parts, ...header]
  if (!first) return 'Both say the same.'
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')}.`
}

/** One difference in words. `mine` and `theirs` give the names of what the records refer to. */
export function differenceLine(
  change: RecordChange,
  mine: ProductionDocument,
  theirs: ProductionDocument,
): DifferenceLine {
  const { before, after, table, id } = change
  const kind = kindOf(change)
  const shown = (after ?? before) as Loose
  const name = nameOf(table, shown, after ? theirs : mine)
  const left = (before ?? {}) as Loose
  const right = (after ?? {}) as Loose
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  const fields = [...names].flatMap((field) => {
    const [here, there] = [valueWords(field, left[field], mine), valueWords(field, right[field], theirs)]
    if (JSON.stringify(left[field]) === JSON.stringify(right[field])) return []
    return [{ field: fieldWords(field), mine: here, theirs: here === there ? 'other details' : there }]
  })
  return { key: `${table} ${id}`, name, kind, fields: kind === 'both' ? fields : [] }
}

/** Cues first, in the order of their numbers as both versions list them. */
export function inReadingOrder(changes: readonly RecordChange[]): readonly RecordChange[] {
  const rank = (change: RecordChange) => (change.table === 'cues' ? 0 : change.table === 'production' ? 2 : 1)
  return changes.toSorted((a, b) => rank(a) - rank(b) || startOf(a) - startOf(b))
}

function startOf({ table, before, after }: RecordChange): number {
  if (table !== 'cues') return 0
  const [span] = ((after ?? before) as unknown as { spans: readonly { start: unknown }[] }).spans
  return typeof span?.start === 'number' ? span.start : 0
}

function kindOf({ before, after }: RecordChange): DifferenceLine['kind'] {
  return before === null ? 'theirs' : after === null ? 'mine' : 'both'
}

function nameOf(table: RecordChange['table'], record: Loose, document: ProductionDocument): string {
  const text = (field: string) => (typeof record[field] === 'string' ? (record[field] as string) : '')
  const quoted = (title: string) => (title ? `“${title}”` : '')
  if (table === 'production') return 'Production details'
  if (table === 'cues') {
    const work = typeof record.work === 'string' ? (document.works[record.work]?.title ?? '') : ''
    return ['Cue', text('number'), quoted(text('title') || work)].filter(Boolean).join(' ')
  }
  const person = [text('firstName'), text('lastName')].filter(Boolean).join(' ')
  const title =
    text('title') ||
    text('label') ||
    text('name') ||
    person ||
    text('artist') ||
    text('text') ||
    text('licensor')
  const [word] = tableWords[table]
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${quoted(title.slice(0, 60))}`.trim()
}

/** `yearOfProduction` as “year of production”. */
function fieldWords(field: string): string {
  if (field === 'spans') return 'in and out'
  return field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function valueWords(field: string, value: unknown, document: ProductionDocument): string {
  if (field === 'spans' && Array.isArray(value))
    return value.map((span) => spanWords(span, document)).join(', ')
  if (field === 'work' && typeof value === 'string') return document.works[value]?.title || 'a work'
  if (field === 'recording' && typeof value === 'string')
    return document.recordings[value]?.artist || 'a recording'
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value))
    return value.every(isPlain) ? value.join(', ') || 'none' : `${value.length} entries`
  if (typeof value === 'object') return 'some details'
  const words = String(value)
  return words.length > 80 ? `${words.slice(0, 79)}…` : words
}

function spanWords(span: Loose, { production }: ProductionDocument): string {
  const mark = (value: unknown) => {
    if (typeof value === 'number') return formatTimecode(value as Frames, production.rate)
    return value === null ? 'open' : String((value as Loose | undefined)?.unreadable ?? '')
  }
  return `${mark(span.start)} to ${mark(span.end)}`
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}

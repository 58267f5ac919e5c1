import type { ProductionDocument } from '../model/document.ts'
import type { FrameRate } from '../time/frameRate.ts'
import { frames } from '../time/frames.ts'
import { formatTimecode } from '../time/timecode.ts'
import type { Change, RecordChange } from './change.ts'
import { recordNoun } from './checkRecord.ts'
import { fieldWords } from './editLabel.ts'
import { sameValue } from './sameValue.ts'

/** One record that a change touches, in words. */
export type ChangeLine = {
  readonly kind: 'added' | 'changed' | 'removed'
  /** The record: `Cue 1m04 “Undertow”`. */
  readonly what: string
  /** Each field that changes: `title: A → B`; empty for a record that is added or removed. */
  readonly fields: readonly string[]
}

type Loose = Readonly<Record<string, unknown>>

/** A change in one sentence: `2 cues added, 1 cue changed, 1 licence removed`. */
export function changeSummary(change: Change): string {
  const counts = new Map<string, { readonly text: string; count: number }>()
  for (const record of change) {
    const key = `${record.table} ${kindOf(record)}`
    const found = counts.get(key) ?? { text: key, count: 0 }
    found.count += 1
    counts.set(key, found)
  }
  if (counts.size === 0) return 'Nothing would change'
  return [...counts.values()]
    .map(({ text, count }) => {
      const [table, kind] = text.split(' ') as [RecordChange['table'], string]
      return table === 'production'
        ? 'production details changed'
        : `${counted(recordNoun(table), count)} ${kind}`
    })
    .join(', ')
}

/** The first records of a change in words, cues first, and how many more there are. */
export function changeLines(
  change: Change,
  document: ProductionDocument,
  most: number,
): { readonly lines: readonly ChangeLine[]; readonly more: number } {
  const cuesFirst = [...change].sort((a, b) => Number(b.table === 'cues') - Number(a.table === 'cues'))
  const known = withRecordsOf(change, document)
  const lines = cuesFirst.slice(0, most).map((record) => lineOf(record, known))
  return { lines, more: Math.max(0, change.length - most) }
}

/** The document with the records that the change adds, so that what refers to them can name them. */
function withRecordsOf(change: Change, document: ProductionDocument): ProductionDocument {
  const added = change.filter(({ before }) => before === null)
  const table = (name: RecordChange['table']) =>
    Object.fromEntries(
      added.filter((record) => record.table === name).map(({ after }) => [(after as Loose).id, after]),
    )
  return {
    ...document,
    cues: { ...table('cues'), ...document.cues },
    works: { ...table('works'), ...document.works },
    recordings: { ...table('recordings'), ...document.recordings },
    reels: { ...table('reels'), ...document.reels },
  } as ProductionDocument
}

function lineOf(record: RecordChange, document: ProductionDocument): ChangeLine {
  const kind = kindOf(record)
  const fields = kind === 'changed' ? fieldLines(record, document) : []
  return { kind, what: nameOf(record, document), fields }
}

function kindOf({ before, after }: RecordChange): ChangeLine['kind'] {
  return before === null ? 'added' : after === null ? 'removed' : 'changed'
}

function nameOf({ table, before, after }: RecordChange, document: ProductionDocument): string {
  if (table === 'production') return 'Production details'
  const record = (after ?? before) as Loose
  const noun = recordNoun(table)
  const name = [textOf(record.number ?? record.label), quoted(titleOf(record, document))]
    .filter(Boolean)
    .join(' ')
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}${name ? ` ${name}` : ''}`
}

function titleOf(record: Loose, document: ProductionDocument): string {
  const person = [record.firstName, record.lastName].filter(Boolean).join(' ')
  const own =
    textOf(record.title) || textOf(record.name) || person || textOf(record.text) || textOf(record.licensor)
  if (own || typeof record.work !== 'string') return own
  return Object.hasOwn(document.works, record.work) ? (document.works[record.work]?.title ?? '') : ''
}

function fieldLines({ before, after }: RecordChange, document: ProductionDocument): readonly string[] {
  const [left, right] = [before as Loose, after as Loose]
  const { rate } = document.production
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((field) => !sameValue(left[field], right[field]))
    .flatMap((field) =>
      field === 'spans'
        ? spanLines(left.spans, right.spans, rate)
        : [
            `${fieldWords(field)}: ${valueText(left[field], field, document)} → ${valueText(right[field], field, document)}`,
          ],
    )
}

type LooseSpan = { readonly reel: string; readonly start: unknown; readonly end: unknown }

/** Where a cue begins and ends, as the first and last of its spans say. */
function spanLines(before: unknown, after: unknown, rate: FrameRate): readonly string[] {
  const [left, right] = [before as readonly LooseSpan[], after as readonly LooseSpan[]]
  const edges = [
    ['in', left[0]?.start, right[0]?.start],
    ['out', left.at(-1)?.end, right.at(-1)?.end],
  ] as const
  const lines = edges
    .filter(([, from, to]) => !sameValue(from, to))
    .map(([name, from, to]) => `${name}: ${edgeText(from, rate)} → ${edgeText(to, rate)}`)
  return lines.length > 0 ? lines : ['place on the reels']
}

function edgeText(edge: unknown, rate: FrameRate): string {
  if (typeof edge === 'number') return formatTimecode(frames(edge), rate)
  if (edge === null || edge === undefined) return 'open'
  return textOf((edge as Loose).unreadable)
}

const frameFields = new Set(['start', 'end', 'frame'])
const tableOfField: Readonly<Record<string, 'works' | 'recordings' | 'reels'>> = {
  work: 'works',
  recording: 'recordings',
  reel: 'reels',
}

function valueText(value: unknown, field: string, document: ProductionDocument): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  const table = tableOfField[field]
  if (table && typeof value === 'string') return referredText(document[table], value)
  if (typeof value === 'number' && frameFields.has(field)) return edgeText(value, document.production.rate)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return shortened(spaced(value))
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.length > 0 && field === 'cues') return cuesText(value, document)
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : listText(value)
  return 'as set'
}

/** Cues by their numbers; those without one are counted. */
function cuesText(ids: readonly string[], { cues }: ProductionDocument): string {
  const numbers = ids.map((id) => (Object.hasOwn(cues, id) ? textOf((cues[id] as Loose).number) : ''))
  return numbers.every(Boolean) ? shortened(numbers.join(', ')) : String(ids.length)
}

function listText(values: readonly unknown[]): string {
  return values.every((value) => typeof value === 'string' && !/^[0-9a-f-]{30,}$/.test(value))
    ? shortened(values.join(', '))
    : String(values.length)
}

function referredText(table: Readonly<Record<string, unknown>>, id: string): string {
  const record = Object.hasOwn(table, id) ? (table[id] as Loose) : null
  return shortened(textOf(record?.title) || textOf(record?.artist) || textOf(record?.label) || 'another')
}

/** `needleDrop` as `needle drop`. */
function spaced(value: string): string {
  return /^[a-z]+([A-Z][a-z]+)+$/.test(value)
    ? value.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : value
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 58)}…` : text
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function quoted(text: string): string {
  return text === '' ? '' : `“${shortened(text)}”`
}

function counted(noun: string, count: number): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}

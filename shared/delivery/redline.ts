import {
  type RecordedRow,
  type RecordedSheet,
  recordedHeaderFields,
  recordedRowFields,
  type Words,
} from './recordedSheet.ts'

/** A field that says something else than it did. */
export type ChangedField = { readonly name: string; readonly was: string; readonly is: string }

/** What became of a cue, or of the header, since a delivery. */
export type RedlineEntry = {
  /** The cue's id; null for the header. */
  readonly cue: string | null
  /** Number and title. */
  readonly called: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** What was added or removed, or how it changed; of an added cue `was` is empty, of a removed one `is`. */
  readonly fields: readonly ChangedField[]
}

/** What differs between a delivered sheet and one of now, the header first, then cues in the order of the sheet. */
export type Redline = {
  readonly entries: readonly RedlineEntry[]
  readonly counts: Readonly<Record<RedlineEntry['kind'], number>>
  readonly isHeaderChanged: boolean
}

/** What an added or removed cue is told by. */
const briefFields: readonly string[] = ['In', 'Out', 'Duration', 'Type', 'Usage (US)', 'Artist', 'Writers']

/** Compares a sheet as it was delivered with the sheet as it is. */
export function redline(before: RecordedSheet, now: RecordedSheet): Redline {
  const header = changedFields(recordedHeaderFields, before.header, now.header)
  const entries = cueEntries(before.rows, now.rows)
  const count = (kind: RedlineEntry['kind']) => entries.filter((entry) => entry.kind === kind).length
  const ofHeader: RedlineEntry[] =
    header.length > 0 ? [{ cue: null, called: 'The header', kind: 'changed', fields: header }] : []
  return {
    entries: [...ofHeader, ...entries],
    counts: { added: count('added'), removed: count('removed'), changed: count('changed') },
    isHeaderChanged: header.length > 0,
  }
}

/** Whether nothing differs. */
export function isUnchanged({ entries }: Pick<Redline, 'entries'>): boolean {
  return entries.length === 0
}

/** The sums in words: `2 cues changed, 1 added; the header changed`. */
export function redlineSummary({ counts, isHeaderChanged }: Omit<Redline, 'entries'>): string {
  const words = (['changed', 'added', 'removed'] as const).filter((kind) => counts[kind] > 0)
  const cues = words.map((kind, index) => {
    const noun = index > 0 ? '' : counts[kind] === 1 ? ' cue' : ' cues'
    return `${counts[kind].toLocaleString('en')}${noun} ${kind}`
  })
  const all = [cues.join(', '), isHeaderChanged ? 'the header changed' : ''].filter(Boolean)
  return all.length > 0 ? all.join('; ') : 'nothing changed'
}

/** The sign that stands for each kind beside its word. */
export const redlineSigns: Readonly<Record<RedlineEntry['kind'], string>> = {
  added: '+',
  removed: '−',
  changed: '~',
}

/** The redline as text for a mail: one paragraph a cue. */
export function redlineText(changes: Redline, title: string, since: string): string {
  const paragraphs = changes.entries.map(({ kind, called, fields }) =>
    [
      `${redlineSigns[kind]} ${kind.toUpperCase()}  ${called}`,
      ...fields.map((field) => `    ${line(kind, field)}`),
    ].join('\n'),
  )
  return `${[`${title}: changes since ${since}`, `${capitalised(redlineSummary(changes))}.`, ...paragraphs].join('\n\n')}\n`
}

function line(kind: RedlineEntry['kind'], { name, was, is }: ChangedField): string {
  if (kind !== 'changed') return `${name}: ${flat(kind === 'added' ? is : was)}`
  return `${name}: ${flat(was) || '(empty)'} → ${flat(is) || '(empty)'}`
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** In the order of the sheet of now; what was removed stands after the cue that it followed. */
function cueEntries(before: readonly RecordedRow[], now: readonly RecordedRow[]): readonly RedlineEntry[] {
  const was = new Map(before.map((row) => [row.cue, row]))
  const isThere = new Set(now.map(({ cue }) => cue))
  const removedAfter = new Map<string | null, RedlineEntry[]>()
  let last: string | null = null
  for (const row of before) {
    if (isThere.has(row.cue)) last = row.cue
    else removedAfter.set(last, [...(removedAfter.get(last) ?? []), whole(row, 'removed')])
  }
  const entries = [...(removedAfter.get(null) ?? [])]
  for (const row of now) {
    const old = was.get(row.cue)
    const fields = old ? changedFields(recordedRowFields, old.words, row.words) : []
    if (!old) entries.push(whole(row, 'added'))
    else if (fields.length > 0) entries.push({ cue: row.cue, called: called(row), kind: 'changed', fields })
    entries.push(...(removedAfter.get(row.cue) ?? []))
  }
  return entries
}

function whole(row: RecordedRow, kind: 'added' | 'removed'): RedlineEntry {
  const fields = briefFields.flatMap((name) => {
    const text = row.words[name] ?? ''
    if (text === '') return []
    return [kind === 'added' ? { name, was: '', is: text } : { name, was: text, is: '' }]
  })
  return { cue: row.cue, called: called(row), kind, fields }
}

function called({ words }: RecordedRow): string {
  return [words['Cue number'], words.Title || 'Untitled'].filter(Boolean).join(' ')
}

/** Fields that only one of the two knows are those of another version of Needledrop, and are told too. */
function changedFields(order: readonly string[], was: Words, is: Words): readonly ChangedField[] {
  const others = [...Object.keys(was), ...Object.keys(is)].filter((name) => !order.includes(name))
  return [...order, ...new Set(others)].flatMap((name) => {
    const [old = '', text = ''] = [was[name], is[name]]
    return old === text ? [] : [{ name, was: old, is: text }]
  })
}

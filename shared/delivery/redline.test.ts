import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exchange } from '../formats/importers/exchange.ts'
import { buildCueSheet } from '../sheet/cueSheet.ts'
import { type RecordedSheet, recordedSheet } from './recordedSheet.ts'
import { isUnchanged, redline, redlineSummary, redlineText } from './redline.ts'

const row = (cue: string, words: Record<string, string>) => ({ cue, words })
const sheet = (...rows: RecordedSheet['rows'][number][]): RecordedSheet => ({
  header: { Title: 'Film' },
  rows,
})

const before = sheet(
  row('a', { 'Cue number': '1m1', Title: 'One', In: '01:00:00:00' }),
  row('b', { 'Cue number': '1m2', Title: 'Two' }),
  row('c', { 'Cue number': '1m3', Title: 'Three', Artist: 'Band' }),
)
const now = sheet(
  row('a', { 'Cue number': '1m1', Title: 'One', In: '01:00:00:12' }),
  row('c', { 'Cue number': '1m3', Title: 'Three' }),
  row('d', { 'Cue number': '1m4', Title: 'Four', In: '01:02:00:00' }),
)

describe('redline', () => {
  test('tells cue by cue what was added, removed and changed, in the order of the sheet', () => {
    const { entries, counts } = redline(before, now)
    expect(entries.map(({ kind, called }) => `${kind} ${called}`)).toEqual([
      'changed 1m1 One',
      'removed 1m2 Two',
      'changed 1m3 Three',
      'added 1m4 Four',
    ])
    expect(entries[0]?.fields).toEqual([{ name: 'In', was: '01:00:00:00', is: '01:00:00:12' }])
    expect(entries[2]?.fields).toEqual([{ name: 'Artist', was: 'Band', is: '' }])
    expect(counts).toEqual({ added: 1, removed: 1, changed: 2 })
  })

  test('tells of the header, and of fields that only another version of Needledrop knows', () => {
    const changes = redline({ header: { Mood: 'blue' }, rows: [] }, { header: { Title: 'Film' }, rows: [] })
    expect(changes.entries).toEqual([
      {
        cue: null,
        called: 'The header',
        kind: 'changed',
        fields: [
          { name: 'Title', was: '', is: 'Film' },
          { name: 'Mood', was: 'blue', is: '' },
        ],
      },
    ])
    expect(redlineSummary(changes)).toBe('the header changed')
  })

  test('says so when nothing changed', () => {
    expect(isUnchanged(redline(before, before))).toBe(true)
    expect(redlineSummary(redline(before, before))).toBe('nothing changed')
  })

  test('is text for a mail, with words and signs', () => {
    expect(redlineText(redline(before, now), 'Film', '20 November')).toBe(
      [
        'Film: changes since 20 November',
        '2 cues changed, 1 added, 1 removed.',
        '~ CHANGED  1m1 One\n    In: 01:00:00:00 → 01:00:00:12',
        '− REMOVED  1m2 Two',
        '~ CHANGED  1m3 Three\n    Artist: Band → (empty)',
        '+ ADDED  1m4 Four\n    In: 01:02:00:00\n',
      ].join('\n\n'),
    )
  })
})

test('a sheet in words says what a row says, and is the same when nothing was edited', () => {
  const file = new URL('../formats/fixtures/examples/01-tv-2997df-harborline-205.json', import.meta.url)
  const draft = exchange.read(readFileSync(file, 'utf8'))
  if (!draft.ok) throw new Error('the example is refused')
  const recorded = recordedSheet(buildCueSheet(draft.value.document))
  expect(recorded.rows).toHaveLength(16)
  expect(recorded.rows[0]?.words).toMatchObject({ 'Cue number': '205m01', In: '01:00:12;10' })
  const again = recordedSheet(buildCueSheet(structuredClone(draft.value.document)))
  expect(redline(recorded, again).entries).toEqual([])
})

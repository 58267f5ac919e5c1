import { describe, expect, test } from 'vitest'
import { compare } from '../edits/change.ts'
import { updateCues } from '../edits/cueFieldEdits.ts'
import { removeCues } from '../edits/cueStructureEdits.ts'
import { done } from '../edits/fixtures/run.ts'
import { sampleDocument, score } from '../edits/fixtures/sampleDocument.ts'
import { type JournalEntry, journalEntryText, journalHeadText, readJournal } from './journal.ts'
import { lostLines } from './lostLines.ts'
import { recoveredEdits } from './recoveryFacts.ts'
import { readRefused, refusedText } from './refusedWork.ts'

const named = done(updateCues([score], { number: '1m01', title: 'Low Water' }))
const gone = done(removeCues([score]), named)
const entries: readonly JournalEntry[] = [
  { sequence: 1, kind: 'edit', label: 'Rename cue', change: compare(sampleDocument, named) },
  { sequence: 2, kind: 'edit', label: 'Remove cue', change: compare(named, gone) },
  { sequence: 3, kind: 'undo', label: 'Remove cue', change: compare(gone, named) },
]

describe('what a journal gave back', () => {
  test('is told by the last edits and by what became of the cues in all', () => {
    const { edits, change } = recoveredEdits(entries)
    expect(edits).toEqual({
      count: 3,
      last: ['Undo Remove cue', 'Remove cue', 'Rename cue'],
      cues: { added: [], changed: ['1m01 “Low Water”'], removed: [] },
      others: 0,
    })
    expect(change).toEqual(compare(sampleDocument, named))
    expect(recoveredEdits(entries.slice(0, 2)).edits.cues.removed.length).toBe(1)
  })

  test('tells which lines could not be read and what they were', () => {
    const head = { id: 'x', version: 3, path: null, sequence: 0, base: null }
    const lines = entries.map((entry) => journalEntryText('x', entry))
    const whole = [journalHeadText(head), ...lines].join('')
    const read = (text: string) => {
      const journal = readJournal(text)
      if (!journal.ok) throw new Error('not a journal')
      return lostLines(text, journal.value)
    }
    expect(read(whole)).toBe(null)
    expect(read(whole.slice(0, -5))).toBe(null)
    const damaged = whole.replace(lines[1] ?? '', (line) => line.replace('"edit"', '"tide"'))
    expect(read(damaged)).toEqual({ count: 2, firstLine: 3, labels: ['Remove cue', 'Remove cue'] })
  })
})

describe('refused work', () => {
  const work = {
    id: 'x',
    title: 'Harborline',
    count: 1,
    last: ['Rename cue'],
    change: entries[0]?.change ?? [],
  }

  test('reads back as it was kept', () => {
    expect(readRefused(refusedText(work))).toEqual({ ok: true, value: work })
  })

  test('is refused when it was cut short, altered in a record, or kept by another version', () => {
    const text = refusedText(work)
    const damages = [
      text.slice(0, 90),
      text.replace('"title":"Low Water"', '"title":7'),
      text.replace('5', '4'),
    ]
    for (const damaged of damages) expect(readRefused(damaged).ok, damaged.slice(0, 60)).toBe(false)
  })
})

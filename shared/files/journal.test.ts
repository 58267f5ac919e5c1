import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, compare } from '../edits/change.ts'
import { randomEdit } from '../edits/fixtures/randomEdit.ts'
import { countingIds, sampleDocument } from '../edits/fixtures/sampleDocument.ts'
import type { ProductionDocument } from '../model/document.ts'
import {
  type JournalEntry,
  type JournalHead,
  journalEntryText,
  journalHeadText,
  type ReadJournal,
  readJournal,
} from './journal.ts'

const head: JournalHead = {
  id: 'prod-1',
  version: 1,
  path: '/films/Über den Fluß.needledrop',
  sequence: 40,
  base: null,
}

/** Entries 41, 42 … of random edits on the sample, and the documents before and after each. */
function randomEntries(sequence: readonly (readonly number[])[]) {
  const makeId = countingIds()
  const documents = [sampleDocument]
  const entries: JournalEntry[] = []
  for (const step of sequence) {
    const current = documents.at(-1) as ProductionDocument
    const edit = randomEdit(current, step, makeId)
    const result = edit.run(current)
    const change = result.ok ? compare(current, result.value) : []
    if (!result.ok || change.length === 0) continue
    documents.push(result.value)
    const kind = (['edit', 'undo', 'redo'] as const)[entries.length % 3] as JournalEntry['kind']
    entries.push({ sequence: head.sequence + entries.length + 1, kind, label: edit.label, change })
  }
  return { entries, documents }
}

const steps = fc.array(fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 14 }), {
  minLength: 1,
  maxLength: 12,
})

const lineOf = (entry: JournalEntry) => journalEntryText(head.id, entry)
const journalOf = (entries: readonly JournalEntry[]) => journalHeadText(head) + entries.map(lineOf).join('')

function read(text: string): ReadJournal {
  const journal = readJournal(text)
  if (!journal.ok) throw new Error(journal.problem.found)
  return journal.value
}

describe('a journal', () => {
  test('is ASCII, one line per change, and reads back', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const { entries, documents } = randomEntries(sequence)
        const text = journalOf(entries)
        expect(text).toMatch(/^[\n\x20-\x7e]*$/)
        const journal = read(text)
        expect(journal).toEqual({
          head,
          entries,
          goodBytes: text.length,
          goodLines: entries.length + 1,
          lostBytes: 0,
          lostLines: false,
        })
        const replayed = journal.entries.reduce(
          (document, { change }) => apply(document, change),
          sampleDocument,
        )
        expect(replayed).toEqual(documents.at(-1))
      }),
      { numRuns: 100 },
    )
  })

  test('can hold the whole document it rests on', () => {
    const unsaved = { ...head, path: null, base: sampleDocument }
    expect(read(journalHeadText(unsaved)).head).toEqual(unsaved)
  })

  test('without a whole head is refused', () => {
    const text = journalHeadText(head)
    for (const damaged of [
      '',
      '\n',
      text.trimEnd(),
      text.replace('prod-1', 'prod-2'),
      ` ${text}`,
      'garbage\n',
    ]) {
      expect(readJournal(damaged).ok).toBe(false)
    }
  })

  test('does not take a key that could reach a prototype', () => {
    const change = [{ table: 'cues', id: '__proto__', before: null, after: { polluted: true } }]
    const line = lineOf({ sequence: 41, kind: 'edit', label: '', change: change as never })
    expect(read(journalHeadText(head) + line).entries).toEqual([])
  })
})

describe('reading stops', () => {
  const { entries } = randomEntries(
    Array.from({ length: 30 }, (_, index) => [index * 7919, 3, 5, 1, 4, 1, 5, 9]),
  )
  const lines = entries.slice(0, 5).map(lineOf) as [string, string, string, string, string]
  const [first, second, third, fourth, fifth] = lines
  const begin = journalHeadText(head)

  test('at a line of another production, which could look just as whole', () => {
    const foreign = journalEntryText('prod-2', entries[1] as JournalEntry)
    expect(read(begin + first + foreign).entries).toEqual(entries.slice(0, 1))
  })

  test('at a missing line, and at one that comes again later', () => {
    expect(read(begin + first + third).entries.length).toBe(1)
    expect(read(begin + first + second + first).entries.length).toBe(2)
  })

  test('but not at a line that was written twice in a row', () => {
    const journal = read(begin + first + first + second + second + second)
    expect(journal.entries).toEqual(entries.slice(0, 2))
    expect(journal.goodLines).toBe(6)
  })

  test('before a damaged line, and says whether more than an unfinished last line is lost', () => {
    const torn = begin + first + second.slice(0, -1)
    expect(read(torn)).toMatchObject({
      goodBytes: begin.length + first.length,
      goodLines: 2,
      lostBytes: second.length - 1,
      lostLines: false,
    })
    const damaged = begin + first + second.replace('"kind"', '"kinb"') + third + fourth + fifth
    expect(read(damaged)).toMatchObject({ goodLines: 2, lostLines: true })
  })
})

/** What a crash can leave behind the bytes that were flushed: part of what was written after, zeros, or anything. */
const tails = fc.oneof(
  fc.constant((written: string) => written),
  fc.nat().map((cut) => (written: string) => written.slice(0, cut % (written.length + 1))),
  fc.nat().map((length) => (written: string) => '\0'.repeat(length % (written.length + 1))),
  fc.nat().map((from) => (written: string) => written.slice(from % (written.length + 1))),
  fc.tuple(fc.nat(), fc.nat(255)).map(([place, byte]) => (written: string) => {
    const at = place % (written.length + 1)
    return `${written.slice(0, at)}${String.fromCharCode(byte)}${written.slice(at + 1)}`
  }),
  fc
    .string({ unit: fc.nat(255).map((byte) => String.fromCharCode(byte)), maxLength: 200 })
    .map((junk) => () => junk),
  fc
    .string({ unit: fc.nat(255).map((byte) => String.fromCharCode(byte)), maxLength: 200 })
    .map((junk) => (written: string) => written + junk),
)

test('after any crash every change that was flushed is there, and nothing that never was made', () => {
  let crashes = 0
  fc.assert(
    fc.property(
      steps,
      fc.nat(),
      fc.array(tails, { minLength: 20, maxLength: 20 }),
      (sequence, flushed, crashed) => {
        const { entries } = randomEntries(sequence)
        const safe = flushed % (entries.length + 1)
        const kept = journalOf(entries.slice(0, safe))
        const rest = entries.slice(safe).map(lineOf).join('')
        for (const tail of crashed) {
          crashes++
          const journal = read(kept + tail(rest))
          expect(journal.entries.length).toBeGreaterThanOrEqual(safe)
          expect(journal.entries).toEqual(entries.slice(0, journal.entries.length))
          expect(journal.goodBytes).toBeGreaterThanOrEqual(kept.length)
        }
      },
    ),
    { numRuns: 400 },
  )
  expect(crashes).toBe(8000)
})

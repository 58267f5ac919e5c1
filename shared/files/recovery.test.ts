import { describe, expect, test } from 'vitest'
import { apply, compare, invert } from '../edits/change.ts'
import { updateCues } from '../edits/cueFieldEdits.ts'
import { moveCues } from '../edits/cueMoveEdits.ts'
import { done } from '../edits/fixtures/run.ts'
import { drop, sampleDocument, score } from '../edits/fixtures/sampleDocument.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { JournalEntry, JournalHead, ReadJournal } from './journal.ts'
import type { RawProduction } from './productionText.ts'
import { recover, replay } from './recovery.ts'
import type { Upgrade } from './upgrades.ts'

/** The sample after 0, 1, 2 … edits, and the entries with sequence numbers 11, 12 … that lead there. */
const documents: ProductionDocument[] = [sampleDocument]
const entries: JournalEntry[] = []
for (const edit of [
  updateCues([score], { title: 'Low Water' }),
  moveCues([score], 25),
  updateCues([drop], { scene: '12' }),
  updateCues([score], { title: 'High Water' }),
]) {
  const before = documents.at(-1) as ProductionDocument
  const after = done(edit, before)
  documents.push(after)
  entries.push({
    sequence: 10 + entries.length + 1,
    kind: 'edit',
    label: edit.label,
    change: compare(before, after),
  })
}
const [d0, d1, d2, , d4] = documents as [ProductionDocument, ...ProductionDocument[]]

const head: JournalHead = { id: 'p', version: 1, path: '/p', sequence: 10, base: null }

const journal = (
  kept: readonly JournalEntry[] = entries,
  change: Partial<JournalHead> = {},
): ReadJournal => ({
  head: { ...head, ...change },
  entries: kept,
  goodBytes: 0,
  goodLines: 0,
  lostBytes: 0,
  lostLines: false,
})

const file = (
  document: ProductionDocument | undefined,
  lastSequence: number,
  version = 1,
): RawProduction => ({
  version,
  id: 'p',
  lastSequence,
  checksum: null,
  document: document as ProductionDocument,
})

describe('replay', () => {
  test('applies the entries after a sequence number', () => {
    expect(replay(d0, entries, 10)).toEqual({ document: d4, applied: entries, problem: null })
    expect(replay(d2 as ProductionDocument, entries, 12)).toMatchObject({
      document: d4,
      applied: entries.slice(2),
    })
  })

  test('stops at a gap and where a record is not as the entry found it', () => {
    expect(replay(d0, entries.toSpliced(1, 1), 10)).toMatchObject({
      document: d1,
      applied: entries.slice(0, 1),
    })
    const meddled = done(updateCues([drop], { scene: '13' }))
    const stopped = replay(meddled, entries, 10)
    expect(stopped.applied).toEqual(entries.slice(0, 2))
    expect(stopped.problem?.message).toContain('“Change scene”')
  })

  test('applies an undo like any change', () => {
    const undo: JournalEntry = {
      sequence: 15,
      kind: 'undo',
      label: '',
      change: invert(entries[3]?.change ?? []),
    }
    expect(replay(d0, [...entries, undo], 10).document).toEqual(documents[3])
    expect(apply(d4 as ProductionDocument, undo.change)).toEqual(documents[3])
  })
})

describe('what a journal adds to its file', () => {
  const recovered = (saved: RawProduction | null, from: ReadJournal) => {
    const recovery = recover(saved, from)
    if (!recovery.ok) throw new Error(recovery.problem.found)
    return recovery.value
  }

  test('is everything after the save', () => {
    expect(recovered(file(d0, 10), journal())).toMatchObject({
      document: d4,
      applied: entries,
      lastSequence: 14,
      fromBase: false,
    })
  })

  test('is nothing that the file has already, when the crash came between save and new journal', () => {
    expect(recovered(file(d4, 14), journal())).toMatchObject({ document: d4, applied: [], lastSequence: 14 })
    expect(recovered(file(d2, 12), journal())).toMatchObject({ document: d4, applied: entries.slice(2) })
  })

  test('is nothing when it has no entries, whatever the file is', () => {
    expect(recovered(file(d0, 3), journal([]))).toMatchObject({ document: d0, applied: [], lastSequence: 3 })
  })

  test('is the whole production when there is no file, or none that is as new as the journal’s document', () => {
    const unsaved = journal(entries, { path: null, base: d0 })
    expect(recovered(null, unsaved)).toMatchObject({ document: d4, fromBase: true, lastSequence: 14 })
    expect(recovered(file(sampleDocument, 9), unsaved)).toMatchObject({ document: d4, fromBase: true })
    expect(recovered(file(d4, 14), unsaved)).toMatchObject({ document: d4, fromBase: false, applied: [] })
  })

  test('stops short where the file was edited by hand, and says so', () => {
    const meddled = done(updateCues([drop], { scene: '13' }))
    expect(recovered(file(meddled, 10), journal())).toMatchObject({
      applied: entries.slice(0, 2),
      lastSequence: 12,
      problem: { message: expect.stringContaining('Change scene') },
    })
  })

  test('is refused for a file restored from before the journal, or saved on another machine since', () => {
    const problemOf = (saved: RawProduction | null, from = journal()) => {
      const recovery = recover(saved, from)
      return recovery.ok ? null : recovery.problem.message
    }
    expect(problemOf(file(d0, 9))).toContain('could not be recovered')
    expect(problemOf(file(done(updateCues([score], { title: 'Other' })), 14))).toContain('does not belong')
    expect(problemOf(file(done(updateCues([score], { title: 'Other' })), 20))).toContain('does not belong')
    expect(problemOf(null)).toContain('does not belong')
  })

  test('is replayed in the version it was written in, on an older file brought up to it', () => {
    const older = { ...d0, extra: 1 }
    const dropExtra: Upgrade = ({ extra: _, ...document }) => document
    const old = file(older as never, 10)
    expect(recover(old, journal(entries, { version: 2 }), [dropExtra])).toMatchObject({
      ok: true,
      value: { document: d4, version: 2 },
    })
    expect(recover(old, journal(), [dropExtra])).toMatchObject({
      ok: true,
      value: { version: 1, document: { extra: 1 } },
    })
    expect(recover(file(d0, 10, 2), journal(), [dropExtra]).ok).toBe(false)
  })
})

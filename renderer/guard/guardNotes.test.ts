import { describe, expect, test } from 'vitest'
import { type GuardState, unguarded } from '../../shared/ipc/guardState.ts'
import { type GuardFacts, guardNotes } from './guardNotes.ts'

const full = { message: 'x', expected: 'x', found: 'a full disk', remedy: 'Free some space.' }
const facts: GuardFacts = {
  name: 'tide.needledrop',
  guard: unguarded,
  journal: { made: 5, safe: 5, problem: null },
  pending: null,
  isSaved: false,
  leftCopies: new Set(),
  now: new Date('2026-04-14T14:30:00'),
}
const holder = {
  ...{ user: 'anna', machine: 'STUDIO-2', session: 's', isHere: false },
  ...{ since: '2026-04-14T14:05:00', seen: '2026-04-14T14:07:00' },
}
const notesOf = (guard: Partial<GuardState>, more: Partial<GuardFacts> = {}) =>
  guardNotes({ ...facts, ...more, guard: { ...unguarded, ...guard } })

describe('the lines under the top bar', () => {
  test('say nothing where nothing is the matter', () => {
    expect(guardNotes(facts)).toEqual([])
  })

  test('call work safe only while the journal has all of it', () => {
    const [safe] = guardNotes({ ...facts, pending: full })
    expect(safe?.detail).toContain('Your work is safe in the journal.')
    const notes = guardNotes({ ...facts, pending: full, journal: { made: 5, safe: 3, problem: full } })
    expect(notes.map(({ key }) => key)).toEqual(['journal', 'pending'])
    expect(notes[0]?.text).toBe('The last 2 changes are in memory only, not on the disk: a full disk.')
    expect(JSON.stringify(notes)).not.toContain('safe in the journal')
  })

  test('tell who has the production, since when, and when they were last heard of', () => {
    const [note] = notesOf({ hold: { kind: 'theirs', holder } })
    expect(note?.text).toMatch(/^Read-only: anna on STUDIO-2 has this open since .*, last heard of .*\.$/)
    expect(note?.actions).toEqual(['editAnyway', 'saveAs'])
  })

  test('offer comparing to who edits, and the latest to who looks', () => {
    const file = { kind: 'changed', stamp: 's' } as const
    expect(notesOf({ file }).map(({ actions }) => actions)).toEqual([['compare']])
    expect(notesOf({ file, hold: { kind: 'free' } }).map(({ actions }) => actions)).toEqual([
      ['latest'],
      ['edit', 'saveAs'],
    ])
  })

  test('say a folder that is away once, not beside the save that failed for it', () => {
    const file = { kind: 'unreachable', found: 'ENODEV' } as const
    expect(notesOf({ file }).map(({ text }) => text)).toEqual([
      'The folder of tide.needledrop is out of reach: a disk that is not connected.',
    ])
    expect(notesOf({ file }, { pending: full }).map(({ key }) => key)).toEqual(['pending'])
  })

  test('leave out copies that were left alone', () => {
    const copies = [{ name: 'a.needledrop', stamp: '1' }]
    expect(notesOf({ copies })).toHaveLength(1)
    expect(notesOf({ copies }, { leftCopies: new Set(['a.needledrop']) })).toEqual([])
  })
})

import { expect, test } from 'vitest'
import type { NoteId } from '../model/ids.ts'
import { done, refused } from './fixtures/run.ts'
import { at, countingIds, reel1, reel2 } from './fixtures/sampleDocument.ts'
import { addNote, moveNotes, removeNotes, updateNote } from './noteEdits.ts'

const slam = 'k1' as NoteId

test('a note stands at its frame, says what is typed, and goes', () => {
  const added = done(addNote({ reel: reel1, frame: at(1, 2, 0) }, '', countingIds()))
  const named = done(updateNote('n1' as NoteId, { text: 'Kiss' }), added)
  expect(named.notes.n1).toEqual({ id: 'n1', reel: reel1, frame: at(1, 2, 0), text: 'Kiss' })
  expect(Object.keys(done(removeNotes([slam]), named).notes)).toEqual(['n1'])
})

test('notes move together, as far as all of them stay on their reels', () => {
  const two = done(addNote({ reel: reel2, frame: at(2, 20, 59) }, '', countingIds()))
  const edit = moveNotes([slam, 'n1' as NoteId], 1000)
  expect(edit.label).toBe('Move 2 notes')
  const moved = done(edit, two)
  expect([moved.notes.k1?.frame, moved.notes.n1?.frame]).toEqual([at(2, 3, 0, 24), at(2, 20, 59, 24)])
  expect(done(moveNotes([slam], -100_000)).notes.k1?.frame).toBe(at(2, 0, 0))
  expect(refused(moveNotes(['gone' as NoteId], 1)).message).toContain('note')
})

import type { Place } from '../../shared/edits/cueSpans.ts'
import { addNote, removeNotes } from '../../shared/edits/noteEdits.ts'
import type { Note } from '../../shared/model/cue.ts'
import { recordsOf } from '../../shared/model/document.ts'
import { makeId, type Session } from '../store/session.ts'
import { atShownFrame } from './atPlayhead.ts'
import { documentOf, hasWork, selectedNote, selectNote } from './chosen.ts'
import type { Command } from './command.ts'
import { hopToNote } from './pointHops.ts'

/** Puts a note at the frame on screen and selects it; one that stands there already is selected instead. */
function dropNote(session: Session, then: () => void = () => {}): void {
  atShownFrame(session, 'The note is not set', (place) => {
    const standing = noteAt(session, place)
    const id = standing?.id ?? makeId<'notes'>()
    if (!standing && !session.apply(addNote(place, '', (() => id) as typeof makeId))) return
    selectNote(session, id)
    session.moment.patch({ announcement: standing ? 'A note stands here already' : 'Note' })
    then()
  })
}

/** Opens the text of the selected note, or of the one at the playhead; without either, of a new one. */
function writeNote(session: Session): void {
  const { place } = session.playhead
  const note = selectedNote(session) ?? (place && noteAt(session, place))
  const open = () => session.moment.patch({ dialog: 'note' })
  if (!note) {
    dropNote(session, open)
    return
  }
  selectNote(session, note.id)
  open()
}

function noteAt(session: Session, { reel, frame }: Place): Note | null {
  const document = documentOf(session)
  const notes = document ? recordsOf(document, 'notes') : []
  return notes.find((note) => note.reel === reel && note.frame === frame) ?? null
}

/** Removes the selected note and says so. */
export function removeNote(session: Session): void {
  const note = selectedNote(session)
  if (note && session.apply(removeNotes([note.id]))) session.say('Note removed. Undo brings it back.')
}

const group = 'Note'

/** Notes at single frames: hit points, spotting remarks. */
export const noteCommands: readonly Command[] = [
  {
    id: 'note.add',
    label: 'Put a note at the playhead',
    group,
    keys: ['m', 'NumpadEnter'],
    when: hasWork,
    run: (session) => dropNote(session),
  },
  {
    id: 'note.write',
    label: 'Write the text of the note…',
    group,
    keys: ['Shift+KeyM'],
    when: hasWork,
    run: writeNote,
  },
  {
    id: 'note.previous',
    label: 'Go to the previous note',
    group,
    keys: ['$mod+Shift+ArrowUp', '$mod+Shift+m'],
    repeats: true,
    when: hasWork,
    run: (session) => hopToNote(session, -1),
  },
  {
    id: 'note.next',
    label: 'Go to the next note',
    group,
    keys: ['$mod+Shift+ArrowDown', '$mod+m'],
    repeats: true,
    when: hasWork,
    run: (session) => hopToNote(session, 1),
  },
  {
    id: 'note.remove',
    label: 'Remove the note',
    group,
    keys: [],
    when: (session) => selectedNote(session) !== null,
    run: removeNote,
  },
]

import type { Note } from '../model/cue.ts'
import type { MakeId, NoteId } from '../model/ids.ts'
import { reelExtent } from '../model/reelExtent.ts'
import { ok, type Problem, refuse } from '../result.ts'
import { addFrames } from '../time/frames.ts'
import type { Place } from './cueSpans.ts'
import type { Edit } from './edit.ts'
import { changeLabel, countedLabel } from './editLabel.ts'
import { clampMove, commonLimits, type MoveLimits, within } from './moveLimits.ts'
import { addRecord, dropRecords, findRecord, mapRecords } from './putRecord.ts'

/** What a note says and where it stands; the reel stays. */
export type NotePatch = Partial<Pick<Note, 'frame' | 'text'>>

/** Adds a note at a place. */
export function addNote(place: Place, text: string, makeId: MakeId): Edit {
  const id = makeId<'notes'>()
  return {
    label: 'Add note',
    run: (document) => {
      const reel = findRecord(document, 'reels', place.reel)
      if (!reel.ok) return reel
      if (place.frame < 0) return refuse(beforeZero())
      return addRecord(document, 'notes', { id, reel: place.reel, frame: place.frame, text })
    },
  }
}

/** Changes what a note says or where it stands. */
export function updateNote(id: NoteId, patch: NotePatch): Edit {
  return {
    label: changeLabel('note', patch),
    run: (document) =>
      mapRecords(document, 'notes', [id], (note) => {
        const changed = { ...note, ...patch, id, reel: note.reel }
        return changed.frame < 0 ? refuse(beforeZero()) : ok(changed)
      }),
  }
}

/** Moves notes together by a number of frames, later or (negative) earlier, as far as all of them stay on their reels. */
export function moveNotes(ids: readonly NoteId[], by: number): Edit {
  return {
    label: countedLabel('Move', 'note', ids.length),
    run: (document) => {
      const limits: MoveLimits[] = []
      for (const id of ids) {
        const note = findRecord(document, 'notes', id)
        if (!note.ok) return note
        const { reel, frame } = note.value
        const found = document.reels[reel]
        limits.push(within(found ? reelExtent(found) : null, frame, frame + 1))
      }
      if (limits.length === 0) return ok(document)
      const moved = clampMove(by, commonLimits(limits))
      return mapRecords(document, 'notes', ids, (note) =>
        ok({ ...note, frame: addFrames(note.frame, moved) }),
      )
    },
  }
}

/** Removes notes. */
export function removeNotes(ids: readonly NoteId[]): Edit {
  return {
    label: countedLabel('Remove', 'note', ids.length),
    run: (document) => ok(dropRecords(document, 'notes', ids)),
  }
}

function beforeZero(): Problem {
  return {
    message: 'A note cannot stand before timecode zero.',
    expected: 'a frame at or after 00:00:00:00',
    found: 'an earlier one',
    remedy: 'Choose a later frame.',
  }
}

import { closeCue, openTypedCue } from '../../shared/edits/cueMarkEdits.ts'
import { isOpen, openCueOfType, type Place } from '../../shared/edits/cueSpans.ts'
import { removeCues } from '../../shared/edits/cueStructureEdits.ts'
import { type HistoryEntry, nextUndo } from '../../shared/edits/history.ts'
import { packedRecords } from '../../shared/edits/storedChange.ts'
import type { Cue, CueType } from '../../shared/model/cue.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { makeId, type Session } from '../store/session.ts'
import { typeNames } from '../ui/words.ts'
import type { HeldKey } from './command.ts'
import { endAfter, endMarkedAt } from './spotting.ts'
import { commitMark, type Marked, type TakenMark, takeMark } from './takenMark.ts'

/** Whether type keys mark at this moment: while the film plays, and as the settings say. */
export function typeKeysMark({ settings, playhead }: Session): boolean {
  const { typeKeysMark: toggles, holdToMark } = settings.value
  return playhead.state.value.speed !== 0 && (toggles || holdToMark)
}

/**
 * The key of a type. Where it marks, a tap opens a cue of the type at the frame shown, or ends the open one; held, it
 * opens one at the frame shown as it went down and ends it at the one shown as it is let go. Elsewhere it tags.
 */
export function typeKey(type: CueType, tag: (session: Session) => void): HeldKey {
  return {
    press: (session) => (typeKeysMark(session) ? press(session, type, tag) : tag(session)),
    release: ({ holds }) => holds.release(type),
  }
}

function press(session: Session, type: CueType, tag: (session: Session) => void): void {
  const { typeKeysMark: toggles, holdToMark } = session.settings.value
  const taken = takeMark(session)
  if (!taken) return
  const id = makeId<'cues'>()
  const wasOpen = isTypeOpen(session, type)
  if (toggles) toggle(session, type, taken, id)
  if (!holdToMark || (toggles && wasOpen)) return
  session.holds.press(type, {
    tapped: () => !toggles && tag(session),
    held: () => {
      if (!toggles) commitMark(session, 'in', taken, (place) => open(session, type, place, id))
      session.moment.patch({ announcement: `${typeNames[type]} while the key is held. Escape drops it.` })
    },
    released: () => endHeld(session, id),
    dropped: () => drop(session, id),
  })
}

function isTypeOpen({ work }: Session, type: CueType): boolean {
  return work.value !== null && openCueOfType(work.value.documents.document, type) !== null
}

function toggle(session: Session, type: CueType, taken: TakenMark, id: CueId): void {
  commitMark(session, isTypeOpen(session, type) ? 'out' : 'in', taken, (place) => {
    const document = session.work.value?.documents.document
    const running = document && openCueOfType(document, type)
    return running ? close(session, running, place) : open(session, type, place, id)
  })
}

function open(session: Session, type: CueType, place: Place, id: CueId): Marked | null {
  if (!session.apply(openTypedCue(place, () => id as never, type))) return null
  session.select([id])
  return { kind: 'in', edges: [{ cue: id, edge: 'start' }] }
}

function close(session: Session, cue: Cue, place: Place): Marked | null {
  const end = endAfter(session, place)
  if (!session.apply(closeCue(cue.id, end))) return null
  session.select([cue.id])
  return { kind: 'out', edges: endMarkedAt(session, cue.id, end) }
}

/** Ends the cue that a held key has opened, unless it was ended or removed by other means. */
function endHeld(session: Session, id: CueId): void {
  const taken = takeMark(session)
  if (!taken) return
  commitMark(session, 'out', taken, (place) => {
    const cue = session.work.value?.documents.document.cues[id]
    return cue && isOpen(cue) ? close(session, cue, place) : null
  })
}

/** Takes back what a held key has marked, as if it had never been; removes the cue where other edits came after it. */
function drop(session: Session, id: CueId): void {
  const work = session.work.value
  session.marks.add(() => {
    if (!work || session.work.value !== work) return undefined
    const { documents } = work
    const isThere = () => Object.hasOwn(documents.document.cues, id)
    const isLast = () => isOnlyAbout(nextUndo(documents.state.value.history), id)
    while (isThere() && isLast()) documents.undo()
    if (isThere()) session.apply(removeCues([id]))
    session.say('The held mark is dropped.')
    return undefined
  })
}

function isOnlyAbout(entry: HistoryEntry | null, id: CueId): boolean {
  return entry !== null && packedRecords(entry.change).every(([, changed]) => changed === id)
}

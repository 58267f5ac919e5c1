import type { Edit } from '../../shared/edits/edit.ts'
import { commands, runCommand } from '../commands/commands.ts'
import type { Session } from '../store/session.ts'
import type { Picked } from './timelineView.ts'

const opening = { notes: 'note.write', segments: 'segment.rename' } as const
const removing = { notes: 'note.remove', segments: 'segment.remove' } as const

/** Opens what writes the text of a note or the name of a segment. */
export function openPicked(session: Session, picked: Picked): void {
  session.timeline.picked.set(picked)
  runById(session, opening[picked.table])
}

/** Removes a note or a segment by its command, or where there is none by an edit. */
export function removePicked(session: Session, picked: Picked, edit: Edit): void {
  session.timeline.picked.set(picked)
  if (!runById(session, removing[picked.table])) session.apply(edit)
}

/** Puts the keyboard on the element of a note or a segment as soon as it is drawn. */
export function focusItem(id: Picked['id']): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }),
    ),
  )
}

function runById(session: Session, id: string): boolean {
  const command = commands.find((candidate) => candidate.id === id)
  if (command) runCommand(session, command)
  return command !== undefined
}

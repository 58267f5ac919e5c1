import type { Frames } from '../../shared/time/frames.ts'
import { commands, runCommand } from '../commands/commands.ts'
import type { Session } from '../store/session.ts'
import type { Picked } from './timelineView.ts'

const opening = { notes: 'note.write', segments: 'segment.rename' } as const

/** Opens what writes the text of a note or the name of a segment; the playhead goes there, so that it is also looked at. */
export function openPicked(session: Session, at: Frames, picked = session.timeline.picked.value): void {
  if (!picked) return
  session.timeline.picked.set(picked)
  session.playhead.goToAxisFrame(at)
  const command = commands.find(({ id }) => id === opening[picked.table])
  if (command) runCommand(session, command)
}

/** Puts the keyboard on the element of a note or a segment as soon as it is drawn. */
export function focusItem(id: Picked['id']): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }),
    ),
  )
}

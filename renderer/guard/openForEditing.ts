import { isOnlyLookedAt } from '../../shared/ipc/guardState.ts'
import { openPath } from '../store/openings.ts'
import type { Session } from '../store/session.ts'

/** Whether this window only looks at its production. */
export function onlyLooks({ work }: Session): boolean {
  return work.value !== null && isOnlyLookedAt(work.value.guard.value)
}

/** Opens for editing what is only looked at; asks first while somebody else has it open. */
export function openForEditing(session: Session): void {
  const work = session.work.value
  const path = work?.saved.value.path
  if (!work || !path) return
  if (work.guard.value.hold.kind === 'theirs') session.moment.patch({ dialog: 'takeOver' })
  else void openPath(session, path)
}

/** Opens the production anew, as it is on the disk now. */
export function showLatest(session: Session): void {
  const path = session.work.value?.saved.value.path
  if (path) void openPath(session, path)
}

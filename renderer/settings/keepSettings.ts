import type { Settings } from '../../shared/ipc/settingsSchema.ts'
import { request } from '../ipc.ts'
import type { Session } from '../store/session.ts'

/** Changes settings at once and has them remembered; puts back what was there if they cannot be. */
export async function keepSettings(session: Session, changes: Partial<Settings>): Promise<void> {
  const before = session.settings.value
  session.settings.patch(changes)
  const kept = await request('settings:set', changes)
  if (kept.ok) session.settings.set(kept.value)
  else {
    session.settings.set(before)
    session.tell(kept.problem)
  }
}

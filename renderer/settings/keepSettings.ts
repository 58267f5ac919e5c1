import type { Settings } from '../../shared/ipc/settingsSchema.ts'
import { request } from '../ipc.ts'
import type { Session } from '../store/session.ts'

/** Counts the changes asked for: an answer to any but the last knows nothing of those after it. */
let asked = 0

/** Changes settings at once and has them remembered; puts back what was there if they cannot be. */
export async function keepSettings(session: Session, changes: Partial<Settings>): Promise<void> {
  const before = session.settings.value
  asked += 1
  const number = asked
  session.settings.patch(changes)
  const kept = await request('settings:set', changes)
  if (!kept.ok) {
    const names = Object.keys(changes) as (keyof Settings)[]
    session.settings.patch(Object.fromEntries(names.map((name) => [name, before[name]])))
    session.tell(kept.problem)
  } else if (number === asked) session.settings.set(kept.value)
}

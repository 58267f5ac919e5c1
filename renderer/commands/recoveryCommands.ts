import { onlyLooks } from '../guard/openForEditing.ts'
import { bringBackRefused, refuseRecovered } from '../recovery/recover.ts'
import { openFinder } from '../relink/relink.ts'
import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'

const group = 'Production'

function canEdit(session: Session): boolean {
  return session.work.value !== null && !onlyLooks(session)
}

/** Work that came back after a crash, and media that is not where it was. */
export const recoveryCommands: readonly Command[] = [
  {
    id: 'media.find',
    label: 'Find media…',
    group,
    keys: [],
    when: canEdit,
    run: openFinder,
  },
  {
    id: 'recovery.refuse',
    label: 'Go back to the saved file',
    group,
    keys: [],
    when: ({ recovery }) => recovery.state.value.kind === 'offered',
    run: (session) => void refuseRecovered(session),
  },
  {
    id: 'recovery.bringBack',
    label: 'Bring back refused work',
    group,
    keys: [],
    when: canEdit,
    run: (session) => void bringBackRefused(session),
  },
]

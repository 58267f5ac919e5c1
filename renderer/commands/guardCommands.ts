import { retryNow } from '../guard/connectGuard.ts'
import { onlyLooks, openForEditing } from '../guard/openForEditing.ts'
import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'

const group = 'Production'

/** What helps where somebody else has the file, has changed it, or the disk refuses it. */
export const guardCommands: readonly Command[] = [
  {
    id: 'production.openForEditing',
    label: 'Open for editing',
    group,
    keys: [],
    when: onlyLooks,
    run: openForEditing,
  },
  {
    id: 'production.compare',
    label: 'Compare with the version on disk…',
    group,
    keys: [],
    when: isChanged,
    run: ({ moment }) => moment.patch({ dialog: 'otherVersion', otherCopy: null }),
  },
  {
    id: 'production.tryAgain',
    label: 'Try again to save and journal',
    group,
    keys: [],
    when: isRefused,
    run: retryNow,
  },
]

function isChanged({ work }: Session): boolean {
  return work.value?.guard.value.file.kind === 'changed'
}

function isRefused({ work }: Session): boolean {
  return (
    work.value !== null &&
    (work.value.journal.state.value.problem ?? work.value.pending.problem.value) !== null
  )
}

import type { FileState } from '../../shared/ipc/guardState.ts'
import { listen } from '../ipc.ts'
import type { Session } from '../store/session.ts'

/** Lets the window hear what becomes of the open file, and try again at once what a disk has refused when that may help. */
export function connectGuard(session: Session): void {
  listen('guard:changed', ({ id, state }) => {
    session.guards.set(id, state)
    const work = session.work.value
    if (work?.id !== id) return
    const before = work.guard.value
    work.guard.set(state)
    const isBack = isAway(before.file) && !isAway(state.file)
    if (isBack || (before.isReadOnly && !state.isReadOnly)) retryNow(session)
  })
  listen('guard:woke', () => retryNow(session))
  window.addEventListener('focus', () => retryNow(session))
}

/** Tries at once whatever the disk has refused. */
export function retryNow({ work }: Session): void {
  work.value?.journal.retryNow()
  work.value?.pending.retryNow()
}

function isAway({ kind }: FileState): boolean {
  return kind === 'unreachable' || kind === 'gone'
}

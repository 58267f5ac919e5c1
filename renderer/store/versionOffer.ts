import type { Payload } from '../../shared/ipc/contract.ts'
import type { FileState } from '../../shared/ipc/versions.ts'
import type { Problem } from '../../shared/result.ts'
import { request } from '../ipc.ts'
import type { Session } from './session.ts'
import { Store } from './store.ts'

/** Rises whenever a version was kept, so that an open list is read again. */
export const versionsKept = new Store(0)

/** Productions of whose last save no version could be kept, which was told. */
const failing = new Set<string>()

/** Tells that no version could be kept of a save; not again until one could. */
export function heardOfVersion(session: Session, { id, problem }: Payload<'versions:kept'>): void {
  versionsKept.set(versionsKept.value + 1)
  if (problem === null) failing.delete(id)
  else if (!failing.has(id)) {
    failing.add(id)
    session.tell(problem)
  }
}

/** Offers the versions of a production file that cannot be opened. Resolves to false when there are none that are good. */
export async function offerVersions(session: Session, path: string, problem: Problem): Promise<boolean> {
  const list = await request('versions:list', { path })
  if (!list.ok || !isLost(list.value.file) || !list.value.versions.some(({ isGood }) => isGood)) return false
  session.moment.patch({ dialog: 'versions', versionsOf: { path, problem } })
  return true
}

/** A later Needledrop's file is best opened with that one, and one that may not be read just now will be there again. */
function isLost(file: FileState): boolean {
  return file === 'damaged' || file === 'gone'
}

/** The same for unsaved work whose production file cannot be opened. */
export async function offerVersionsOfWork(session: Session, id: string, problem: Problem): Promise<boolean> {
  const list = await request('versions:list', { id })
  const newest = list.ok ? list.value.versions.find(({ isGood }) => isGood) : undefined
  return newest !== undefined && offerVersions(session, newest.path, problem)
}

/** Shows the versions of a production file, which need not be there any more. */
export function showVersionsOf({ moment }: Session, path: string): void {
  moment.patch({ dialog: 'versions', versionsOf: { path, problem: null } })
}

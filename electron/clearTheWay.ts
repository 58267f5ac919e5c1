import type { ProductionDocument } from '../shared/model/document.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import { notComparable } from './guardProblems.ts'
import { codedError } from './production/errorCode.ts'
import type { FileGuard } from './production/fileGuard.ts'
import { keepTheirs } from './production/keepTheirs.ts'
import { writeProblem } from './production/writeProblem.ts'
import { holds } from './theirVersion.ts'

/** What a save may replace. */
export type Cleared = {
  /** Name of the copy that keeps what another program wrote; null when there was nothing to keep. */
  readonly kept: string | null
  /** Rejects when the file is no longer the one that may be replaced. */
  readonly mayReplace: () => Promise<void>
}

/**
 * Makes sure that a save replaces nothing that another program wrote, unless it is the version `over`, which the user has
 * seen; then that is kept beside the file. `changed` where it is another.
 */
export async function clearTheWay(
  guard: FileGuard,
  document: ProductionDocument,
  over: string | null,
): Promise<Result<Cleared | 'changed'>> {
  const sight = await guard.read()
  if (sight.kind === 'unreachable') return refuse(notComparable(guard.path, sight.found))
  if (sight.kind === 'gone' || guard.isOwn(sight.stamp)) return ok(cleared(guard, null, null))
  if (holds(sight, document)) return ok(cleared(guard, sight.stamp, null))
  if (sight.stamp !== over) return ok('changed')
  try {
    const kept = guard.kept.get(sight.stamp) ?? (await keepTheirs(guard.path, sight.bytes, new Date()))
    guard.kept.set(sight.stamp, kept)
    return ok(cleared(guard, sight.stamp, kept))
  } catch (error) {
    return refuse(writeProblem(error, guard.path))
  }
}

function cleared(guard: FileGuard, seen: string | null, kept: string | null): Cleared {
  const own = guard.ownStamps()
  const mayReplace = async () => {
    const now = await guard.read()
    const isAsSeen =
      now.kind === 'gone' || (now.kind === 'there' && (now.stamp === seen || own.has(now.stamp)))
    if (!isAsSeen) throw codedError('EBUSY', 'the file was changed while it was being saved')
  }
  return { kept, mayReplace }
}

import { invert } from '../../shared/edits/change.ts'
import { refusedChange } from '../../shared/files/refusedWork.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok, type Problem, refuse } from '../../shared/result.ts'
import type { Productions } from '../productions.ts'
import type { RefusedWorks } from '../refusedWorks.ts'
import type { Views } from '../views.ts'

/** What the handlers of recovery work with. */
export type RecoveryServices = {
  readonly productions: Productions
  readonly refused: RefusedWorks
  readonly views: Views
}

type Names = Extract<keyof Handlers, `recovery:${string}` | `view:${string}`>

/** Requests about work that came back from journals, and about where the editor was. */
export function recoveryHandlers({ productions, refused, views }: RecoveryServices): Pick<Handlers, Names> {
  return {
    'recovery:facts': async ({ id }) => {
      const told = productions.recoveredOf(id)
      if (!told) return ok(null)
      const savedAt = told.savedAt?.toISOString() ?? null
      return ok({ ...told.edits, savedAt, changedAt: told.changedAt.toISOString() })
    },
    'recovery:refuse': async ({ id, title, since }) => {
      const told = productions.recoveredOf(id)
      if (!told) return refuse(nothingRecovered)
      const change = refusedChange(told.change, [since as never])
      const { count, last } = told.edits
      const kept = await refused.keep({ id, title, count, last, change }, new Date())
      return kept.ok ? ok({ change: invert(change), kept: kept.value }) : kept
    },
    'recovery:kept': async ({ id }) => ok(await refused.list(id)),
    'recovery:take': async ({ id, name }) => {
      const work = await refused.read(name)
      if (!work.ok) return work
      return work.value.id === id ? ok(work.value.change) : refuse(otherProduction(work.value.title))
    },
    'recovery:discarded': async () => ok(await productions.discarded()),
    'recovery:undiscard': async ({ id }) => productions.undiscard(id),
    'view:get': async ({ id }) => ok(await views.get(id)),
    'view:keep': async ({ id, view }) => {
      await views.keep(id, view)
      return ok(null)
    },
  }
}

const nothingRecovered: Problem = {
  message: 'There is nothing to go back from.',
  expected: 'edits that came back when the production was opened',
  found: 'none',
  remedy: 'Undo takes back single edits.',
}

function otherProduction(title: string): Problem {
  return {
    message: 'This work belongs to another production.',
    expected: 'work of the production that is open',
    found: `work on ${title || 'an untitled production'}`,
    remedy: 'Open that production, then bring it back there.',
  }
}

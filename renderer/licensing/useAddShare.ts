import { nameCueMusic } from '../../shared/edits/cueMusicEdits.ts'
import type { ShareSide } from '../../shared/edits/shareEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { Work } from '../../shared/model/work.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { useApply } from '../cues/useApply.ts'
import { makeId, useSession } from '../store/session.ts'
import { newEntry, setShares } from './shareEntries.ts'

/** Adds a writer or publisher by name; a cue that has no work yet gets one by its own title. */
export function useAddShare(cue: Cue, work: Work | null, side: ShareSide): (name: string) => Result<unknown> {
  const session = useSession()
  const apply = useApply()
  return (name) => {
    if (name === '') return ok(null)
    if (work === null && cue.title === '') return refuse(nameless(name))
    const key = `add ${side} ${work?.[side].length ?? 0} ${cue.id}`
    if (work === null) apply(nameCueMusic(cue.id, { work: { title: cue.title } }, makeId), key)
    const document = session.work.value?.documents.document
    const named = document?.works[document.cues[cue.id]?.work ?? '']
    if (!named) return ok(null)
    return apply(setShares(named, side, [...named[side], newEntry(side, name, named[side])], makeId), key)
  }
}

function nameless(found: string): Problem {
  return {
    message: 'There is no work yet to have a share in.',
    expected: 'a title of the work or of the cue',
    found,
    remedy: 'Type its title first.',
  }
}

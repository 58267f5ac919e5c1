import { type CueUse, isPlaced, nameOfUse } from '../../sheet/cueUse.ts'
import { isLongerThan } from '../../sheet/duration.ts'
import { lengthText } from '../lengthText.ts'
import type { Noticed, Rule } from '../rule.ts'
import { usesByMusic } from '../usesByMusic.ts'

/** Music that is used longer, or more often, than was paid for. */
export const usedBeyondLicence: Rule = {
  id: 'CS-077',
  severity: 'warning',
  fault: 'The cue is longer than its licences allow, or the music is used more often.',
  reason: 'A licence is for so many seconds and so many uses; more of either is not licensed.',
  remedy: 'Shorten the cue, or widen the licence.',
  source: 'Tiny House, Sync agreements',
  inspect: ({ uses, programme: { rate } }) => {
    const limited = uses.filter(({ cue }) => cue.licensedDuration !== null || cue.licensedUses !== null)
    if (limited.length === 0) return []
    const groups = [...usesByMusic(uses).values()]
    const countOf = (use: CueUse) => groups.find((group) => group.includes(use))?.length ?? 1
    return limited.flatMap((use): readonly Noticed[] => {
      const { id: cue, licensedDuration, licensedUses } = use.cue
      const found: Noticed[] = []
      if (licensedDuration !== null && isPlaced(use) && isLongerThan(use.time.length, licensedDuration, rate))
        found.push({
          cue,
          field: 'licensedDuration',
          message: `${nameOfUse(use)} lasts ${lengthText(use.time.length, rate)}, licensed are ${licensedDuration} s. Shorten it, or widen the licence.`,
        })
      if (licensedUses !== null && countOf(use) > licensedUses)
        found.push({
          cue,
          field: 'licensedUses',
          message: `${nameOfUse(use)} is used ${countOf(use)} times, licensed are ${licensedUses}. Take one out, or widen the licence.`,
        })
      return found
    })
  },
}

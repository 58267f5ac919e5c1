import { diegesisNames } from '../../model/cuePresets.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A source on screen of music that the characters are said not to hear. */
export const seenButNotHeard: Rule = {
  id: 'CS-032',
  severity: 'warning',
  reason:
    'Where the source is on screen, the characters can hear the music; one of the two entries is wrong.',
  inspect: perUse((use) => {
    const { diegesis, sourceVisibility } = use.cue
    const isSeen = sourceVisibility === 'device' || sourceVisibility === 'performer'
    if (!isSeen || (diegesis !== 'nonDiegetic' && diegesis !== 'metaDiegetic')) return null
    return `${nameOfUse(use)} is ${diegesisNames[diegesis]}, yet a ${sourceVisibility} is seen. Make it diegetic, or its source not seen.`
  }),
}

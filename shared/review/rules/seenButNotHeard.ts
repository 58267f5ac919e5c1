import { diegesisNames } from '../../model/cuePresets.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A source on screen of music that the characters are said not to hear. */
export const seenButNotHeard: Rule = {
  id: 'CS-032',
  severity: 'warning',
  fault: 'A device or performer is seen, yet the characters are said not to hear the music.',
  reason:
    'Where the source is on screen, the characters can hear the music; one of the two entries is wrong.',
  remedy: 'Make it diegetic, or its source not seen.',
  source: 'ASCAP weighting rules: visual music has its origin on screen',
  inspect: perUse((use) => {
    const { diegesis, sourceVisibility } = use.cue
    const isSeen = sourceVisibility === 'device' || sourceVisibility === 'performer'
    if (!isSeen || (diegesis !== 'nonDiegetic' && diegesis !== 'metaDiegetic')) return null
    return `${nameOfUse(use)} is ${diegesisNames[diegesis]}, yet a ${sourceVisibility} is seen. Make it diegetic, or its source not seen.`
  }),
}

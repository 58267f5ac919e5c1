import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** Nobody has said whether the characters hear it. */
export const diegesisUnknown: Rule = {
  id: 'CS-031',
  severity: 'warning',
  fault: 'Nobody has said whether the characters hear the music.',
  reason: 'Until this is known the cue counts as background, which pays less than visual or featured music.',
  remedy: 'Choose it.',
  source: 'ASCAP weighting rules; APRA, Cue sheets',
  inspect: perUse((use) =>
    use.cue.diegesis === 'unknown'
      ? `Can the characters hear ${nameOfUse(use)}? Until that is said it counts as background.`
      : null,
  ),
}

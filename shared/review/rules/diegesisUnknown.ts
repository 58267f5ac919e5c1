import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** Nobody has said whether the characters hear it. */
export const diegesisUnknown: Rule = {
  id: 'CS-031',
  severity: 'warning',
  reason: 'Until this is known the cue counts as background, which pays less than visual or featured music.',
  inspect: perUse((use) =>
    use.cue.diegesis === 'unknown'
      ? `Can the characters hear ${nameOfUse(use)}? Until that is said it counts as background.`
      : null,
  ),
}

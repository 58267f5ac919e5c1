import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A cue that passes between the scene and the audience. */
export const transDiegeticCue: Rule = {
  id: 'CS-036',
  severity: 'info',
  reason:
    'Music that starts in the scene and takes over as score can be reported as one cue or as two with different usages.',
  inspect: perUse((use) =>
    use.cue.diegesis === 'transDiegetic'
      ? `${nameOfUse(use)} passes between scene and score. Split it there to report each part by its own usage?`
      : null,
  ),
}

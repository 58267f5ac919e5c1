import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A cue that passes between the scene and the audience. */
export const transDiegeticCue: Rule = {
  id: 'CS-036',
  severity: 'info',
  fault: 'The music passes between the scene and the audience.',
  reason:
    'Music that starts in the scene and takes over as score can be reported as one cue or as two with different usages.',
  remedy: 'Split the cue where it passes, or leave it as one line.',
  source: 'House rule',
  inspect: perUse((use) =>
    use.cue.diegesis === 'transDiegetic'
      ? `${nameOfUse(use)} passes between scene and score. Split it there to report each part by its own usage?`
      : null,
  ),
}

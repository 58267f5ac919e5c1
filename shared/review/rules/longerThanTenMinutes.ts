import { nameOfUse } from '../../sheet/cueUse.ts'
import { isLongerThan } from '../../sheet/duration.ts'
import { lengthText } from '../lengthText.ts'
import { perPlacedUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A cue longer than ten minutes. */
export const longerThanTenMinutes: Rule = {
  id: 'CS-010',
  severity: 'warning',
  fault: 'The cue lasts longer than ten minutes.',
  reason: 'Few cues last ten minutes; most that seem to have lost their out.',
  remedy: 'Check its out.',
  source: 'House rule',
  inspect: perPlacedUse((use, { programme }) =>
    isLongerThan(use.time.length, 600, programme.rate)
      ? `${nameOfUse(use)} lasts ${lengthText(use.time.length, programme.rate)}. Missing its out? Check where the music ends.`
      : null,
  ),
}

import { nameOfUse } from '../../sheet/cueUse.ts'
import { isShorterThan } from '../../sheet/duration.ts'
import { lengthText } from '../lengthText.ts'
import { perPlacedUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A cue shorter than a second. */
export const shorterThanOneSecond: Rule = {
  id: 'CS-004',
  severity: 'warning',
  fault: 'The cue lasts less than one second.',
  reason: 'Sheets report whole seconds and at least one, so a very short cue prints longer than it is.',
  remedy: 'Check its out. A sting may be that short; then ignore this.',
  source: 'The ASCAP/BMI template asks for whole minutes and seconds',
  inspect: perPlacedUse((use, { programme }) =>
    isShorterThan(use.time.length, 1, programme.rate)
      ? `${nameOfUse(use)} lasts ${lengthText(use.time.length, programme.rate)} and will print 00:01. Check its out, unless it is a sting.`
      : null,
  ),
}

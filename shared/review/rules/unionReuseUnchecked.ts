import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A record whose players may have to be paid again. */
export const unionReuseUnchecked: Rule = {
  id: 'CS-080',
  severity: 'info',
  fault:
    'A commercial recording of which nobody has checked whether musicians’ unions ask payment for its re-use.',
  reason:
    'Musicians’ and singers’ unions may ask payment when a recording is used anew, on top of both licences.',
  remedy: 'Check it, and mark the recording.',
  source: 'Creative Clearance, guidelines',
  inspect: perUse((use) =>
    use.cue.origin === 'commercial' && !use.recording?.unionReuseChecked
      ? `Does a union ask payment for the re-use of ${nameOfUse(use)}? Ask the label, then mark the recording as checked.`
      : null,
  ),
}

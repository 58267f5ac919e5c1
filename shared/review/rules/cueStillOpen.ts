import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A cue that was started and has no out yet. */
export const cueStillOpen: Rule = {
  id: 'CS-014',
  severity: 'error',
  fault: 'The cue has an in and no out.',
  reason:
    'Cue is still open: without an out it has no duration, so it is left out of the sheet and its totals.',
  remedy: 'Mark where its music ends.',
  source: 'House rule, not in the reference',
  inspect: perUse((use) =>
    use.cue.spans.some(({ end }) => end === null)
      ? `Out missing: ${nameOfUse(use)} is still open. Mark where its music ends.`
      : null,
  ),
}

import { nameOfUse } from '../../sheet/cueUse.ts'
import { percentText } from '../../sheet/percentText.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'
import { shareOneWhole, shareTotals, wholeSide } from '../shareTotals.ts'

/** Writers who do not make up the whole side. */
export const writerSharesNotWhole: Rule = {
  id: 'CS-041',
  severity: 'error',
  fault: 'The writers’ shares do not total 100%.',
  reason: 'The writers’ side totals 100%; a society refuses or holds back what does not.',
  remedy: 'Correct them, split them evenly, or scale them to 100%.',
  source: 'ASCAP/BMI template; Soundmouse prints each side as 100%',
  inspect: perUse((use) => {
    if (!use.work || use.work.writers.length === 0 || shareOneWhole(use.work)) return null
    const { writers } = shareTotals(use.work)
    return writers === wholeSide
      ? null
      : `Writers of ${nameOfUse(use)} total ${percentText(writers)}. Correct their shares to 100%.`
  }),
}

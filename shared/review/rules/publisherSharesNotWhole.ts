import { nameOfUse } from '../../sheet/cueUse.ts'
import { percentText } from '../../sheet/percentText.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'
import { shareOneWhole, shareTotals, wholeSide } from '../shareTotals.ts'

/** Publishers who do not make up the whole side. */
export const publisherSharesNotWhole: Rule = {
  id: 'CS-042',
  severity: 'error',
  fault: 'There are publishers, and their shares do not total 100%.',
  reason: 'The publishers’ side, where there is one, totals 100% by itself, apart from the writers’.',
  remedy: 'Correct them, split them evenly, or scale them to 100%.',
  source: 'ASCAP/BMI template; Soundmouse prints each side as 100%',
  inspect: perUse((use) => {
    if (!use.work || use.work.publishers.length === 0 || shareOneWhole(use.work)) return null
    const { publishers } = shareTotals(use.work)
    return publishers === wholeSide
      ? null
      : `Publishers of ${nameOfUse(use)} total ${percentText(publishers)}. Correct their shares to 100%.`
  }),
}

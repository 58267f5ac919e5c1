import { nameOfUse } from '../../sheet/cueUse.ts'
import { eachUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** An amount that would make a budget larger. */
export const licenceFeeNegative: Rule = {
  id: 'CS-081',
  severity: 'warning',
  fault: 'The fee or the estimate of a licence is below zero.',
  reason: 'A fee below zero lowers what the others seem to cost.',
  remedy: 'Correct the amount.',
  source: 'House rule',
  inspect: eachUse((use) =>
    use.licences.flatMap(({ id, licensor, feeMinor, estimateMinor }) =>
      (['feeMinor', 'estimateMinor'] as const)
        .filter((field) => ({ feeMinor, estimateMinor })[field] !== null)
        .filter((field) => Number({ feeMinor, estimateMinor }[field]) < 0)
        .map((field) => ({
          cue: use.cue.id,
          licence: id,
          field,
          message: `The ${field === 'feeMinor' ? 'fee' : 'estimate'} of ${licensor.trim() || 'a licensor without a name'} for ${nameOfUse(use)} is below zero. Correct it; 0 means that nothing is paid.`,
        })),
    ),
  ),
}

import { nameOfUse } from '../../sheet/cueUse.ts'
import { isIswc } from '../checkDigits.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** An ISWC that cannot be one. */
export const iswcWrong: Rule = {
  id: 'CS-047',
  severity: 'warning',
  fault: 'An ISWC fails its check.',
  reason: 'The last digit of an ISWC checks the others, so a typing error shows.',
  remedy: 'Compare it with the society’s catalogue.',
  source: 'ISWC check digit, as public validators compute it',
  inspect: perUse((use) => {
    const iswc = use.work?.iswc.trim() ?? ''
    return iswc && !isIswc(iswc)
      ? `ISWC ${iswc} of ${nameOfUse(use)} is not a valid number. Compare it with the society’s catalogue.`
      : null
  }),
}

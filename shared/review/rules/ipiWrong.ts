import { partyName } from '../../model/work.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { listed } from '../../sheet/listed.ts'
import { isIpi } from '../checkDigits.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'
import { workParties } from '../workParties.ts'

/** An IPI name number that cannot be one. */
export const ipiWrong: Rule = {
  id: 'CS-045',
  severity: 'warning',
  fault: 'An IPI name number fails its check.',
  reason:
    'The last two digits of an IPI check the others, so a typing error shows; a wrong number pays the wrong person.',
  remedy: 'Compare it with the society’s catalogue.',
  source: 'IPI check digits, as public validators compute them',
  inspect: perUse((use, { document }) => {
    const wrong = workParties(use.work, document)
      .filter(({ ipi }) => ipi.trim() && !isIpi(ipi))
      .map((party) => `${party.ipi.trim()} of ${partyName(party) || 'a holder without a name'}`)
    if (wrong.length === 0) return null
    return `IPI ${listed(wrong)} in ${nameOfUse(use)} is not a valid number. Compare it with the society’s catalogue.`
  }),
}

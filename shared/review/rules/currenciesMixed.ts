import { nameOfUse } from '../../sheet/cueUse.ts'
import { listed } from '../../sheet/listed.ts'
import { perSide } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** Fees of one side that nobody can compare. */
export const currenciesMixed: Rule = {
  id: 'CS-082',
  severity: 'warning',
  fault: 'The licences of one side have fees in different currencies.',
  reason:
    'Most favoured nations and the cost of a side cannot be told across currencies, since nothing is converted.',
  remedy: 'Agree on one currency for the side.',
  source: 'House rule',
  inspect: perSide(({ side, licences }, use) => {
    const priced = licences.filter(({ feeMinor }) => feeMinor !== null)
    const currencies = [...new Set(priced.map(({ currency }) => currency.trim().toUpperCase()))]
    if (currencies.length < 2) return null
    const named = currencies.map((currency) => currency || 'no currency').toSorted()
    return `The ${side} side of ${nameOfUse(use)} has fees in ${listed(named)}. Agree on one currency, so that they can be compared.`
  }),
}

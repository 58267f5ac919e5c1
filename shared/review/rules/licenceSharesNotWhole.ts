import { nameOfUse } from '../../sheet/cueUse.ts'
import { percentText } from '../../sheet/percentText.ts'
import { perSide } from '../perUse.ts'
import type { Rule } from '../rule.ts'
import { wholeSide } from '../shareTotals.ts'

/** Licences that cover only part of a side, or more than all of it. */
export const licenceSharesNotWhole: Rule = {
  id: 'CS-073',
  severity: 'warning',
  fault: 'The licences of a side do not add up to 100% of it.',
  reason: 'Every publisher of a work, and every owner of a recording, has to say yes for their own share.',
  remedy: 'License the rest, or correct the shares.',
  source: 'Otis, Sync licensing basics: every publisher licenses its own share',
  inspect: perSide(({ side, coverage }, use) => {
    if (coverage === null || coverage === wholeSide) return null
    const cleared = `The ${side} side of ${nameOfUse(use)} is ${percentText(coverage)} cleared.`
    return coverage < wholeSide
      ? `${cleared} License the remaining ${percentText(wholeSide - coverage)}.`
      : `${cleared} Correct the licences’ shares to 100%.`
  }),
}

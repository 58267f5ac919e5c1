import { type Party, partyName } from '../../model/work.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { listed } from '../../sheet/listed.ts'
import { percentText } from '../../sheet/percentText.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'
import { wholeSide } from '../shareTotals.ts'

/** A share below nothing or above the whole. */
export const shareImpossible: Rule = {
  id: 'CS-049',
  severity: 'error',
  fault: 'A share is below 0% or above 100%.',
  reason: 'A share is a part of one side, so it lies between 0% and 100%.',
  remedy: 'Correct it.',
  source: 'House rule',
  inspect: perUse((use, { document: { parties } }) => {
    const shares = [...(use.work?.writers ?? []), ...(use.work?.publishers ?? [])]
    const wrong = shares.filter(({ share }) => share < 0 || share > wholeSide)
    const licensed = use.licences.filter(({ share }) => share < 0 || share > wholeSide)
    if (wrong.length + licensed.length === 0) return null
    const named = wrong.map(({ party, share }) => {
      const holder: Party | undefined = Object.hasOwn(parties, party) ? parties[party] : undefined
      return `${(holder && partyName(holder)) || 'a holder without a name'} with ${percentText(share)}`
    })
    const papers = licensed.map(
      ({ licensor, share }) => `a licence from ${licensor.trim() || 'nobody'} for ${percentText(share)}`,
    )
    return `${nameOfUse(use)} has ${listed([...named, ...papers])}. A share lies between 0% and 100%.`
  }),
}

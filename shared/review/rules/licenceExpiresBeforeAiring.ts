import { countingLicences } from '../../model/countingLicences.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { eachUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A licence that ends before the first transmission. */
export const licenceExpiresBeforeAiring: Rule = {
  id: 'CS-075',
  severity: 'warning',
  fault: 'A licence expires before the air date.',
  reason: 'A licence has to run at least until the programme is first shown.',
  remedy: 'Extend it.',
  source: 'The Creative Breakdown, Music licence tracker',
  inspect: eachUse((use, { document }) => {
    const { airDate } = document.production
    return (
      countingLicences(use.licences)
        .filter(({ status }) => status !== 'denied')
        // Days in ISO 8601 order as text does.
        .filter(({ expires }) => expires !== '' && airDate !== '' && expires < airDate)
        .map(({ id, licensor, expires }) => ({
          cue: use.cue.id,
          licence: id,
          message: `The licence from ${licensor.trim() || 'its licensor'} for ${nameOfUse(use)} expires on ${expires}, before the air date ${airDate}. Extend it.`,
        }))
    )
  }),
}

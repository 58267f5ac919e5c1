import type { ProductionCategory } from '../../model/production.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { isFestivalOnly } from '../../sheet/reach.ts'
import { licencesInForce } from '../inForce.ts'
import { eachUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A licence for festivals in a film that goes further. */
export const festivalLicenceOnly: Rule = {
  id: 'CS-079',
  severity: 'warning',
  fault: 'A licence is for festivals only, and the production is for broadcast or release.',
  reason:
    'Festival licences are cheap since they end with the festivals; the option for more has to be exercised in time.',
  remedy: 'Exercise the option for all media, or extend the licence.',
  source: 'Shade, glossary: festival licence with an option',
  inspect: eachUse((use, { document: { production } }) =>
    forFestivals.includes(production.category)
      ? []
      : licencesInForce(use)
          .filter(({ media }) => isFestivalOnly(media))
          .map(({ id, licensor }) => ({
            cue: use.cue.id,
            licence: id,
            message: `The licence from ${licensor.trim() || 'its licensor'} for ${nameOfUse(use)} is for festivals only. Exercise its option, or extend it, before the release.`,
          })),
  ),
}

/** Categories that are not in themselves for broadcast or release. */
const forFestivals: readonly ProductionCategory[] = ['Short', 'Trailer/Promo', 'Other']

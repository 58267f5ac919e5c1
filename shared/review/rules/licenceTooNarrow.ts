import type { Licence } from '../../model/licence.ts'
import type { Production } from '../../model/production.ts'
import { type CueUse, nameOfUse } from '../../sheet/cueUse.ts'
import { listed } from '../../sheet/listed.ts'
import { lacking, mediaReach, territoryReach } from '../../sheet/reach.ts'
import { isShorterTerm } from '../../sheet/termReach.ts'
import { licencesInForce } from '../inForce.ts'
import { eachUse } from '../perUse.ts'
import type { Noticed, Rule } from '../rule.ts'

/** A licence that leaves out a place or a medium in which the production will be shown. */
export const licenceTooNarrow: Rule = {
  id: 'CS-076',
  severity: 'warning',
  fault: 'A licence names a territory, media or a term that leave out some that the production needs.',
  reason: 'A licence permits what it names and nothing else.',
  remedy: 'Widen the licence, or correct what the production needs.',
  source: 'Tiny House, Sync agreements',
  inspect: eachUse((use, { document: { production } }) =>
    production.neededTerritories.length + production.neededMedia.length === 0 &&
    production.neededTerm.trim() === ''
      ? []
      : licencesInForce(use).flatMap((licence) => narrow(use, licence, production)),
  ),
}

function narrow(use: CueUse, licence: Licence, production: Production): readonly Noticed[] {
  const { territory, media } = licence
  const outside = lacking(territory, production.neededTerritories, territoryReach)
  const unlicensed = lacking(media, production.neededMedia, mediaReach)
  const from = licence.licensor.trim() || 'its licensor'
  const found = (
    field: 'territory' | 'media' | 'term',
    granted: string,
    missing: readonly string[],
  ): Noticed => ({
    cue: use.cue.id,
    licence: licence.id,
    field,
    message: `The licence from ${from} for ${nameOfUse(use)} is for ${granted.trim()}; the production also needs ${listed(missing)}. Widen it.`,
  })
  return [
    ...(outside.length > 0 ? [found('territory', territory, outside)] : []),
    ...(unlicensed.length > 0 ? [found('media', media, unlicensed)] : []),
    ...(isShorterTerm(licence, production.neededTerm)
      ? [found('term', licence.term.trim() || `until ${licence.expires}`, [production.neededTerm.trim()])]
      : []),
  ]
}

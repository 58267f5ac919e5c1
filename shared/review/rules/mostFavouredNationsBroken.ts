import { countingLicences } from '../../model/countingLicences.ts'
import type { Licence } from '../../model/licence.ts'
import { type CueUse, nameOfUse } from '../../sheet/cueUse.ts'
import { wholeFee } from '../../sheet/wholeFee.ts'
import { eachUse } from '../perUse.ts'
import type { Noticed, Rule } from '../rule.ts'

/** A licensor with most favoured nations who gets less than another; one finding for each such pair and cue. */
export const mostFavouredNationsBroken: Rule = {
  id: 'CS-074',
  severity: 'warning',
  fault: 'A licensor with most favoured nations gets less, at 100% of a side, than another on the same cue.',
  reason: 'Most favoured nations means that nobody on the same cue gets more, compared at 100% of a side.',
  remedy: 'Raise that fee, or renegotiate the other.',
  source: 'Tiny House, Sync agreements; Tracks and Fields, glossary',
  inspect: eachUse(breaches),
}

function breaches(use: CueUse): readonly Noticed[] {
  const priced = countingLicences(use.licences).flatMap((licence) => {
    const fee = isComparable(licence) ? wholeFee(licence) : null
    return fee === null ? [] : [{ licence, fee }]
  })
  return priced
    .filter(({ licence }) => licence.mfn)
    .flatMap((favoured) =>
      priced
        .filter(
          (dearer) => dearer.licence.currency === favoured.licence.currency && dearer.fee > favoured.fee,
        )
        .map((dearer) => ({
          cue: use.cue.id,
          licence: favoured.licence.id,
          other: dearer.licence.id,
          message: `${licensor(favoured.licence)} has most favoured nations for ${nameOfUse(use)}, yet ${licensor(dearer.licence)} gets more at 100%. Match the higher fee, or renegotiate it.`,
        })),
    )
}

function isComparable({ kind, status }: Licence): boolean {
  return (kind === 'sync' || kind === 'master') && status !== 'denied' && status !== 'replaced'
}

function licensor({ licensor: name }: Licence): string {
  return name.trim() || 'a licensor without a name'
}

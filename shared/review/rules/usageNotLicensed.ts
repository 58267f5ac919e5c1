import { nameOfUse } from '../../sheet/cueUse.ts'
import { usagesOf } from '../../sheet/societyUsage.ts'
import { fitsUsage } from '../../sheet/usageWords.ts'
import { licencesInForce } from '../inForce.ts'
import { eachUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A licence for background music, say, on a cue that is now sung on screen. */
export const usageNotLicensed: Rule = {
  id: 'CS-078',
  severity: 'warning',
  fault: 'A licence was given for another usage than the cue has now.',
  reason: 'Licensors price a use by what it is; another usage is another licence.',
  remedy: 'Ask the licensor to agree to the new usage.',
  source: 'House rule',
  inspect: eachUse((use, { document: { production } }) => {
    const worded = licencesInForce(use).filter(({ licensedUsage }) => licensedUsage.trim() !== '')
    if (worded.length === 0) return []
    const usages = usagesOf(use.cue, production)
    return worded
      .filter(({ licensedUsage }) => !fitsUsage(licensedUsage, usages))
      .map(({ id, licensor, licensedUsage }) => ({
        cue: use.cue.id,
        licence: id,
        message: `The licence from ${licensor.trim() || 'its licensor'} for ${nameOfUse(use)} is for “${licensedUsage.trim()}”, and the cue is now ${usages.us.code ?? 'without a usage'}. Ask whether that is covered.`,
      }))
  }),
}

import { nameOfUse } from '../../sheet/cueUse.ts'
import { listed } from '../../sheet/listed.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A free composition of which nobody says how that is known, or where. */
export const publicDomainUnproved: Rule = {
  id: 'CS-067',
  severity: 'info',
  fault: 'A work in the public domain without a note of how that is known, or of where it is so.',
  reason:
    'A work can be free in one country and protected in the next, and whoever insures the film asks for the proof.',
  remedy: 'Enter both with the work.',
  source: 'Noiresque FAQ: the status is proved for each territory',
  inspect: perUse((use) => {
    if (!use.work?.publicDomain) return null
    const missing = [
      ...(use.work.publicDomainProof.trim() ? [] : ['how that is known']),
      ...(use.work.publicDomainTerritory.trim() ? [] : ['where it is so']),
    ]
    if (missing.length === 0) return null
    return `${nameOfUse(use)} is in the public domain; enter ${listed(missing)}.`
  }),
}

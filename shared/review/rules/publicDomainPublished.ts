import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A publisher of what belongs to nobody. */
export const publicDomainPublished: Rule = {
  id: 'CS-065',
  severity: 'warning',
  fault: 'A work in the public domain has a publisher and no arranger.',
  reason:
    'A public-domain work has a publisher only through a new arrangement, whose arranger is then a writer.',
  remedy: 'Add the arranger (AR), or remove the publisher.',
  source: 'etrax, Cue sheet notes',
  inspect: perUse((use) => {
    const { work } = use
    if (!work?.publicDomain || work.publishers.length === 0) return null
    return work.writers.some(({ role }) => role === 'AR')
      ? null
      : `${nameOfUse(use)} is in the public domain but has a publisher. Add the arranger (AR), or remove the publisher.`
  }),
}

import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A protected work without a publisher. */
export const publisherMissing: Rule = {
  id: 'CS-043',
  severity: 'warning',
  fault: 'A protected work has no publisher and is not marked as unpublished.',
  reason:
    'The publishers’ share goes unpaid when nobody is named; a self-published work is marked as unpublished.',
  remedy: 'Add the publisher, or mark the work as unpublished.',
  source: 'BMI, What is a cue sheet',
  inspect: perUse((use) => {
    const { work } = use
    if (!work || work.publishers.length > 0 || work.publicDomain || work.unpublished) return null
    return `${nameOfUse(use)} has no publisher. Add one, or mark the work as unpublished.`
  }),
}

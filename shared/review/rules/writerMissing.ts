import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A composition that nobody is said to have written. */
export const writerMissing: Rule = {
  id: 'CS-040',
  severity: 'error',
  fault: 'The cue names no work, or its work has no writer.',
  reason:
    'A sheet exists to name the writers; without one nobody is paid. Traditional music has the writer “Traditional”.',
  remedy: 'Add the writer; for traditional music “Traditional” with the society PD.',
  source: 'BMI, What is a cue sheet',
  inspect: perUse((use) => {
    if (use.work === null) return `${nameOfUse(use)} names no work, so it has no writer. Name the work.`
    return use.work.writers.length === 0
      ? `${nameOfUse(use)} has no writer. Add the composer, or “Traditional” with the society PD.`
      : null
  }),
}

import type { Licence } from '../../model/licence.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { eachUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

const course = ['requested', 'quoted', 'approved', 'executed', 'paid'] as const

/** A licence that was approved before it was asked for. */
export const licenceDaysOutOfOrder: Rule = {
  id: 'CS-083',
  severity: 'warning',
  fault:
    'The days of a licence contradict each other: a later step is dated before an earlier one, or it expires before it starts.',
  reason: 'Whoever reads the clearance log trusts its days; one of these is wrong.',
  remedy: 'Correct the day.',
  source: 'House rule',
  inspect: eachUse((use) =>
    use.licences.flatMap((licence) =>
      contradictions(licence).map(({ field, words }) => ({
        cue: use.cue.id,
        licence: licence.id,
        field,
        message: `The licence from ${licence.licensor.trim() || 'its licensor'} for ${nameOfUse(use)} ${words}. Correct one of the days.`,
      })),
    ),
  ),
}

/** Days in ISO 8601 order as text does. */
function contradictions(licence: Licence): readonly { readonly field: string; readonly words: string }[] {
  const dated = course.filter((step) => licence[step] !== '')
  const steps = dated.flatMap((step, index) => {
    const before = dated[index - 1]
    return before && licence[step] < licence[before]
      ? [
          {
            field: step,
            words: `is ${step} on ${licence[step]}, before it is ${before} on ${licence[before]}`,
          },
        ]
      : []
  })
  const { starts, expires } = licence
  const isReversed = starts !== '' && expires !== '' && expires < starts
  return isReversed
    ? [...steps, { field: 'expires', words: `expires on ${expires}, before it starts on ${starts}` }]
    : steps
}

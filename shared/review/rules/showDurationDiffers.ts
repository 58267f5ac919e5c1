import { durationText } from '../../sheet/duration.ts'
import { showLength } from '../../sheet/programme.ts'
import { wholeSeconds } from '../../time/frames.ts'
import type { Rule } from '../rule.ts'

/** A stated show duration that the picture contradicts. */
export const showDurationDiffers: Rule = {
  id: 'CS-095',
  severity: 'warning',
  fault: 'The show duration that is stated differs from the computed one by more than a second.',
  reason: 'The length that is stated should be that of the picture which was spotted.',
  remedy: 'State the computed one, or ignore this with the reason.',
  source: 'House rule',
  inspect: ({ document, programme }) => {
    const { showDurationOverride: stated } = document.production
    const { rate } = programme
    const length = showLength(programme)
    // More than one second apart, compared exactly.
    if (stated === null || Math.abs(stated * rate.num - length * rate.den) <= rate.num) return []
    const message = `The sheet states a show of ${durationText(stated)}, and the picture has ${durationText(wholeSeconds(length, rate))}. State the computed length, or say why not.`
    return [{ field: 'showDurationOverride', message }]
  },
}

import { recordsOf } from '../../model/document.ts'
import { compareText } from '../../model/naturalOrder.ts'
import { isInForce } from '../inForce.ts'
import type { Rule } from '../rule.ts'

/** What is paid for and used nowhere. */
export const licenceWithoutCue: Rule = {
  id: 'CS-084',
  severity: 'info',
  fault: 'A licence covers no cue, as after its cue was deleted.',
  reason: 'It may still have to be paid, or could be given back.',
  remedy: 'Add the cue that it is for, mark it as replaced, or remove it.',
  source: 'House rule',
  inspect: ({ document }) =>
    recordsOf(document, 'licences')
      .filter((licence) => licence.cues.length === 0 && isInForce(licence))
      .toSorted((a, b) => compareText(a.id, b.id))
      .map(({ id, licensor }) => ({
        licence: id,
        message: `The licence from ${licensor.trim() || 'a licensor without a name'} covers no cue any more. Add the cue that it is for, mark it as replaced, or remove it.`,
      })),
}

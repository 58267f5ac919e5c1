import { nameOfUse } from '../../sheet/cueUse.ts'
import type { Rule } from '../rule.ts'
import { isSameWork } from './workDoubled.ts'

/** Two works that sound at once. */
export const cuesOverlap: Rule = {
  id: 'CS-006',
  severity: 'info',
  fault: 'The cue overlaps another cue of a different work.',
  reason: 'In a crossfade each work keeps its own full in and out, so overlaps are right but worth a look.',
  remedy: 'Nothing, where it is a crossfade; else trim one of the two.',
  source: 'Avid Pro Tools reference, crossfades in text export',
  inspect: ({ overlaps }) =>
    overlaps
      .filter(({ earlier, later }) => !isSameWork(earlier, later))
      .map(({ earlier, later, frames }) => ({
        cue: later.cue.id,
        other: earlier.cue.id,
        frames,
        message: `${frames}-frame overlap of ${nameOfUse(later)} with ${nameOfUse(earlier)}. Right for a crossfade; else trim one of them.`,
      })),
}

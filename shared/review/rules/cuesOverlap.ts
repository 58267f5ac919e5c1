import { nameOfUse } from '../../sheet/cueUse.ts'
import type { Rule } from '../rule.ts'
import { isSameWork } from './workDoubled.ts'

/** Two works that sound at once. */
export const cuesOverlap: Rule = {
  id: 'CS-006',
  severity: 'info',
  reason: 'In a crossfade each work keeps its own full in and out, so overlaps are right but worth a look.',
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

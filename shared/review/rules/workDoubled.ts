import { type CueUse, nameOfUse } from '../../sheet/cueUse.ts'
import type { Rule } from '../rule.ts'

/** One work twice at the same time. */
export const workDoubled: Rule = {
  id: 'CS-007',
  severity: 'warning',
  fault: 'The cue overlaps another cue of the same work.',
  reason: 'The same work cannot be used twice at once, so the overlap would be reported and paid double.',
  remedy: 'Remove one of the two, or trim it.',
  source: 'House rule',
  inspect: ({ overlaps }) =>
    overlaps
      .filter(({ earlier, later }) => isSameWork(earlier, later))
      .map(({ earlier, later, frames }) => ({
        cue: later.cue.id,
        other: earlier.cue.id,
        frames,
        message: `${nameOfUse(later)} overlaps ${nameOfUse(earlier)}, the same work, by ${frames === 1 ? '1 frame' : `${frames} frames`}. Doubled? Remove one, or trim it.`,
      })),
}

/** Whether two uses are of one work; a work that is not named is never the same as another. */
export function isSameWork(a: CueUse, b: CueUse): boolean {
  return a.work !== null && a.work.id === b.work?.id
}

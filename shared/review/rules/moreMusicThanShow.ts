import { durationText } from '../../sheet/duration.ts'
import type { Rule } from '../rule.ts'

/** More music than programme. */
export const moreMusicThanShow: Rule = {
  id: 'CS-009',
  severity: 'warning',
  fault: 'The reported durations add up to more than the show lasts.',
  reason:
    'More music than programme points to a cue without its true out, or to a reel without its true length.',
  remedy: 'Check the longest cues, and the first and last frames of the reels.',
  source: 'House rule',
  inspect: ({ totals }) =>
    totals.musicSeconds > totals.showSeconds
      ? [
          {
            message: `The cues total ${durationText(totals.musicSeconds)} of music in a programme of ${durationText(totals.showSeconds)}. Check the longest cues and the reels’ lengths.`,
          },
        ]
      : [],
}

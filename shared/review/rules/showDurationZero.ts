import type { Rule } from '../rule.ts'

/** A programme without length. */
export const showDurationZero: Rule = {
  id: 'CS-093',
  severity: 'error',
  fault: 'The show duration is zero.',
  reason: 'A sheet states the length of the show, and coverage is counted from it.',
  remedy: 'Attach the picture, or set where the reel’s action begins and ends.',
  source: 'BMI, What is a cue sheet: show length',
  inspect: ({ totals }) =>
    totals.showSeconds === 0
      ? [
          {
            message:
              'The show has no duration. Attach the picture, or set its first and last frame of action.',
          },
        ]
      : [],
}

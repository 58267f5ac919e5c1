import type { Rule } from '../rule.ts'

/** A revision that does not say what it changed. */
export const revisionUnexplained: Rule = {
  id: 'CS-096',
  severity: 'info',
  fault: 'The sheet is a revision, and does not say what it changed.',
  reason: 'Whoever has paid by the first sheet wants to know which lines are new.',
  remedy: 'Enter what changed since the sheet before.',
  source: 'House rule; classification as in the ASCAP/BMI template',
  inspect: ({ document: { production } }) =>
    production.classification === 'Revision' && !production.revisionNote.trim()
      ? [{ message: 'This sheet is a revision. Enter what it changes in the production’s details.' }]
      : [],
}

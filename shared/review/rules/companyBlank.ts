import type { Rule } from '../rule.ts'

/** A sheet that nobody answers for. */
export const companyBlank: Rule = {
  id: 'CS-091',
  severity: 'error',
  fault: 'The production company is not named.',
  reason:
    'The production company is responsible for the sheet, and societies ask it when something is unclear.',
  remedy: 'Enter it in the production’s details.',
  source: 'BMI, What is a cue sheet; ASCAP, Cue sheets',
  inspect: ({ document }) =>
    document.production.productionCompany.trim()
      ? []
      : [{ message: 'No production company is named. Enter it in the production’s details.' }],
}

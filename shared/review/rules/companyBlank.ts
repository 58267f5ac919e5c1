import type { Rule } from '../rule.ts'

/** A sheet that nobody answers for. */
export const companyBlank: Rule = {
  id: 'CS-091',
  severity: 'error',
  reason:
    'The production company is responsible for the sheet, and societies ask it when something is unclear.',
  inspect: ({ document }) =>
    document.production.productionCompany.trim()
      ? []
      : [{ message: 'No production company is named. Enter it in the production’s details.' }],
}

import type { Rule } from '../rule.ts'

/** A sheet for nobody knows what. */
export const productionTitleBlank: Rule = {
  id: 'CS-090',
  severity: 'error',
  reason: 'A society files the sheet under the programme’s title.',
  inspect: ({ document }) =>
    document.production.title.trim()
      ? []
      : [{ message: 'The production has no title. Enter it in the production’s details.' }],
}

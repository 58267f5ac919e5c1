import type { Rule } from '../rule.ts'

/** A sheet for nobody knows what. */
export const productionTitleBlank: Rule = {
  id: 'CS-090',
  severity: 'error',
  fault: 'The production has no title.',
  reason: 'A society files the sheet under the programme’s title.',
  remedy: 'Enter it in the production’s details.',
  source: 'BMI, What is a cue sheet',
  inspect: ({ document }) =>
    document.production.title.trim()
      ? []
      : [{ message: 'The production has no title. Enter it in the production’s details.' }],
}

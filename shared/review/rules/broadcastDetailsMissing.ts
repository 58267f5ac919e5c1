import type { Rule } from '../rule.ts'

const fieldNames = { airDate: 'air date', network: 'network' } as const
const fields = Object.keys(fieldNames) as readonly (keyof typeof fieldNames)[]

/** A programme for television of which nobody knows where or when it runs; one finding for each field. */
export const broadcastDetailsMissing: Rule = {
  id: 'CS-092',
  severity: 'warning',
  fault: 'The production is no film, and its air date or network is not given.',
  reason: 'Societies match broadcasts to sheets by network and date.',
  remedy: 'Enter it, or correct the category.',
  source: 'BMI, What is a cue sheet; ASCAP/BMI template',
  inspect: ({ document: { production } }) =>
    production.category === 'Movie'
      ? []
      : fields
          .filter((field) => !production[field].trim())
          .map((field) => ({
            field,
            message: `No ${fieldNames[field]} is given. Enter it, or make the category Movie.`,
          })),
}

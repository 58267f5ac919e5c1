import type { Finding } from '../model/finding.ts'

/** Rules of the review that find licences at odds with each other, with the music as used, or with what the production needs. */
export const conflictRules: readonly string[] = [
  'CS-073',
  'CS-074',
  'CS-075',
  'CS-076',
  'CS-077',
  'CS-078',
  'CS-079',
  'CS-081',
  'CS-082',
  'CS-083',
  'CS-084',
]

/** Whether a finding is a conflict of licences, to be shown with the licence that it names. */
export function isConflict({ rule }: Pick<Finding, 'rule'>): boolean {
  return conflictRules.includes(rule)
}

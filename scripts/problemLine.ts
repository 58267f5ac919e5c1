import type { Problem } from '../shared/result.ts'

/** A Problem on one line, for the terminal. */
export function problemLine(problem: Problem): string {
  return `${problem.message}: expected ${problem.expected}, found ${problem.found}; ${problem.remedy}`
}

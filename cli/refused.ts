import { type Problem, problemText } from '../shared/result.ts'
import { exitCode } from './exitCode.ts'
import type { Terminal } from './terminal.ts'

/** Says why nothing was done. */
export function refused(problem: Problem, terminal: Terminal): typeof exitCode.refused {
  terminal.error(problemText(problem))
  return exitCode.refused
}

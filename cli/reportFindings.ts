import type { ProductionDocument } from '../shared/model/document.ts'
import type { Finding } from '../shared/model/finding.ts'
import { type ExitCode, exitCode } from './exitCode.ts'
import type { Terminal } from './terminal.ts'

/** Prints the findings that are errors, and tells how a command that was carried out has ended. */
export function reportErrors(
  document: ProductionDocument,
  findings: readonly Finding[],
  terminal: Terminal,
): ExitCode {
  const errors = findings.filter(({ severity }) => severity === 'error')
  for (const error of errors) terminal.error(findingLine(document, error))
  return errors.length > 0 ? exitCode.errorsFound : exitCode.ok
}

/** A finding on one line: severity, rule, cue number, message. */
export function findingLine({ cues }: ProductionDocument, { severity, rule, cue, message }: Finding): string {
  const number = cue === undefined ? 'production' : cues[cue]?.number.trim() || `cue ${cue}`
  return `${severity.padEnd(7)} ${rule}  ${number}: ${message}`
}

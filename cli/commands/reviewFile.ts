import { problemText } from '../../shared/result.ts'
import { readinessOf, readinessText } from '../../shared/review/readiness.ts'
import { reviewDocument } from '../../shared/review/review.ts'
import { type ExitCode, exitCode } from '../exitCode.ts'
import { readInput } from '../readInput.ts'
import { findingLine } from '../reportFindings.ts'
import type { Terminal } from '../terminal.ts'

/** Prints everything that review finds in a production, and how far it is from delivery. */
export async function reviewFile(file: string, terminal: Terminal): Promise<ExitCode> {
  const input = await readInput(file)
  if (!input.ok) {
    terminal.error(problemText(input.problem))
    return exitCode.refused
  }
  const { document, notes } = input.value
  for (const note of notes) terminal.error(note)
  const findings = reviewDocument(document)
  for (const finding of findings) terminal.out(findingLine(document, finding))
  const readiness = readinessOf(document, findings)
  const { error, warning, info } = readiness.counts
  terminal.out(
    `Errors ${error}, warnings ${warning}, notes ${info}. Readiness ${readiness.percent} %: ${readinessText(readiness)}`,
  )
  return error > 0 ? exitCode.errorsFound : exitCode.ok
}

import { problemText } from '../../shared/result.ts'
import { readinessOf, readinessText } from '../../shared/review/readiness.ts'
import { inReadingOrder } from '../../shared/review/review.ts'
import { Reviewer } from '../../shared/review/reviewer.ts'
import { reviewReport } from '../../shared/review/reviewReport.ts'
import { type ExitCode, exitCode } from '../exitCode.ts'
import { readInput } from '../readInput.ts'
import { findingLine } from '../reportFindings.ts'
import type { Terminal } from '../terminal.ts'

/** Prints everything that review finds in a production, and how far it is from delivery; as one object of JSON if asked to. */
export async function reviewFile(file: string, asJson: boolean, terminal: Terminal): Promise<ExitCode> {
  const input = await readInput(file)
  if (!input.ok) {
    terminal.error(problemText(input.problem))
    return exitCode.refused
  }
  const { document, notes } = input.value
  for (const note of notes) terminal.error(note)
  if (asJson) {
    const report = reviewReport(document)
    terminal.out(JSON.stringify(report, null, 1))
    return report.lint.some(({ severity }) => severity === 'error') ? exitCode.errorsFound : exitCode.ok
  }
  const review = new Reviewer().review(document)
  const findings = inReadingOrder(review)
  for (const finding of findings) terminal.out(findingLine(document, finding))
  for (const { finding, ignored } of review.ignored)
    terminal.out(`${findingLine(document, { ...finding, severity: 'info' })} (ignored: ${ignored.reason})`)
  const readiness = readinessOf(document, findings)
  const { error, warning, info } = readiness.counts
  terminal.out(
    `Errors ${error}, warnings ${warning}, notes ${info}. Readiness ${readiness.percent} %: ${readinessText(readiness)}`,
  )
  return error > 0 ? exitCode.errorsFound : exitCode.ok
}

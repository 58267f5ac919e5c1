import { exporters } from '../../shared/formats/exporters.ts'
import { importers } from '../../shared/formats/importers.ts'
import { type ExitCode, exitCode } from '../exitCode.ts'
import type { Terminal } from '../terminal.ts'

/** Prints what can be written and read, and what each export leaves out. */
export function listFormats(terminal: Terminal): ExitCode {
  terminal.out('export:')
  for (const { id, label, losses } of exporters) {
    terminal.out(`  ${id}  ${label}`)
    terminal.out(`    leaves out: ${losses.join('; ')}`)
  }
  terminal.out('import:')
  for (const { id, label } of importers) terminal.out(`  ${id}  ${label}`)
  return exitCode.ok
}

import { type ExitCode, exitCode } from './exitCode.ts'
import { makeProgram, usageFault } from './program.ts'
import { processTerminal } from './terminal.ts'

/** Runs the command line; the arguments are those after the program's name. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const terminal = processTerminal()
  let ended: ExitCode = exitCode.ok
  const program = makeProgram(terminal, (code) => {
    ended = code
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return ended
  } catch (error) {
    const fault = usageFault(error)
    if (fault) return fault.isHelp ? exitCode.ok : exitCode.refused
    terminal.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return exitCode.failed
  }
}

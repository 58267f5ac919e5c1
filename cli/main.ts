import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { exportSheet } from './commands/exportSheet.ts'
import { importFile } from './commands/importFile.ts'
import { listFormats } from './commands/listFormats.ts'
import { reviewFile } from './commands/reviewFile.ts'
import { type ExitCode, exitCode } from './exitCode.ts'
import { processTerminal, type Terminal } from './terminal.ts'

/** Runs the command line; the arguments are those after the program's name. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const terminal = processTerminal()
  let ended: ExitCode = exitCode.ok
  const program = commands(terminal, (code) => {
    ended = code
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return ended
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.refused
    terminal.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return exitCode.failed
  }
}

function commands(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const program = new Command('needledrop')
    .description('Music cue sheets to the frame, without a window.')
    .version(version())
    .exitOverride()
    .showHelpAfterError('(needledrop --help says more)')
    .addHelpText(
      'after',
      '\nExit code: 0 done; 1 done, but review finds errors; 2 refused, nothing written; 3 a fault in Needledrop.',
    )
  program
    .command('export <file>')
    .description('write the cue sheet of a production, or of an exchange file')
    .requiredOption('--format <id>', 'see `needledrop formats`')
    .requiredOption('--out <file>', 'where to write it; an older export there is replaced')
    .option('--bom', 'begin with a byte-order mark, for spreadsheets', false)
    .action(async (file: string, { format, out, bom }: { format: string; out: string; bom: boolean }) =>
      end(await exportSheet({ file, format, out, byteOrderMark: bom }, terminal)),
    )
  program
    .command('import <file>')
    .description('make a production from a file of another format')
    .option('--format <id>', 'see `needledrop formats`; else what the file says it is')
    .requiredOption('--out <file>', 'the production to write')
    .option('--force', 'replace a file that is there', false)
    .action(async (file: string, { format, out, force }: { format?: string; out: string; force: boolean }) =>
      end(await importFile({ file, format: format ?? null, out, force }, terminal)),
    )
  program
    .command('review <file>')
    .description('print what is wrong or missing')
    .option('--json', 'print one object for programs: rows, totals and findings', false)
    .action(async (file: string, { json }: { json: boolean }) => end(await reviewFile(file, json, terminal)))
  program
    .command('formats')
    .description('list what can be written and read')
    .action(() => end(listFormats(terminal)))
  return program
}

function version(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
}

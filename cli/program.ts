import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import type { TimecodeRequest } from './commands/timecode.ts'
import type { ExitCode } from './exitCode.ts'
import { examples } from './helpExamples.ts'
import type { Terminal } from './terminal.ts'

/** Where a command says how it has ended. */
type End = (code: ExitCode) => void

/** The sources of each command are read when it runs: to read all of them takes half a second. */
const load = {
  exportFiles: () => import('./commands/exportFiles.ts'),
  importFile: () => import('./commands/importFile.ts'),
  reviewFile: () => import('./commands/reviewFile.ts'),
  listFormats: () => import('./commands/listFormats.ts'),
  probeMedia: () => import('./commands/probeMedia.ts'),
  reckonTimecode: () => import('./commands/timecode.ts'),
}

/** The command line: its commands, their options and their help. */
export function makeProgram(terminal: Terminal, end: End): Command {
  const program = new Command('needledrop')
    .description('Music cue sheets to the frame, without a window.')
    .version(version())
    .exitOverride()
    .showHelpAfterError('(needledrop --help says more)')
    .helpCommand('help [command]', 'say more about a command')
    .addHelpText('after', examples.all)
  addExport(program, terminal, end)
  addImport(program, terminal, end)
  addReview(program, terminal, end)
  addFormats(program, terminal, end)
  addProbe(program, terminal, end)
  addTimecode(program, terminal, end)
  return program
}

/** Whether an error is about the words on the command line, and whether it is only that help was asked for. */
export function usageFault(error: unknown): { readonly isHelp: boolean } | null {
  return error instanceof CommanderError ? { isHelp: error.exitCode === 0 } : null
}

const input = 'a production, or an exchange file; - reads standard input'

function addExport(program: Command, terminal: Terminal, end: End): void {
  type Options = {
    readonly format: readonly string[]
    readonly out: string
    readonly name?: string
    readonly reel?: string
    readonly set: readonly string[]
    readonly bom: boolean
  }
  program
    .command('export')
    .description('write the cue sheet, the clearance log or the markers of a production')
    .argument('<file>', input)
    .requiredOption(
      '-f, --format <id>',
      'see `needledrop formats`; several with commas, or given again',
      list,
    )
    .requiredOption(
      '-o, --out <path>',
      'the file to write, or for several formats the folder; - writes to standard output. Older exports of the same name are replaced',
    )
    .option('-n, --name <pattern>', 'how files in a folder are called: {title}-{episode}-{layout}-{date}')
    .option(
      '-s, --set <option=value>',
      'an option of the format, see `needledrop formats`; may be given again',
      another,
      [],
    )
    .option('--reel <label>', 'markers of this reel alone, on its own timecode; else of the whole programme')
    .option('--bom', 'begin with a byte-order mark, for spreadsheets', false)
    .addHelpText('after', examples.export)
    .action(async (file: string, { format, out, name, reel, set, bom }: Options) => {
      const { exportFiles } = await load.exportFiles()
      end(
        await exportFiles(
          { file, formats: format, out, name: name ?? null, reel: reel ?? null, settings: set, bom },
          terminal,
        ),
      )
    })
}

function addImport(program: Command, terminal: Terminal, end: End): void {
  type Options = {
    readonly format?: string
    readonly out: string
    readonly rate?: string
    readonly start?: string
    readonly force: boolean
  }
  program
    .command('import')
    .description('make a production from a file of another format')
    .argument('<file>', 'the file to read; - reads standard input')
    .option('-f, --format <id>', 'see `needledrop formats`; else what the file says it is')
    .requiredOption('-o, --out <file>', 'the production to write; - writes to standard output')
    .option('--rate <rate>', 'the frame rate, for lists that do not say theirs: 25, 23.976, 29.97df')
    .option('--start <timecode>', 'the timecode of the picture’s first frame, for files that do not say it')
    .option('--force', 'replace a file that is there', false)
    .addHelpText('after', examples.import)
    .action(async (file: string, { format, out, rate, start, force }: Options) => {
      const { importFile } = await load.importFile()
      end(
        await importFile(
          { file, format: format ?? null, out, rate: rate ?? null, start: start ?? null, force },
          terminal,
        ),
      )
    })
}

function addReview(program: Command, terminal: Terminal, end: End): void {
  program
    .command('review')
    .description('print what is wrong or missing, and who would refuse the sheet')
    .argument('<file>', input)
    .option('--json', 'print one object for programs: rows, totals and findings', false)
    .addHelpText('after', examples.review)
    .action(async (file: string, { json }: { json: boolean }) => {
      const { reviewFile } = await load.reviewFile()
      end(await reviewFile(file, json, terminal))
    })
}

function addFormats(program: Command, terminal: Terminal, end: End): void {
  program
    .command('formats')
    .description('list what can be written and read, with the options of each format and what it leaves out')
    .option('--json', 'print one object for programs', false)
    .addHelpText('after', examples.formats)
    .action(async ({ json }: { json: boolean }) => {
      const { listFormats } = await load.listFormats()
      end(listFormats(json, terminal))
    })
}

function addProbe(program: Command, terminal: Terminal, end: End): void {
  program
    .command('probe')
    .description('print what a film or a sound file is: exact rate, start timecode, frames, streams of sound')
    .argument('<media>', 'the film or sound file')
    .option('--json', 'print one object for programs', false)
    .addHelpText('after', examples.probe)
    .action(async (file: string, { json }: { json: boolean }) => {
      const { probeMedia } = await load.probeMedia()
      end(await probeMedia(file, json, terminal))
    })
}

function addTimecode(program: Command, terminal: Terminal, end: End): void {
  const timecode = program
    .command('timecode')
    .description('reckon with timecode, exactly, in frames')
    .addHelpText('after', examples.timecode)
  const add = (operation: TimecodeRequest['operation'], description: string): Command =>
    timecode
      .command(operation)
      .description(description)
      .requiredOption('-r, --rate <rate>', '24, 23.976, 25, 29.97df, 29.97ndf, 30000/1001df …')
      .option('--json', 'print one object for programs, one a line', false)
  const run = async (
    operation: TimecodeRequest['operation'],
    operands: readonly string[],
    options: Rates,
  ) => {
    const { reckonTimecode } = await load.reckonTimecode()
    end(await reckonTimecode({ operation, operands, ...options }, terminal))
  }
  add('parse', 'the number of the frame that bears a label, counted from 00:00:00:00')
    .argument('<timecode...>', 'labels; - reads them from standard input, one a line')
    .action((labels: string[], options: Rates) => run('parse', labels, options))
  add('format', 'the label of a frame')
    .argument('<frame...>', 'numbers of frames; - reads them from standard input')
    .action((numbers: string[], options: Rates) => run('format', numbers, options))
  add('convert', 'the label at another rate')
    .argument('<timecode...>', 'labels; - reads them from standard input')
    .requiredOption('-t, --to <rate>', 'the other rate')
    .option(
      '--keep <what>',
      'time: the frame on show at the same instant; frames: the same frame’s other label',
      'time',
    )
    .action((labels: string[], options: Rates) => run('convert', labels, options))
  add('add', 'a label that much later')
    .argument('<timecode>')
    .argument('<length...>')
    .action((label: string, lengths: string[], options: Rates) => run('add', [label, ...lengths], options))
  add('subtract', 'a label that much earlier')
    .argument('<timecode>')
    .argument('<length...>')
    .action((label: string, lengths: string[], options: Rates) =>
      run('subtract', [label, ...lengths], options),
    )
  add(
    'duration',
    'from an in to an out that is not inside: timecode, frames and real seconds, with tabs between',
  )
    .argument('<in>')
    .argument('<out>')
    .action((start: string, out: string, options: Rates) => run('duration', [start, out], options))
}

type Rates = Pick<TimecodeRequest, 'rate' | 'to' | 'keep' | 'json'>

/** Takes an option that may be given several times. */
function another(text: string, before: readonly string[]): readonly string[] {
  return [...before, text]
}

/** Takes an option that may be given several times, or several values with commas in between. */
function list(text: string, before: readonly string[] = []): readonly string[] {
  return [
    ...before,
    ...text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  ]
}

function version(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
}

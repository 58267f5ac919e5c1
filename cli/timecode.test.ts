import { expect, test } from 'vitest'
import type { ExitCode } from './exitCode.ts'
import { makeProgram } from './program.ts'

/** Runs the command line in this process, which is a hundred times faster than one of its own for each reckoning. */
async function run(args: string) {
  const said = { out: '', error: '', code: null as ExitCode | null }
  const terminal = {
    isScreen: false,
    out: (line: string) => {
      said.out += `${line}\n`
    },
    error: (line: string) => {
      said.error += `${line}\n`
    },
    raw: async () => {},
    progress: () => {},
  }
  const program = makeProgram(terminal, (code) => {
    said.code = code
  })
  await program.parseAsync(['timecode', ...args.split(' ')], { from: 'user' })
  return said
}

/** Arguments, and what is printed; a RegExp is what a refusal says. */
const reckonings: readonly (readonly [args: string, printed: string | RegExp])[] = [
  ['parse 01:00:00:00 --rate 25', '90000'],
  ['parse 01:00:00;00 00:01:00;02 -r 29.97df', '107892\n1800'],
  ['parse 01:01:00;00 -r 29.97df', /01:01:00;02, the next label that exists/],
  ['parse 01:00:00:25 -r 25', /frames from 00 to 24 at 25/],
  ['parse 01:00:00:00 -r 29.97', /29\.97df or 29\.97ndf/],
  ['parse 01:00:00:00 -r PAL', /This is not a frame rate/],
  ['format 107892 -r 29.97df', '01:00:00;00'],
  ['format 2160000 -r 25', /from 0 to 2159999/],
  ['format 1.5 -r 25', /not the number of a frame/],
  ['convert 01:00:10:12 -r 24 --to 25', '01:00:10:12'],
  ['convert 01:00:00:00 -r 23.976 --to 24 --keep frames', '01:00:00:00'],
  ['convert 01:00:00:00 -r 23.976 --to 24', '01:00:03:14'],
  ['convert 01:00:03:15 -r 24 --to 23.976', '01:00:00:00'],
  ['convert 01:00:00:00 -r 24 --to 25 --keep label', /time, or frames/],
  [
    'convert 00:00:00:01 -r 24 --to 25 --json',
    '{"timecode":"00:00:00:01","frame":1,"rate":"25","exact":false}',
  ],
  ['add 01:00:59;28 00:00:00;04 -r 29.97df', '01:01:00;04'],
  ['add 23:59:59:23 00:00:00:01 -r 24', /00:00:00:00 to 23:59:59:23/],
  ['subtract 01:00:10:00 00:00:00:12 00:00:01:00 -r 24', '01:00:08:12'],
  ['subtract 00:00:00:00 00:00:00:01 -r 24', /before that/],
  ['duration 01:00:00:00 01:01:15:15 -r 24', '00:01:15:15\t1815\t75.625'],
  ['duration 01:00:10:00 01:00:00:00 -r 24', /The out lies before the in/],
  ['parse 01:00:00:00 -r 25 --json', '{"timecode":"01:00:00:00","frame":90000,"rate":"25"}'],
]

test.each(reckonings)('%s', async (args, printed) => {
  const said = await run(args)
  if (typeof printed === 'string') expect(said).toEqual({ code: 0, out: `${printed}\n`, error: '' })
  else {
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.error).toMatch(printed)
  }
})

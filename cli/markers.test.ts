import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { harborline, removeScratches, Scratch } from './fixtures/scratch.ts'

afterAll(removeScratches)

const interchange = fileURLToPath(new URL('../shared/formats/fixtures/interchange/', import.meta.url))
/** One whose timecode says all, one in UTF-16, one in seconds; the library's own tests have the others. */
const formats = ['resolve-edl', 'premiere-markers', 'srt']

/** The places of Resolve's markers: timecode and length. */
const places = (edl: string) =>
  [...edl.matchAll(/ C {8}(\S+) [^\r]*\r\n[^\r]*\|D:(\d+)/g)].map(([, at, length]) => `${at} ${length}`)

describe('markers on the command line', { timeout: 60_000 }, () => {
  test('come back on their frames, told rate and start where the format does not say them', async () => {
    const scratch = new Scratch()
    const written = await scratch.needledrop(
      'export',
      harborline,
      '-f',
      formats.join(','),
      '-o',
      'out',
      '-n',
      '{format}',
    )
    expect(written.error).toBe('')
    const wanted = places(scratch.read('out/resolve-edl.edl'))
    expect(wanted.length).toBeGreaterThan(5)
    const names = written.out.split('\n').flatMap((line) => /^Wrote (\S+):/.exec(line)?.[1] ?? [])
    expect(names).toHaveLength(formats.length)
    const told = ['--rate', '29.97df', '--start', '01:00:00;00']
    await Promise.all(
      names.map(async (name, index) => {
        const made = `${index}.needledrop`
        const read = await scratch.needledrop('import', name, '-o', made, ...told)
        expect(read.code, `${name} ${read.error}`).toBeLessThan(2)
        await scratch.needledrop('export', made, '-f', 'resolve-edl', '-o', `${index}.edl`)
        const found = places(scratch.read(`${index}.edl`))
        expect(found, name).toEqual(wanted)
      }),
    )
  })

  test('are read from what other programs write, UTF-16 too, and what was taken for granted is told', async () => {
    const scratch = new Scratch()
    const list = readFileSync(`${interchange}premiere-markers-utf16le.csv`)
    const read = await scratch.piped(list, 'import', '-', '-o', 'film.needledrop')
    expect(read.out).toContain('Wrote film.needledrop: 1 cue.')
    expect(read.error).toContain('it was read at 24')
    expect(read.error).toContain('1 marker without a length became a note')
  })

  test('of a reel are asked for by its label', async () => {
    const scratch = new Scratch()
    const wrong = await scratch.needledrop('export', harborline, '-f', 'srt', '-o', 'x.srt', '--reel', 'R9')
    expect(wrong).toMatchObject({ code: 2, error: expect.stringContaining('There is no such reel.') })
    const alone = await scratch.needledrop(
      'import',
      harborline,
      '-o',
      'x.needledrop',
      '--start',
      '01:00:00;00',
    )
    expect(alone).toMatchObject({ code: 2, error: expect.stringContaining('needs a frame rate') })
  })
})

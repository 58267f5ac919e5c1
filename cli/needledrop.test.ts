import { readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { examples, harborline, removeScratches, Scratch, stems } from './fixtures/scratch.ts'

afterAll(removeScratches)

const impossible = '01:08:00;00'
const toCsv = ['--format', 'full-csv', '--out', 'out.csv']

describe.concurrent('needledrop', { timeout: 120_000 }, () => {
  test.each(stems)('%s: the expected bytes, from the exchange file and from a production', async (stem) => {
    const scratch = new Scratch()
    const expected = readFileSync(path.join(examples, `${stem}.full.csv`), 'utf8')
    const source = path.join(examples, `${stem}.json`)
    expect(await scratch.needledrop('export', source, ...toCsv)).toMatchObject({ code: 0, error: '' })
    expect(scratch.read('out.csv')).toBe(expected)
    // The name of a production does not matter, nor does an older export.
    const toProduction = ['--format', 'exchange', '--out', 'film.txt']
    expect(await scratch.needledrop('import', source, ...toProduction)).toMatchObject({ code: 0, error: '' })
    scratch.write('out.csv', 'older')
    expect(await scratch.needledrop('export', 'film.txt', ...toCsv)).toMatchObject({ code: 0, error: '' })
    expect(scratch.read('out.csv')).toBe(expected)
    expect(scratch.files().map(([name]) => name)).toEqual(['film.txt', 'out.csv'])
  })

  test('export adds a byte-order mark when asked to', async () => {
    const scratch = new Scratch()
    expect(await scratch.needledrop('export', harborline, ...toCsv, '--bom')).toMatchObject({ code: 0 })
    const expected = readFileSync(path.join(examples, `${stems[0]}.full.csv`), 'utf8')
    expect(scratch.read('out.csv')).toBe(`\uFEFF${expected}`)
  })

  test('export is done although a label is impossible, and says so', async () => {
    const scratch = new Scratch()
    const ended = await scratch.needledrop('export', scratch.withIn(impossible), ...toCsv)
    expect(ended.code).toBe(1)
    expect(ended.error).toMatch(/^error {3}CS-001 {2}205m04: .*01:08:00;02/m)
    expect(scratch.read('out.csv').trimEnd().split('\r\n')).toHaveLength(1 + 15)
  })

  test('import keeps an impossible label for review', async () => {
    const scratch = new Scratch()
    const imported = await scratch.needledrop(
      'import',
      scratch.withIn(impossible),
      '--out',
      'film.needledrop',
    )
    expect(imported.code).toBe(1)
    expect(imported.error).toContain('CS-001')
    const reviewed = await scratch.needledrop('review', 'film.needledrop')
    expect(reviewed).toMatchObject({ code: 1, error: '' })
    expect(reviewed.out).toContain(`“${impossible}”`)
    expect(reviewed.out).toContain('Readiness 94 %')
  })

  test('import names the fields that it does not know', async () => {
    const scratch = new Scratch()
    const file = { ...JSON.parse(readFileSync(harborline, 'utf8')), mood: 'blue' }
    const ended = await scratch.needledrop(
      'import',
      scratch.write('in', JSON.stringify(file)),
      '--out',
      'film',
    )
    expect(ended).toMatchObject({ code: 0, error: 'mood is not a field of this format and was left out.\n' })
  })

  test('import replaces a file only by force, unless it is empty', async () => {
    const scratch = new Scratch()
    const into = (name: string, ...more: string[]) =>
      scratch.needledrop('import', harborline, '--out', name, ...more)
    scratch.write('film.needledrop', 'hours of work')
    const refused = await into('film.needledrop')
    expect(refused.code).toBe(2)
    expect(refused.error).toContain('--force')
    expect(scratch.read('film.needledrop')).toBe('hours of work')
    expect(await into('film.needledrop', '--force')).toMatchObject({ code: 0 })
    expect(await into(scratch.write('empty.needledrop', ''))).toMatchObject({ code: 0 })
  })

  test.each(stems)('review --json prints %s in the shape of what was worked out by hand', async (stem) => {
    const scratch = new Scratch()
    const expected = JSON.parse(readFileSync(path.join(examples, `${stem}.expected.json`), 'utf8'))
    await scratch.needledrop('import', path.join(examples, `${stem}.json`), '--out', 'film.needledrop')
    for (const file of [path.join(examples, `${stem}.json`), 'film.needledrop']) {
      const ended = await scratch.needledrop('review', file, '--json')
      expect(ended).toMatchObject({ code: 0, error: '' })
      const { lint, ...figures } = JSON.parse(ended.out)
      const { lint: worked, ...rest } = expected
      expect(figures).toEqual(rest)
      for (const finding of worked) expect(lint).toContainEqual(finding)
    }
  })

  test('review --json ends with 1 for errors, and with 2 and nothing printed for what cannot be read', async () => {
    const scratch = new Scratch()
    const everyRule = fileURLToPath(new URL('../shared/review/fixtures/every-rule.json', import.meta.url))
    const faulty = await scratch.needledrop('review', everyRule, '--json')
    expect(faulty).toMatchObject({ code: 1, error: '' })
    expect(JSON.parse(faulty.out).lint.length).toBeGreaterThan(63)
    const damaged = await scratch.needledrop('review', scratch.write('in.json', '{"format":'), '--json')
    expect(damaged).toMatchObject({ code: 2, out: '' })
    expect(damaged.error).not.toBe('')
  })

  test('review prints findings in words, and ends well when none is an error', async () => {
    const ended = await new Scratch().needledrop('review', harborline)
    expect(ended).toMatchObject({ code: 0, error: '' })
    expect(ended.out).toContain('warning CS-004  205m12: Stinger 3 lasts 14 frames')
    expect(ended.out).toContain('Errors 0, warnings 9, notes 8.')
  })

  test('formats lists them all, whatever tsconfig.json the folder has', async () => {
    const scratch = new Scratch()
    scratch.write('tsconfig.json', '{ "extends": "./nowhere.json", broken')
    const ended = await scratch.needledrop('formats')
    expect(ended).toMatchObject({ code: 0, error: '' })
    for (const id of ['full-csv', 'exchange']) expect(ended.out).toContain(`  ${id}  `)
  })

  test('a command line that cannot be understood', async () => {
    for (const args of [[], ['bogus'], ['export', harborline], ['formats', 'too', 'many']])
      expect(await new Scratch().needledrop(...args)).toMatchObject({ code: 2, out: '' })
  })
})

type Refusal = readonly [name: string, args: (scratch: Scratch) => readonly string[], words: string]

const refusals: readonly Refusal[] = [
  ['a missing file', () => ['export', 'nowhere.json', ...toCsv], 'nowhere.json'],
  ['a folder', () => ['export', '.', ...toCsv], 'folder'],
  ['an empty file', (scratch) => ['export', scratch.write('in', ''), ...toCsv], 'an empty file'],
  [
    'bytes that are no text',
    (scratch) => ['export', scratch.write('in', Buffer.from([0x89, 0x50, 0xff, 0x00])), ...toCsv],
    'UTF-8',
  ],
  ['JSON of another kind', (scratch) => ['export', scratch.write('in', '[1]'), ...toCsv], 'exchange file'],
  ['a file of the wrong shape', (scratch) => ['export', scratch.withIn(5), ...toCsv], 'cues[3].spans[0].in'],
  [
    'a damaged production',
    (scratch) => ['review', scratch.write('in', '{\n"needledrop": 1,\n"id": "x",\n')],
    'damaged',
  ],
  ['an unknown format to write', () => ['export', harborline, '--format', 'x', '--out', 'y'], 'full-csv'],
  ['an unknown format to read', () => ['import', harborline, '--format', 'x', '--out', 'y'], 'exchange'],
  [
    'an output in a folder that does not exist',
    () => ['export', harborline, '--format', 'full-csv', '--out', 'no/where.csv'],
    'a folder that does not exist',
  ],
  ['a folder as the output', () => ['export', harborline, '--format', 'full-csv', '--out', '.'], 'folder'],
  [
    'the name of a production as the output',
    () => ['export', harborline, '--format', 'full-csv', '--out', 'a.NEEDLEDROP'],
    '.csv',
  ],
  [
    'the input as the output, under another name',
    (scratch) => {
      const file = scratch.withIn('01:07:58;28')
      symlinkSync(file, scratch.at('alias.json'))
      return ['export', file, '--format', 'full-csv', '--out', 'alias.json']
    },
    'made from',
  ],
]

describe.concurrent('refused, with nothing written', { timeout: 120_000 }, () => {
  test.each(refusals)('%s', async (_, args, words) => {
    const scratch = new Scratch()
    const given = args(scratch)
    const before = scratch.files()
    const ended = await scratch.needledrop(...given)
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.error).toContain(words)
    for (const part of ['expected: ', 'found: ', 'what to do: ']) expect(ended.error).toContain(part)
    expect(scratch.files()).toEqual(before)
  })
})

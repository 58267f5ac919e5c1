import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { exporters } from '../shared/formats/exporters.ts'
import { examples, harborline, removeScratches, Scratch, stems } from './fixtures/scratch.ts'

afterAll(removeScratches)

const expected = readFileSync(path.join(examples, `${stems[0]}.full.csv`), 'utf8')

describe.concurrent('export', { timeout: 120_000 }, () => {
  test('several formats go into one folder, which is made, under names that say which they are', async () => {
    const scratch = new Scratch()
    const texts = exporters.filter(({ kind }) => kind === 'text').slice(0, 4)
    const ids = texts.map(({ id }) => id).join(',')
    const ended = await scratch.needledrop('export', harborline, '-f', ids, '-o', 'out/sheets/')
    expect(ended).toMatchObject({ code: 0, error: '' })
    const names = readdirSync(scratch.at('out/sheets'))
    expect(names).toHaveLength(texts.length)
    const [full = ''] = names.filter((name) => name.includes('-full-'))
    expect(full).toMatch(/^Harborline-.*205-cue-sheet-full-\d{4}-\d\d-\d\d\.csv$/)
    expect(scratch.read(`out/sheets/${full}`)).toBe(expected)
    for (const name of names) expect(ended.out).toContain(name)
  })

  test('files are named by a pattern, and one that gives two files one name is refused', async () => {
    const scratch = new Scratch()
    const into = (pattern: string, ...formats: readonly string[]) =>
      scratch.needledrop('export', harborline, ...formats, '-o', 'out', '-n', pattern)
    expect(await into('{title} {episode} {layout}', '-f', 'full-csv')).toMatchObject({ code: 0, error: '' })
    expect(readdirSync(scratch.at('out'))).toEqual(['Harborline 205 full.csv'])
    expect((await into('{titel}', '-f', 'full-csv')).error).toContain('{title}')
    const others = exporters.filter(({ extension }) => extension === 'csv').map(({ id }) => id)
    if (others.length < 2) return
    const refused = await into('{title}', '-f', others.join(','))
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.error).toContain('Two files would be called Harborline.csv')
    expect(readdirSync(scratch.at('out'))).toHaveLength(1)
  })

  test('a pipe takes the sheet from one end to the other, with nothing else in it', async () => {
    const scratch = new Scratch()
    const text = readFileSync(harborline)
    const production = await scratch.piped(text, 'import', '-', '--out', '-')
    expect(production).toMatchObject({ code: 0, error: '' })
    const sheet = await scratch.piped(production.out, 'export', '-', '-f', 'full-csv', '-o', '-')
    expect(sheet).toEqual({ code: 0, out: expected, error: '' })
    const reviewed = await scratch.piped(production.out, 'review', '-')
    expect(reviewed.out).toContain('Readiness 100 %')
    expect(scratch.files()).toEqual([])
  })

  test('what is on standard input and cannot be read is refused by that name', async () => {
    const refused = await new Scratch().piped('', 'export', '-', '-f', 'full-csv', '-o', '-')
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.error).toContain('Standard input')
  })

  test('options are set by name, for all formats or for one; what does not exist is refused with what does', async () => {
    const scratch = new Scratch()
    const set = (...settings: readonly string[]) =>
      scratch.needledrop(
        'export',
        harborline,
        '-f',
        'full-csv',
        '-o',
        '-',
        ...settings.flatMap((s) => ['--set', s]),
      )
    expect((await set('full-csv.byteOrderMark=on')).out).toBe(`\uFEFF${expected}`)
    expect((await set('byteOrderMark=off')).out).toBe(expected)
    for (const wrong of ['byteOrderMark', 'byteOrderMark=perhaps', 'mood=blue', 'srt.byteOrderMark=on'])
      expect(await set(wrong), wrong).toMatchObject({ code: 2, out: '' })
    expect((await set('mood=blue')).error).toContain('full-csv.byteOrderMark')
  })

  test('several formats or a name do not fit into standard output', async () => {
    const scratch = new Scratch()
    const out = (...more: readonly string[]) =>
      scratch.needledrop('export', harborline, '-f', 'full-csv', '-o', '-', ...more)
    expect(await out('--name', '{title}')).toMatchObject({ code: 2, out: '' })
  })

  test.skipIf(process.platform !== 'linux' || !existsSync('/usr/bin/script'))(
    'progress shows on a terminal and is wiped away at the end',
    async () => {
      const scratch = new Scratch()
      const ended = await scratch.onTerminal('export', harborline, '-f', 'full-csv', '-o', 'sheet.csv')
      expect(ended.out).toContain('Full cue sheet (CSV), 0 %\r\u001B[K')
      expect(ended.out.trimEnd()).toMatch(/Wrote sheet\.csv: Full cue sheet \(CSV\), 16 cues\.$/)
      expect(scratch.read('sheet.csv')).toBe(expected)
    },
  )
})

describe.concurrent('formats --json', { timeout: 120_000 }, () => {
  test('names every format with its options and losses', async () => {
    const { code, out } = await new Scratch().needledrop('formats', '--json')
    expect(code).toBe(0)
    const listed = JSON.parse(out)
    expect(listed.export.map(({ id }: { id: string }) => id)).toEqual(exporters.map(({ id }) => id))
    expect(listed.export[0]).toMatchObject({ id: 'full-csv', extension: 'csv', kind: 'text' })
    expect(listed.export[0].options).toContainEqual({
      id: 'byteOrderMark',
      label: 'Byte-order mark',
      values: [true, false],
      initial: false,
    })
    expect(listed.import).toContainEqual(expect.objectContaining({ id: 'exchange', extensions: ['json'] }))
  })
})

const films = fileURLToPath(new URL('../e2e/fixtures/films/', import.meta.url))

describe.concurrent('probe', { timeout: 120_000 }, () => {
  test('tells rate, start timecode and frames exactly, in words and for programs', async () => {
    const scratch = new Scratch()
    const { out, code } = await scratch.needledrop('probe', path.join(films, 'drop-2997.mp4'), '--json')
    expect(code).toBe(0)
    const listed = JSON.parse(readFileSync(path.join(films, 'films.json'), 'utf8'))
    const film = listed.films.find(({ file }: { file: string }) => file === 'drop-2997.mp4')
    const { picture } = JSON.parse(out)
    expect(picture).toMatchObject({
      rate: { ...film.rate, dropFrame: true },
      rateName: '29.97 drop',
      frameCount: film.frames,
      startFrame: film.startFrame,
    })
    const words = await scratch.needledrop('probe', path.join(films, 'drop-2997.mp4'))
    expect(words).toMatchObject({ code: 0, error: '' })
    expect(words.out).toContain('29.97 drop (30000/1001)')
    expect(words.out).toContain(picture.startTimecode)
  })

  test('refuses what is no film, is damaged or is not there', async () => {
    for (const file of ['not-media.mp4', 'truncated-no-index.mp4', 'empty.mp4', 'nowhere.mov']) {
      const refused = await new Scratch().needledrop('probe', path.join(films, file))
      expect(refused, file).toMatchObject({ code: 2, out: '' })
      for (const part of ['expected: ', 'found: ', 'what to do: ']) expect(refused.error).toContain(part)
    }
  })
})

describe.concurrent('timecode', { timeout: 120_000 }, () => {
  test('reads labels from standard input; one that is wrong refuses all', async () => {
    const scratch = new Scratch()
    const parse = (text: string) => scratch.piped(text, 'timecode', 'parse', '-', '--rate', '24')
    expect(await parse('00:00:01:00\n00:00:02:00\n')).toEqual({ code: 0, out: '24\n48\n', error: '' })
    expect(await parse('00:00:01:00\nnoon\n')).toMatchObject({ code: 2, out: '' })
  })
})

describe.concurrent('help', { timeout: 120_000 }, () => {
  test.each(['', 'timecode'])('%s --help teaches with examples', async (command) => {
    const ended = await new Scratch().needledrop(...command.split(' ').filter(Boolean), '--help')
    expect(ended).toMatchObject({ code: 0, error: '' })
    expect(ended.out).toContain(`Examples:\n  `)
    expect(ended.out).toContain(`needledrop ${command}`)
  })
})

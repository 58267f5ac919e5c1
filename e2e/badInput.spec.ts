import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'
import { filmPath } from './films.ts'

const cue = { number: '1m1', title: 'A', span: ['01:00:10:00', '01:00:20:00'] } as const

/** A file that cannot be opened: what it holds, and words of the message and of what was found. */
type Refused = {
  readonly title: string
  readonly file: string
  readonly text?: string
  readonly message: RegExp
  readonly found: RegExp
}

const newer = '{\n"needledrop": 999,\n"id": "x",\n"lastSequence": 0\n}\n'

const refused: readonly Refused[] = [
  {
    title: 'text that is named like a film',
    file: filmPath('not-media.mp4'),
    message: /not a film/,
    found: /./,
  },
  { title: 'an empty file', file: filmPath('empty.mp4'), message: /empty/, found: /0 bytes/ },
  {
    title: 'a film whose index was cut off',
    file: filmPath('truncated-no-index.mp4'),
    message: /damaged/,
    found: /./,
  },
  { title: 'a film that is gone', file: 'gone.mp4', message: /cannot be read/, found: /no file/ },
  {
    title: 'a production that is gone',
    file: 'gone.needledrop',
    message: /cannot be read|not there/,
    found: /no file|nothing/,
  },
  { title: 'a production of no bytes', file: 'none.needledrop', text: '', message: /./, found: /./ },
  {
    title: 'a production that is not one',
    file: 'noise.needledrop',
    text: '\u0000\u0001 noise',
    message: /./,
    found: /./,
  },
  {
    title: 'a production of a newer version',
    file: 'newer.needledrop',
    text: newer,
    message: /newer/,
    found: /999/,
  },
  {
    title: 'an exchange file that is not JSON',
    file: 'noise.json',
    text: '{"format":"needledrop.example-cue-sheet",',
    message: /not JSON/,
    found: /./,
  },
  { title: 'JSON of another kind', file: 'other.json', text: '{"hello":1}', message: /./, found: /./ },
  {
    title: 'an exchange file with a wrong type in it',
    file: 'wrong.json',
    text: exchangeSheet('Wrong', [cue], {
      pictures: [{ id: 'R1', label: 7, startTc: '01:00:00:00', endTc: '02:00:00:00' }],
    }),
    message: /pictures\[0\]\.label/,
    found: /7|number/,
  },
  {
    title: 'an exchange file with a cue of an unknown type',
    file: 'type.json',
    text: exchangeSheet('Wrong', [cue]).replace('"type":"other"', '"type":"jingle"'),
    message: /cues\[0\]\.type/,
    found: /jingle/,
  },
  {
    title: 'an exchange file with a cue on a reel that is not there',
    file: 'reel.json',
    text: exchangeSheet('Wrong', [cue]).replace('"picture":"R1"', '"picture":"R9"'),
    message: /./,
    found: /R9/,
  },
]

for (const { title, file, text, message, found } of refused) {
  test(`refused with what was expected, found and can be done: ${title}`, async ({ room, scratch }) => {
    const target = path.isAbsolute(file) ? file : path.join(scratch, file)
    if (text !== undefined) await writeFile(target, text)
    await openSheet(room, scratch)
    await room.press('Control+a', 'Period')
    await room.whenSafe(1)
    const before = { lines: await room.cueLines(), files: await everyFile(scratch) }

    await room.openFile(target)
    const told = await room.problem(message)
    expect(told.found).toMatch(found)
    expect(told.expected).not.toBe('')
    expect(told.remedy).not.toBe('')
    expect(await room.cueLines(), 'what was open').toEqual(before.lines)
    expect(await everyFile(scratch), 'files and their content').toEqual(before.files)
    if (text !== undefined) expect(await readFile(target, 'utf8')).toBe(text)
  })
}

test('a damaged production opens with what is left of it, or not at all, and is not written to', async ({
  room,
  scratch,
}) => {
  await openSheet(room, scratch)
  const file = `${scratch}/work.needledrop`
  await room.saveAs(file)
  const whole = await readFile(file, 'utf8')
  const damaged = whole.slice(0, whole.length / 2)
  await room.press('Control+Shift+w')
  await writeFile(file, damaged)
  await room.openFile(file)
  const told = await room.problem(/./)
  expect(told.expected).not.toBe('')
  expect(told.remedy).not.toBe('')
  await expect(room.page.getByRole('heading', { name: 'Versions of work.needledrop' })).toBeVisible()
  await room.press('Escape')
  await expect(room.page.getByRole('heading', { name: 'Needledrop', exact: true })).toBeVisible()
  expect(await readFile(file, 'utf8')).toBe(damaged)
})

test('a production that was changed by hand opens, and says so', async ({ room, scratch }) => {
  await openSheet(room, scratch)
  const file = `${scratch}/work.needledrop`
  await room.saveAs(file)
  await room.press('Control+Shift+w')
  await expect(room.page.getByRole('heading', { name: 'Needledrop' })).toBeVisible()
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('"title":"A"', '"title":"By hand"'))
  await room.openFile(file)
  await room.whenWorkspaceShows()
  expect(await room.cueLines()).toMatchObject([{ title: 'By hand' }])
  await room.problem(/changed outside Needledrop/)
  await room.problem(/undo history begins anew/)
})

test('a film without sound opens, says so quietly, and is marked', async ({ room }) => {
  await room.openFilm(filmPath('silent-25.mp4'))
  await expect(room.page.getByRole('status').filter({ hasText: 'no sound' })).toBeVisible()
  await expect(room.page.getByRole('alert')).toHaveCount(0)
  await room.goTo('10:00:02:00')
  await room.press('i')
  expect(await room.cueLines()).toMatchObject([{ start: '10:00:02:00', end: 'open' }])
})

test('sound without a picture opens and is marked', async ({ room }) => {
  await room.openFile(filmPath('sound-only.wav'))
  await room.whenWorkspaceShows()
  await room.goTo('00:00:01:00')
  await room.press('i')
  await room.goTo('00:00:02:00')
  await room.press('o')
  expect(await room.cueLines()).toMatchObject([{ start: '00:00:01:00', end: '00:00:02:00' }])
})

test('the first half of a film opens as far as it goes, and the rest is told of', async ({ room }) => {
  await room.openFile(filmPath('truncated.mp4'))
  await room.problem(/damaged|cut short|ends early|missing|cannot/i)
})

test('labels that do not exist are kept and reported, and nobody loses a cue', async ({ room, scratch }) => {
  const sheet = `${scratch}/sheet.json`
  const cues = [cue, { number: '1m2', title: 'B', span: ['01:00:30:24', '01:00:61:00'] }] as const
  await writeFile(sheet, exchangeSheet('Typos', cues))
  await room.openFile(sheet)
  await room.whenWorkspaceShows()
  const lines = await room.cueLines()
  expect(lines.map(({ title }) => title).sort()).toEqual(['A', 'B'])
  const kept = lines.find(({ title }) => title === 'B')
  expect([kept?.start, kept?.end].join(' ')).toMatch(/01:00:30:24.*01:00:61:00/)
  await room.press('Alt+r')
  await expect(room.page.getByRole('tabpanel', { name: 'Review' })).toContainText('01:00:30:24')
})

test('an export that cannot be written says so and leaves nothing behind', async ({ room, scratch }) => {
  await openSheet(room, scratch)
  await room.press('Control+e')
  await room.answerOpen(`${scratch}/no/such/folder`)
  await room.press('Control+Enter')
  const told = await room.problem(/cannot be written/)
  expect(told.found).toBe('a folder that does not exist')
  expect(told.remedy).not.toBe('')
  expect((await readdir(scratch)).sort()).toEqual(['app', 'sheet.json'])
})

async function openSheet(room: CuttingRoom, scratch: string): Promise<void> {
  const sheet = `${scratch}/sheet.json`
  await writeFile(sheet, exchangeSheet('Open before', [cue]))
  await room.openFile(sheet)
  await room.whenWorkspaceShows()
}

/** Every file of the folder with its content, the app's own aside from its journals. */
async function everyFile(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter((file) => !file.startsWith(path.join(folder, 'app')) || file.includes('journals'))
  const contents = await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const))
  return Object.fromEntries(contents.sort())
}

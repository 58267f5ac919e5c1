import { readFile, writeFile } from 'node:fs/promises'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'

const untitled = [
  { number: '1m1', title: '', span: ['01:00:00:00', '01:00:20:00'] },
  { number: '1m2', title: '', span: ['01:00:30:00', '01:00:50:00'] },
  { number: '1m3', title: '', span: ['01:01:00:00', '01:01:30:00'] },
] as const

/** Hands that count: keys pressed, a chord as one, and letters of words typed. */
class CountingHands {
  readonly #room: CuttingRoom
  keys = 0
  letters = 0

  constructor(room: CuttingRoom) {
    this.#room = room
  }

  async press(...keys: readonly string[]): Promise<void> {
    this.keys += keys.length
    await this.#room.press(...keys)
  }

  async type(words: string): Promise<void> {
    this.letters += words.length
    await this.#room.page.keyboard.type(words)
  }
}

type Line = { readonly party: string; readonly role: string; readonly share: number }
type Saved = {
  readonly cues: readonly Readonly<Record<string, unknown>>[]
  readonly works: readonly {
    readonly id: string
    readonly title: string
    readonly writers: readonly Line[]
    readonly publishers: readonly Line[]
  }[]
  readonly recordings: readonly { readonly id: string; readonly artist: string }[]
  readonly parties: readonly {
    readonly id: string
    readonly name: string
    readonly lastName: string
    readonly society: string
  }[]
}

async function openSheet(room: CuttingRoom, file: string): Promise<void> {
  await writeFile(file, exchangeSheet(file.split('/').at(-1) ?? '', untitled))
  await room.openFile(file)
  await room.whenWorkspaceShows()
  await expect(room.page.getByTestId('timecode')).toHaveText('01:00:00:00')
}

/** Selects the cue under the playhead, as soon as the production is there to be worked in. */
async function selectHere(room: CuttingRoom): Promise<void> {
  await expect(async () => {
    await room.press('d')
    await expect(room.page.getByRole('combobox', { name: 'Title' })).toBeVisible({
      timeout: 500,
    })
  }).toPass()
}

async function savedIn(room: CuttingRoom, file: string): Promise<Saved> {
  await room.whenSafe()
  await room.saveAs(file)
  return JSON.parse(await readFile(file, 'utf8')) as Saved
}

/** Role, share and society of each holder of a side, by name. */
function side({ parties }: Saved, lines: readonly Line[] = []) {
  return lines.map(({ party, role, share }) => {
    const holder = parties.find(({ id }) => id === party)
    return [holder?.lastName || holder?.name, holder?.society, role, share]
  })
}

/** A saved production without the number of the journal's line and the checksum. */
function contentOf(saved: Saved) {
  return { ...saved, lastSequence: null, checksum: null }
}

function inOrder({ cues }: Saved) {
  return cues.toSorted((a, b) => String(a.number).localeCompare(String(b.number)))
}

test('a cue with two writers and two publishers is typed once; its work then takes a few keys, also in another production', async ({
  room,
  scratch,
}) => {
  const { page } = room
  const title = page.getByRole('combobox', { name: 'Title' })
  await openSheet(room, `${scratch}/first.json`)
  await selectHere(room)

  const first = new CountingHands(room)
  await first.press('Enter')
  await expect(title).toBeFocused()
  await first.type('Undertow')
  await first.press('Enter', '3', 'Shift+Digit2', 'Alt+Digit2', 'Alt+KeyY')
  await expect(page.getByRole('combobox', { name: 'Artist' })).toBeFocused()
  await first.type('The Tin Coast')
  await first.press('Enter', 'Alt+KeyW')
  const writer = page.getByRole('combobox', { name: 'Add a writer' })
  await expect(writer).toBeFocused()
  await first.type('Ada Rivers, BMI, 60')
  await first.press('Enter')
  await first.type('Bo Lund, prs for music, 40')
  await first.press('Enter', 'Alt+KeyP')
  await expect(page.getByRole('combobox', { name: 'Add a publisher' })).toBeFocused()
  await first.type('Tin Coast Songs, BMI')
  await first.press('Enter')
  await first.type('Gull Music, PRS')
  await first.press('Enter', 'Escape')

  await room.press('Shift+ArrowDown', 'd')
  await expect(title).toHaveValue('')
  const second = new CountingHands(room)
  await second.press('Enter')
  await expect(title).toBeFocused()
  await second.type('Und')
  await expect(page.getByRole('option', { name: /Undertow.*The Tin Coast/ })).toBeVisible()
  await second.press('ArrowDown', 'Enter', 'Shift+Digit2')

  const saved = await savedIn(room, `${scratch}/first.needledrop`)
  const [one, two] = inOrder(saved)
  expect(saved.works.map((work) => work.title)).toEqual(['Undertow'])
  expect(side(saved, saved.works[0]?.writers)).toEqual([
    ['Rivers', 'BMI', 'CA', 6000],
    ['Lund', 'PRS', 'CA', 4000],
  ])
  expect(side(saved, saved.works[0]?.publishers)).toEqual([
    ['Tin Coast Songs', 'BMI', 'E', 5000],
    ['Gull Music', 'PRS', 'E', 5000],
  ])
  const alike = { type: 'needleDrop', origin: 'commercial', diegesis: 'diegetic', vocals: 'vocal' }
  expect(one).toMatchObject({ ...alike, title: 'Undertow' })
  expect(two).toMatchObject({ ...alike, title: '', work: one?.work, recording: one?.recording })
  expect(saved.recordings.map(({ artist }) => artist)).toEqual(['The Tin Coast'])
  console.info(
    `First cue: ${first.keys} keys and ${first.letters} letters. Second cue: ${second.keys} keys and ${second.letters} letters.`,
  )
  expect(second.keys).toBeLessThanOrEqual(12)

  await openSheet(room, `${scratch}/second.json`)
  await selectHere(room)
  await room.press('Enter')
  await expect(title).toBeFocused()
  await page.keyboard.type('und')
  await expect(page.getByRole('option', { name: /Undertow.*Rivers.*Catalogue/ })).toBeVisible()
  await room.press('ArrowDown', 'Enter')
  const other = await savedIn(room, `${scratch}/second.needledrop`)
  expect(inOrder(other)[0]).toMatchObject({ type: 'needleDrop', vocals: 'vocal', diegesis: 'unknown' })
  expect(side(other, other.works[0]?.writers)).toEqual(side(saved, saved.works[0]?.writers))
  expect(side(other, other.works[0]?.publishers)).toEqual(side(saved, saved.works[0]?.publishers))
})

test('titles are pasted onto cues in order, and what is there twice is merged', async ({ room, scratch }) => {
  const { page } = room
  const twice = {
    parties: [
      { id: 'p1', firstName: 'Ada', lastName: 'Rivers', pro: 'BMI' },
      { id: 'p2', firstName: 'ADA', lastName: 'Rivers', ipi: '00014107338' },
    ],
    works: [
      { id: 'w1', title: 'Undertow', writers: [{ party: 'p1', role: 'CA', share: 100 }] },
      {
        id: 'w2',
        title: 'The Undertow',
        iswc: 'T-034.524.680-1',
        writers: [{ party: 'p2', role: 'CA', share: 100 }],
      },
    ],
  }
  const sheet = JSON.parse(exchangeSheet('Twice', untitled, twice))
  sheet.cues[0].work = 'w1'
  sheet.cues[1].work = 'w2'
  await writeFile(`${scratch}/twice.json`, JSON.stringify(sheet))
  await room.openFile(`${scratch}/twice.json`)
  await room.whenWorkspaceShows()
  await expect(page.getByTestId('timecode')).toHaveText('01:00:00:00')
  const before = await savedIn(room, `${scratch}/before.needledrop`)

  await room.press('Alt+Shift+KeyV')
  const paste = page.getByRole('dialog', { name: 'Paste titles onto cues' })
  await paste.getByRole('radio', { name: 'All cues' }).check()
  await paste.getByRole('textbox').fill('-\nCold open\nTidal\tThe Tin Coast\tBo Lund / Cy Ray\nToo many')
  await expect(paste.getByRole('status')).toHaveText('2 cues of 3 get a title; 1 line finds no cue.')
  await paste.getByRole('button', { name: 'Paste titles' }).press('Enter')
  await expect(paste).toHaveCount(0)

  await room.press('Alt+KeyK')
  const library = page.getByRole('dialog', { name: 'Works, recordings and holders' })
  await library.getByRole('tab', { name: /Duplicates/ }).press('Enter')
  await library.getByRole('option', { name: /Ada Rivers.*Same name/i }).press('Enter')
  await library.getByRole('button', { name: 'Merge', exact: true }).press('Enter')
  await library.getByRole('option', { name: /Undertow.*Same title and writer/ }).press('Enter')
  await expect(library.getByRole('button', { name: 'Merge', exact: true })).toBeDisabled()
  await library.getByRole('radio', { name: 'Undertow', exact: true }).check()
  await library.getByRole('button', { name: 'Merge', exact: true }).press('Enter')
  await expect(library.getByRole('option')).toHaveCount(0)
  await room.press('Escape')
  await expect(library).toHaveCount(0)
  const after = await savedIn(room, `${scratch}/after.needledrop`)
  expect(
    inOrder(after).map(({ title, work }) => [title, after.works.find(({ id }) => id === work)?.title]),
  ).toEqual([
    ['', 'Undertow'],
    ['Cold open', 'Undertow'],
    ['', 'Tidal'],
  ])
  const undertow = after.works.find((work) => work.title === 'Undertow')
  expect(undertow).toMatchObject({ iswc: 'T-034.524.680-1' })
  expect(side(after, undertow?.writers)).toEqual([['Rivers', 'BMI', 'CA', 10_000]])
  expect(after.parties.find(({ lastName }) => lastName === 'Rivers')).toMatchObject({ ipi: '00014107338' })
  for (let step = 0; step < 3; step++) await room.press('Control+z')
  expect(contentOf(await savedIn(room, `${scratch}/undone.needledrop`))).toEqual(contentOf(before))
})

import { writeFile } from 'node:fs/promises'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'
import { filmPath } from './films.ts'
import { type SavedDocument, saved } from './savedDocument.ts'

/*
 * Every edit of cues, notes and segments by key or by the palette, each taken back to the exact file from before. Frames
 * are counted from 01:00:00:00 at 24.
 */

const sheet = exchangeSheet('Editing', [
  { number: '1m1', title: 'A', span: ['01:00:10:00', '01:00:20:00'] },
  { number: '1m2', title: 'B', span: ['01:00:20:00', '01:00:30:00'] },
  { number: '1m3', title: 'C', span: ['01:00:40:00', '01:00:50:00'] },
  { number: '1m4', title: 'D', span: ['01:01:00:00', '01:01:10:00'] },
])
const untouched = { '1m1': '240–480', '1m2': '480–720', '1m3': '960–1200', '1m4': '1440–1680' }

test('cues are joined, duplicated, rolled, slipped, closed up and pushed, and each is taken back', async ({
  room,
  scratch,
}) => {
  test.setTimeout(60_000)
  const file = await openSheet(room, scratch)
  const trial = (label: string, act: () => Promise<void>) => taken(room, file, label, act)

  const joined = await trial('Join 2 cues', async () => {
    await choose(room, '01:00:12:00')
    await room.press('Alt+Shift+ArrowDown', 'Control+j')
  })
  expect(joined.cues).toEqual({ '1m1': '240–720', '1m3': '960–1200', '1m4': '1440–1680' })

  const duplicated = await trial('Duplicate 2 cues', async () => {
    await choose(room, '01:00:12:00')
    await room.press('Alt+Shift+ArrowDown')
    await room.goTo('01:10:00:00')
    await room.press('Control+d')
  })
  expect(Object.values(duplicated.cues)).toEqual([...Object.values(untouched), '14400–14640', '14640–14880'])

  const rolled = await trial('Roll border', async () => {
    await choose(room, '01:00:25:00')
    await room.press('e', 'Alt+Period', 'Alt+Shift+Period', 'Alt+Comma')
  })
  expect(rolled.cues).toMatchObject({ '1m1': '240–490', '1m2': '490–720' })

  const slipped = await trial('Nudge cue', async () => {
    await choose(room, '01:00:42:00')
    await runByPalette(room, 'Nudge the whole cue')
    await room.press('Period', 'Shift+Period')
  })
  expect(slipped.cues['1m3']).toBe('971–1211')

  const nudged = await trial('Nudge 2 outs', async () => {
    await choose(room, '01:00:42:00')
    await room.press('Alt+Shift+ArrowDown', 'e', 'e', 'Comma')
  })
  expect(nudged.cues).toMatchObject({ '1m3': '960–1199', '1m4': '1440–1679' })

  const before = await trial('Close gap before', async () => {
    await choose(room, '01:00:42:00')
    await room.press('Control+BracketLeft')
  })
  expect(before.cues).toMatchObject({ '1m2': '480–720', '1m3': '720–1200' })
  const after = await trial('Close gap after', () => room.press('Control+BracketRight'))
  expect(after.cues).toMatchObject({ '1m3': '960–1440', '1m4': '1440–1680' })

  const toHere = await trial('Set 2 outs', async () => {
    await choose(room, '01:00:42:00')
    await room.press('Alt+Shift+ArrowDown')
    await room.goTo('01:01:20:00')
    await room.press('BracketRight')
  })
  expect(toHere.cues).toMatchObject({ '1m3': '960–1920', '1m4': '1440–1920' })

  await room.goTo('01:00:30:00')
  const later = await trial('Push everything 24 frames later', () => push(room, '1.'))
  expect(later.cues).toEqual({ ...untouched, '1m3': '984–1224', '1m4': '1464–1704' })
  const earlier = await trial('Push everything 100 frames earlier', () => push(room, '-100f'))
  expect(earlier.cues).toMatchObject({ '1m2': '480–720', '1m3': '860–1100' })
  await room.press('Control+p')
  const field = room.page.getByRole('textbox', { name: 'By how much' })
  await field.fill('1...')
  await expect(room.page.getByRole('dialog')).toContainText('Cue 1m4 at 01:01:00:00 stands in the way')
  await expect(room.page.getByRole('button', { name: 'Push' })).toBeDisabled()
  await room.press('Escape')
  expect((await saved(room, file)).cues).toEqual(untouched)
})

test('one split cuts every cue under the playhead, and what cannot be done is said', async ({
  room,
  scratch,
}) => {
  const file = await openSheet(room, scratch)
  await choose(room, '01:00:12:00')
  await room.goTo('01:00:15:00')
  await room.press('Control+d', 'Control+Shift+a')
  await room.goTo('01:00:18:00')
  const split = await taken(room, file, 'Split 2 cues', () => room.press('Control+b'))
  expect(Object.values(split.cues).toSorted()).toEqual(
    ['240–432', '360–432', '432–480', '432–600', ...Object.values(untouched).slice(1)].toSorted(),
  )

  await choose(room, '01:01:02:00')
  await room.press('Control+j')
  await room.press('Control+BracketRight')
  expect(await room.problem('No cue lies after this one')).toMatchObject({ found: 'none' })
  await room.press('Alt+t')
  await room.problem('has no film with sound')
  await room.press('Alt+Period')
  await expect(room.page.getByRole('status').filter({ hasText: 'No border to roll' })).toBeVisible()
})

test('cues are selected by range, from here to the end, by the filter and the other way round', async ({
  room,
  scratch,
}) => {
  await openSheet(room, scratch)
  const selected = () =>
    room.page
      .getByRole('grid', { name: 'Cues' })
      .getByRole('row', { selected: true })
      .evaluateAll((rows) => rows.map((row) => row.querySelector('[role="gridcell"]')?.textContent?.trim()))
  await choose(room, '01:00:25:00')
  await room.press('Alt+Shift+ArrowDown', 'Alt+Shift+ArrowDown')
  await expect.poll(selected).toEqual(['1m2', '1m3', '1m4'])
  await room.press('Alt+Shift+ArrowUp')
  await expect.poll(selected).toEqual(['1m2', '1m3'])
  await room.press('Alt+i')
  await expect.poll(selected).toEqual(['1m1', '1m4'])
  await room.press('Shift+End')
  await expect.poll(selected).toEqual(['1m3', '1m4'])
  await room.press('Shift+Home')
  await expect.poll(selected).toEqual(['1m1', '1m2'])
  await room.press('Control+a')
  await expect.poll(selected).toHaveLength(4)
  await room.press('Control+Shift+a')
  await expect.poll(selected).toEqual([])
  await room.press('Control+f')
  await expect(room.page.getByRole('combobox', { name: 'Filter cues' })).toBeFocused()
  await room.page.keyboard.type('1m3')
  await room.leaveField()
  await room.press('Alt+Shift+a')
  await expect.poll(selected).toEqual(['1m3'])
})

test('notes are put, written, found, moved and removed, and each is taken back', async ({
  room,
  scratch,
}) => {
  const file = await openSheet(room, scratch)
  await room.goTo('01:00:05:00')
  const put = await taken(room, file, 'Add note', () => room.press('m'))
  expect(put.notes).toEqual(['120'])

  await room.press('m')
  await room.goTo('01:00:08:00')
  await room.press('NumpadEnter')
  const written = await taken(room, file, 'Change text', async () => {
    await room.press('Shift+M')
    await expect(room.page.getByRole('textbox', { name: 'Text' }).last()).toBeFocused()
    await room.page.keyboard.type('Door slams')
    await room.press('Enter')
    await expect(room.page.getByRole('dialog')).toHaveCount(0)
  })
  expect(written.notes).toEqual(['120', '192 Door slams'])

  await room.press('Control+Shift+ArrowUp')
  await expect(room.page.getByTestId('timecode')).toHaveText('01:00:05:00')
  const moved = await taken(room, file, 'Move note', () => room.press('Period', 'Shift+Period'))
  expect(moved.notes).toEqual(['131', '192'])
  await room.press('Control+Shift+ArrowDown')
  await expect(room.page.getByTestId('timecode')).toHaveText('01:00:08:00')
  const removed = await taken(room, file, 'Remove note', () => room.press('Delete'))
  expect(removed.notes).toEqual(['120'])
})

test('acts and breaks are begun, turned, named, moved and removed, and each is taken back', async ({
  room,
  scratch,
}) => {
  const file = await openSheet(room, scratch)
  const trial = (label: string, act: () => Promise<void>) => taken(room, file, label, act)
  await room.goTo('01:20:00:00')
  const begun = await trial('Begin segment', () => room.press('Control+Shift+b'))
  expect(begun.segments).toEqual(['Act 1 content 0–28800', 'Act 2 content 28800–86400'])
  await room.press('Control+Shift+b')
  await room.goTo('01:22:00:00')
  await room.press('Control+Shift+b')

  await room.goTo('01:21:00:00')
  await room.press('Control+ArrowUp')
  await expect(room.page.getByTestId('timecode')).toHaveText('01:20:00:00')
  const turned = await trial('Make segment a break', () => room.press('Alt+b'))
  expect(turned.segments).toEqual([
    'Act 1 content 0–28800',
    'Break 1 break 28800–31680',
    'Act 2 content 31680–86400',
  ])
  const moved = await trial('Move segment border', () => room.press('Shift+Period'))
  expect(moved.segments.slice(0, 2)).toEqual(['Act 1 content 0–28810', 'Act 2 content 28810–31680'])
  const named = await trial('Change label', async () => {
    await room.press('Alt+s')
    await expect(room.page.getByRole('textbox', { name: 'Name' }).last()).toBeFocused()
    await room.page.keyboard.type('Teaser')
    await room.press('Enter')
    await expect(room.page.getByRole('dialog')).toHaveCount(0)
  })
  expect(named.segments[1]).toBe('Teaser content 28800–31680')
  const removed = await trial('Remove segment', () => room.press('Delete'))
  expect(removed.segments).toEqual(['Act 1 content 0–31680', 'Act 2 content 31680–86400'])
  await room.press('Control+ArrowDown')
  await expect(room.page.getByTestId('timecode')).toHaveText('01:22:00:00')
})

test('a note is put on the frame on screen while the film plays, and a cue is trimmed to its tone', async ({
  room,
  scratch,
}) => {
  test.setTimeout(60_000)
  await room.openFilm(filmPath('leader-24.mp4'))
  await room.page.waitForFunction(() => document.querySelector('[data-known="measured"]') !== null)
  await room.goTo('01:00:01:00')
  await room.press('i')
  await room.goTo('01:00:09:00')
  await room.press('o')
  await room.leaveField()
  await room.saveAs(`${scratch}/film.needledrop`)
  const file = `${scratch}/film.needledrop`
  const trimmed = await taken(room, file, 'Trim cue to silence', () => room.press('Alt+t'))
  const [start, end] = Object.values(trimmed.cues)[0]?.split('–').map(Number) ?? []
  // The tone of this film: frames 240 to 384 of the file, which begins eight seconds before 01:00:00:00.
  expect(Math.abs((start ?? 0) - 48), `in ${start}`).toBeLessThanOrEqual(1)
  expect(Math.abs((end ?? 0) - 192), `out ${end}`).toBeLessThanOrEqual(1)

  await room.goTo('01:00:02:00')
  await room.press('Space')
  await room.page.waitForFunction(
    () => (document.querySelector('[data-testid="timecode"]')?.textContent ?? '') > '01:00:03:00',
  )
  const put = await taken(room, file, 'Add note', async () => {
    await room.press('m', 'Space')
  })
  expect(Number(put.notes[0])).toBeGreaterThanOrEqual(72)
  await room.whenSettled()
})

/** Does something that is one edit; gives the file after it, and expects it before once the edit is taken back. */
async function taken(
  room: CuttingRoom,
  file: string,
  label: string,
  act: () => Promise<void>,
): Promise<SavedDocument> {
  const before = await saved(room, file)
  await act()
  await room.whenSafe(before.made + 1)
  const after = await saved(room, file)
  expect(after.text, label).not.toBe(before.text)
  await room.press('Control+z')
  await expect(room.page.getByRole('status').filter({ hasText: `Undone: ${label}` })).toBeVisible()
  expect((await saved(room, file)).text, `${label}, taken back`).toBe(before.text)
  return after
}

async function openSheet(room: CuttingRoom, scratch: string): Promise<string> {
  await writeFile(`${scratch}/sheet.json`, sheet)
  await room.openFile(`${scratch}/sheet.json`)
  await room.whenWorkspaceShows()
  await room.saveAs(`${scratch}/work.needledrop`)
  return `${scratch}/work.needledrop`
}

/** Selects the cue that lies at a timecode. */
async function choose(room: CuttingRoom, timecode: string): Promise<void> {
  await room.press('Control+Shift+a')
  await room.goTo(timecode)
  await room.press('d')
}

async function push(room: CuttingRoom, by: string): Promise<void> {
  await room.press('Control+p')
  await room.page.getByRole('textbox', { name: 'By how much' }).fill(by)
  await room.press('Enter')
  await expect(room.page.getByRole('dialog')).toHaveCount(0)
}

async function runByPalette(room: CuttingRoom, label: string): Promise<void> {
  await room.press('Control+k')
  await room.page.keyboard.type(label)
  await room.press('Enter')
  await expect(room.page.getByRole('dialog')).toHaveCount(0)
}

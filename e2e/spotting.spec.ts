import { writeFile } from 'node:fs/promises'
import { csvRows } from './csv.ts'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'
import { filmPath, filmTruth } from './films.ts'
import { observed, observeFrames } from './frameObserver.ts'
import { label } from './timecode.ts'

/** A film, the labels of its rate, and a cue to mark in it, in file frames. */
const markedFilms = [
  { file: 'leader-24.mp4', per: 24, isDrop: false, opensAt: '01:00:00:00', cue: [240, 384] },
  { file: 'drop-2997-minute.mp4', per: 30, isDrop: true, opensAt: '01:00:55;00', cue: [149, 151] },
  { file: 'drop-2997.mp4', per: 30, isDrop: true, opensAt: '01:00:00;00', cue: [299, 330] },
  { file: 'ntsc-23976.mp4', per: 24, isDrop: false, opensAt: '01:00:00:00', cue: [23, 239] },
  { file: 'silent-25.mp4', per: 25, isDrop: false, opensAt: '10:00:00:00', cue: [24, 26] },
  { file: 'late.mp4', per: 24, isDrop: false, opensAt: '01:00:00:00', cue: [1, 118] },
] as const

for (const { file, per, isDrop, opensAt, cue } of markedFilms) {
  test(`${file} is shown, marked and exported with the timecode of its pictures`, async ({
    room,
    scratch,
  }) => {
    const { startFrame, strip } = filmTruth(file)
    const [start, end] = cue.map((frame) => label(startFrame + frame, per, isDrop))
    await room.openFilm(filmPath(file))
    await observeFrames(room.page, strip)
    expect(await room.timecode()).toBe(opensAt)
    await room.goTo(start ?? '')
    await room.press('i')
    await room.goTo(end ?? '')
    await room.press('o')
    const { keys } = await observed(room.page)
    const marks = keys.filter(({ code }) => code === 'KeyI' || code === 'KeyO')
    expect(marks.map(({ frame }) => frame)).toEqual(cue)
    expect(await room.cueLines()).toMatchObject([{ start, end }])
    const [row] = csvRows(await room.exportAs('Full', `${scratch}/sheet.csv`))
    expect(row).toMatchObject({ 'TC In': start, 'TC Out': end, 'Duration (frames)': String(cue[1] - cue[0]) })
  })
}

test('what stands before the programme is leader, and the window says so', async ({ room }) => {
  await room.openFilm(filmPath('leader-24.mp4'))
  await expect(
    room.page.getByRole('status').filter({ hasText: '01:00:00:00; what comes before is leader' }),
  ).toBeVisible()
  await room.goTo('00:59:58:00')
  await room.press('Home')
  await room.whenSettled()
  expect(await room.timecode()).toBe('01:00:00:00')
})

test('a label that does not exist is refused, and the next one that does is offered', async ({ room }) => {
  await room.openFilm(filmPath('drop-2997-minute.mp4'))
  await room.press('NumpadAdd')
  const field = room.page.getByRole('textbox', { name: 'Timecode' })
  await field.fill('01:01:00;00')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await room.page.getByRole('button', { name: 'Use 01:01:00;02' }).press('Enter')
  await expect(field).toHaveValue('01:01:00;02')
  await field.press('Enter')
  await room.whenSettled()
  expect(await room.timecode()).toBe('01:01:00;02')
})

test('a production without its film opens, is edited and exported', async ({ room, scratch }) => {
  await openSheet(room, scratch)
  await room.press('Control+a', 'Period', 'Digit3')
  await room.goTo('01:10:00:00')
  await room.press('i')
  await room.goTo('01:10:04:00')
  await room.press('o')
  await room.saveAs(`${scratch}/work.needledrop`)
  const rows = csvRows(await room.exportAs('Full', `${scratch}/sheet.csv`))
  expect(rows.map((row) => [row['TC In'], row['TC Out'], row.Type])).toEqual([
    ['01:00:10:01', '01:00:20:01', 'needleDrop'],
    ['01:10:00:00', '01:10:04:00', 'other'],
  ])
})

test('a second I ends the cue and begins the next on the same frame', async ({ room }) => {
  await room.openFilm(filmPath('leader-24.mp4'))
  for (const [timecode, key] of [
    ['01:00:01:00', 'i'],
    ['01:00:02:00', 'i'],
    ['01:00:03:12', 'o'],
  ] as const) {
    await room.goTo(timecode)
    await room.press(key)
  }
  expect((await room.cueLines()).map(({ start, end }) => [start, end])).toEqual([
    ['01:00:01:00', '01:00:02:00'],
    ['01:00:02:00', '01:00:03:12'],
  ])
})

test('O with no cue open changes nothing and says what to do', async ({ room }) => {
  await room.openFilm(filmPath('leader-24.mp4'))
  await room.press('o')
  await expect(room.page.getByRole('status').filter({ hasText: 'No cue is open. Press I' })).toBeVisible()
  expect(await room.safety()).toEqual({ made: 0, safe: 0 })
})

test('O belongs to an I whose picture is still on its way', async ({ room }) => {
  await room.openFilm(filmPath('leader-24.mp4'))
  const { keyboard } = room.page
  const step = () => keyboard.down('ArrowRight')
  await Promise.all([
    step(),
    step(),
    keyboard.down('i'),
    keyboard.up('i'),
    step(),
    step(),
    keyboard.down('o'),
    keyboard.up('o'),
  ])
  await keyboard.up('ArrowRight')
  await room.whenSafe(2)
  expect((await room.cueLines()).map(({ start, end }) => [start, end])).toEqual([
    ['01:00:00:02', '01:00:00:04'],
  ])
})

test('with O including the shown frame, the cue ends after it', async ({ room }) => {
  await room.press('Control+Comma')
  await room.page.getByRole('checkbox', { name: 'O includes the shown frame' }).press('Space')
  await room.press('Escape')
  await room.openFilm(filmPath('leader-24.mp4'))
  await room.goTo('01:00:01:00')
  await room.press('i')
  await room.goTo('01:00:02:00')
  await room.press('o')
  await room.whenSafe(2)
  expect(await room.cueLines()).toMatchObject([{ start: '01:00:01:00', end: '01:00:02:01' }])
})

test('marks are undone and made again one by one', async ({ room }) => {
  await room.openFilm(filmPath('leader-24.mp4'))
  await room.goTo('01:00:01:00')
  await room.press('i')
  await room.goTo('01:00:02:00')
  await room.press('o')
  await room.whenSafe(2)
  await room.leaveField()
  const states = [[], [['01:00:01:00', 'open']], [['01:00:01:00', '01:00:02:00']]]
  const shown = async () => (await room.cueLines()).map(({ start, end }) => [start, end])
  expect(await shown()).toEqual(states[2])
  for (const [key, state] of [
    ['Control+z', 1],
    ['Control+z', 0],
    ['Control+z', 0],
    ['Control+Shift+z', 1],
    ['Control+y', 2],
    ['Control+y', 2],
  ] as const) {
    await room.press(key)
    expect(await shown(), key).toEqual(states[state])
  }
})

test('Escape during a drag puts the cue back, and nothing is written', async ({ room, scratch }) => {
  await openSheet(room, scratch)
  const { mouse } = room.page
  await room.press('Control+a', 'z')
  const block = room.page.getByRole('listbox', { name: 'Cues on the timeline' }).getByRole('option')
  const drag = async (keepsHold: (room: CuttingRoom) => Promise<void>) => {
    const box = await block.boundingBox()
    if (!box) throw new Error('the cue is not on the timeline')
    await mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await mouse.down()
    await mouse.move(box.x + box.width / 2 + 90, box.y + box.height / 2, { steps: 5 })
    await keepsHold(room)
    await mouse.up()
  }
  const before = await room.cueLines()
  await drag(async () => {
    await expect(block).not.toHaveAttribute('aria-label', /in 01:00:10:00/)
    await room.press('Escape')
  })
  await expect(block).toHaveAttribute('aria-label', /in 01:00:10:00/)
  expect(await room.cueLines()).toEqual(before)
  expect(await room.safety()).toEqual({ made: 0, safe: 0 })
  await drag(async () => {})
  await expect(block).not.toHaveAttribute('aria-label', /in 01:00:10:00/)
  expect(await room.whenSafe(1)).toBe(1)
})

async function openSheet(room: CuttingRoom, scratch: string): Promise<void> {
  const sheet = `${scratch}/sheet.json`
  await writeFile(
    sheet,
    exchangeSheet('No film', [{ number: '1m1', title: 'A', span: ['01:00:10:00', '01:00:20:00'] }]),
  )
  await room.openFile(sheet)
  await room.whenWorkspaceShows()
}

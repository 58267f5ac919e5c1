import { readFile, writeFile } from 'node:fs/promises'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { readRuler, rulerNow } from './rulerReading.ts'
import { frameOf, label } from './timecode.ts'
import {
  boxOf,
  detailOf,
  documentOf,
  openSheet,
  pixelsPerFrame,
  segments,
  shown,
  windowOf,
} from './timelineWindow.ts'

const per = 24

test('the overview’s window is dragged, stretched and moved by keys, and a click goes there', async ({
  room,
  scratch,
}) => {
  const { page } = room
  await openSheet(room, scratch)
  await room.goTo('01:30:30:00')
  await room.press('Alt+z', '-', '-', '-')
  const overview = await boxOf(page.getByTestId('overview'))
  const all = 3600 * per
  const scale = all / overview.width
  const start = await shown(room)
  const middle = overview.x + (start.first + start.last) / 2 / scale
  const y = overview.y + 20
  await page.mouse.move(middle, y)
  await page.mouse.down()
  await page.mouse.move(middle - 200, y, { steps: 3 })
  await page.mouse.up()
  const moved = await shown(room)
  expect((moved.first - start.first) / scale).toBeCloseTo(-200, 0)
  expect(moved.last - moved.first).toBe(start.last - start.first)
  await expect(page.getByTestId('timecode')).toHaveText('01:30:30:00')
  const edge = await boxOf(page.getByRole('slider', { name: 'Last frame in view' }))
  await page.mouse.move(edge.x + edge.width / 2, y)
  await page.mouse.down()
  await page.mouse.move(edge.x + edge.width / 2 + 150, y, { steps: 3 })
  await page.mouse.up()
  const stretched = await shown(room)
  expect(stretched.first).toBe(moved.first)
  expect((stretched.last - moved.last) / scale).toBeCloseTo(150, 0)
  await page.mouse.click(overview.x + overview.width / 4, y)
  await expect(page.getByTestId('timecode')).toHaveText(/^01:1[45]:/)
  const gone = await shown(room)
  expect((gone.first + gone.last) / 2 / all).toBeCloseTo(0.25, 1)
  await windowOf(room).focus()
  await room.press('ArrowRight')
  expect((await shown(room)).first).toBeGreaterThan(gone.first)
  await room.press('Home')
  expect((await shown(room)).first).toBeLessThanOrEqual(0)
  await page.getByRole('slider', { name: 'Last frame in view' }).focus()
  const home = await shown(room)
  await room.press('Shift+ArrowLeft')
  expect((await shown(room)).last).toBeLessThan(home.last)
  await page.mouse.dblclick(overview.x + overview.width / 2, y)
  await expect.poll(() => shown(room)).toEqual({ first: 0, last: all })
})

test('the overview’s colours are chosen from a menu or the palette, and remembered', async ({ room }) => {
  await room.openDemo()
  const choice = room.page.getByRole('button', { name: 'Colours of the overview' })
  await choice.press('Enter')
  await room.page.getByRole('menuitemradio', { name: 'Licence state' }).click()
  await expect(choice).toHaveText('Licence state')
  await expect(choice).toBeFocused()
  await room.press('Control+k')
  await room.page.keyboard.type('overview diegesis')
  await room.press('Enter')
  await expect(choice).toHaveText('Diegesis')
  await room.leaveField()
  await room.restart()
  await room.page.getByRole('button', { name: 'Open the demo' }).click()
  // Another window than before.
  await expect(room.page.getByRole('button', { name: 'Colours of the overview' })).toHaveText('Diegesis')
})

test('the ruler counts timecode, feet and frames, or frames, and each reel has its own', async ({
  room,
  scratch,
}) => {
  const pictures = [
    { id: 'R1', label: 'Reel 1', startTc: '01:00:00:00', endTc: '01:20:00:00' },
    { id: 'R2', label: 'Reel 2', startTc: '02:00:00:00', endTc: '02:20:00:00' },
  ]
  await openSheet(room, scratch, { pictures, cues: [] })
  await readRuler(room.page)
  const texts = async () => (await rulerNow(room.page)).texts.map(({ text }) => text)
  await room.press('=', '-')
  expect(await texts()).toEqual(expect.arrayContaining(['Reel 1', 'Reel 2', '01:10:00:00', '02:10:00:00']))
  await room.press('Alt+u')
  expect(await texts()).toEqual(expect.arrayContaining(['Reel 2', '1000+00']))
  await room.press('Alt+u', 'Alt+u')
  await expect.poll(texts).toEqual(expect.arrayContaining(['20000']))
  await room.press('Alt+u')
  await expect.poll(texts).toEqual(expect.arrayContaining(['01:10:00:00']))
  await expect(room.page.getByRole('slider', { name: 'Playhead' })).toHaveAttribute(
    'aria-valuetext',
    'Reel 1, 01:00:00:00',
  )
})

test('acts and breaks: a border moves with its neighbour, by mouse and by keys, and all is undone', async ({
  room,
  scratch,
}) => {
  const { page } = room
  await openSheet(room, scratch, { segments })
  const before = await documentOf(room, scratch)
  const act = page.getByRole('button', { name: /^Act One, act/ })
  await expect(act).toHaveAccessibleName('Act One, act, 01:00:00:00 to 01:20:00:00')
  await act.click()
  const border = page.getByRole('slider', { name: 'End of Act One' })
  const start = page.getByRole('slider', { name: 'Start of Break 1' })
  const box = await boxOf(border)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const perPixel = 1 / (await pixelsPerFrame(room))
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.keyboard.down('Control')
  await page.mouse.move(x - 101, y, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Control')
  const moved = frameOf((await border.getAttribute('aria-valuetext')) ?? '', per)
  expect(Math.abs(moved - (frameOf('01:20:00:00', per) - 101 * perPixel))).toBeLessThanOrEqual(perPixel)
  expect(await start.getAttribute('aria-valuetext')).toBe(label(moved, per))
  await room.press('Control+z')
  await expect(border).toHaveAttribute('aria-valuetext', '01:20:00:00')
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 80, y, { steps: 4 })
  await expect(border).not.toHaveAttribute('aria-valuetext', '01:20:00:00')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(border).toHaveAttribute('aria-valuetext', '01:20:00:00')
  await act.focus()
  await room.press('ArrowRight')
  await expect(page.getByRole('button', { name: /^Break 1, break/ })).toBeFocused()
  await start.focus()
  await room.press('ArrowRight', 'Shift+ArrowRight')
  await expect(start).toHaveAttribute('aria-valuetext', '01:20:00:11')
  await expect(border).toHaveAttribute('aria-valuetext', '01:20:00:11')
  await room.leaveField()
  await room.press('Control+z')
  await expect(border).toHaveAttribute('aria-valuetext', '01:20:00:00')
  expect(await documentOf(room, scratch)).toBe(before)
})

test('a dragged border is caught by the edge of a cue', async ({ room, scratch }) => {
  const { page } = room
  await openSheet(room, scratch, { segments })
  const border = page.getByRole('slider', { name: 'Start of Act Two' })
  const box = await boxOf(border)
  const detail = await detailOf(room)
  const target = detail.x + 1800 * per * (await pixelsPerFrame(room))
  await page.mouse.move(box.x + 1, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(target + 4, box.y + 8, { steps: 6 })
  await page.mouse.up()
  await expect(border).toHaveAttribute('aria-valuetext', '01:30:00:00')
})

test('notes: flags are dragged, nudged, walked and removed, and all is undone', async ({ room, scratch }) => {
  const { page } = room
  await openSheet(room, scratch)
  const notes = page.getByRole('listbox', { name: 'Notes on the timeline' })
  await expect(notes).toHaveCount(0)
  await openWithNotes(room, scratch)
  const before = await documentOf(room, scratch)
  const slam = notes.getByRole('option', { name: /door slam/ })
  const kiss = notes.getByRole('option', { name: /hit: kiss/ })
  await expect(slam).toHaveAccessibleName('Note: door slam, 01:12:00:00')
  const box = await boxOf(slam)
  const [x, y] = [box.x + 5, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.keyboard.down('Control')
  await page.mouse.move(x + 120, y, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Control')
  await expect(slam).toHaveAttribute('aria-selected', 'true')
  const at = /, (\S+)$/.exec((await slam.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  const perPixel = 1 / (await pixelsPerFrame(room))
  expect(Math.abs(frameOf(at, per) - frameOf('01:12:00:00', per) - 120 * perPixel)).toBeLessThanOrEqual(
    perPixel,
  )
  await room.press('Control+z')
  await expect(slam).toHaveAccessibleName('Note: door slam, 01:12:00:00')
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y, { steps: 3 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(slam).toHaveAccessibleName('Note: door slam, 01:12:00:00')
  await slam.focus()
  await room.press('Period', 'Shift+Period')
  await expect(slam).toHaveAccessibleName('Note: door slam, 01:12:00:11')
  await room.press('ArrowRight')
  await expect(kiss).toBeFocused()
  await room.press('Delete')
  await expect(kiss).toHaveCount(0)
  await expect(slam).toBeFocused()
  await room.press('Control+z', 'Control+z')
  await expect(slam).toHaveAccessibleName('Note: door slam, 01:12:00:00')
  await expect(kiss).toHaveCount(1)
  expect(await documentOf(room, scratch)).toBe(before)
})

/** Opens the sheet again with two notes in it. */
async function openWithNotes(room: CuttingRoom, scratch: string): Promise<void> {
  const document = JSON.parse(await documentOf(room, scratch))
  const [reel] = document.reels
  const note = (id: string, timecode: string, text: string) => ({
    id,
    reel: reel.id,
    frame: frameOf(timecode, per),
    text,
  })
  const notes = [note('n1', '01:12:00:00', 'door slam'), note('n2', '01:40:00:00', 'hit: kiss')]
  const saved = JSON.parse(await readFile(`${scratch}/saved.needledrop`, 'utf8'))
  const file = `${scratch}/notes.needledrop`
  await writeFile(file, JSON.stringify({ ...saved, id: 'with-notes', notes }))
  await room.openFile(file)
  await room.problem(/./)
  const shown = room.page.getByRole('listbox', { name: 'Notes on the timeline' }).getByRole('option')
  await expect(shown).toHaveCount(notes.length)
  await room.leaveField()
}

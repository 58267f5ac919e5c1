import { readFile, writeFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { exchangeSheet } from './exchangeSheet.ts'
import { readRuler, rulerNow } from './rulerReading.ts'
import { frameOf, label } from './timecode.ts'

const per = 24

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not on the screen')
  return box
}

const detailOf = ({ page }: CuttingRoom): Promise<Box> => boxOf(page.getByTestId('timeline-detail'))
const windowOf = ({ page }: CuttingRoom) =>
  page.getByRole('slider', { name: 'Part of the programme in view' })

/** First and last frame in view, counted from the beginning of the first reel. */
async function shown({ page }: CuttingRoom): Promise<{ readonly first: number; readonly last: number }> {
  // The window is moved by the next animation frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  const read = (name: string) => page.getByRole('slider', { name }).getAttribute('aria-valuenow')
  return { first: Number(await read('First frame in view')), last: Number(await read('Last frame in view')) }
}

async function pixelsPerFrame(room: CuttingRoom): Promise<number> {
  const { first, last } = await shown(room)
  return (await detailOf(room)).width / (last - first)
}

/** The timecode of the frame under the pointer. */
async function pointedAt({ page }: CuttingRoom, x: number, y: number): Promise<string> {
  await page.mouse.move(x - 1, y)
  await page.mouse.move(x, y)
  const card = page.getByTestId('hover-picture')
  await expect(card).toBeVisible()
  return card.innerText()
}

const segments = [
  { id: 's1', label: 'Act One', kind: 'content', picture: 'R1', in: '01:00:00:00', out: '01:20:00:00' },
  { id: 's2', label: 'Break 1', kind: 'break', picture: 'R1', in: '01:20:00:00', out: '01:22:00:00' },
  { id: 's3', label: 'Act Two', kind: 'content', picture: 'R1', in: '01:22:00:00', out: '01:59:00:00' },
]
const cues = [
  { number: '1m01', title: 'Arrival', span: ['01:10:00:00', '01:11:00:00'] },
  { number: '1m02', title: 'Undertow', span: ['01:30:00:00', '01:32:00:00'] },
] as const

/** Opens a sheet without a film. */
async function openSheet(room: CuttingRoom, scratch: string, others: object = {}): Promise<void> {
  const file = `${scratch}/sheet.json`
  await writeFile(file, exchangeSheet('An hour', cues, others))
  await room.openFile(file)
  await expect(room.page).toHaveTitle(/An hour/)
  await expect(windowOf(room)).toBeVisible()
  await expect(windowOf(room)).toHaveAttribute('aria-valuetext', /to/)
  await room.leaveField()
}

/** The document as a saved file has it, without the number of the last change. */
async function documentOf(room: CuttingRoom, scratch: string): Promise<string> {
  const file = `${scratch}/saved.needledrop`
  await room.saveAs(file)
  const { checksum, lastSequence, id, ...document } = JSON.parse(await readFile(file, 'utf8'))
  return JSON.stringify(document)
}

test('one turn of the wheel leads from six hours to single frames about the pointer', async ({
  room,
  scratch,
}) => {
  const { page } = room
  const pictures = [{ id: 'R1', label: 'R1', startTc: '01:00:00:00', endTc: '07:00:00:00' }]
  await openSheet(room, scratch, { timebase: { rateNum: 60, rateDen: 1, dropFrame: false }, pictures })
  const box = await detailOf(room)
  const [x, y] = [box.x + Math.round(box.width * 0.618), box.y + 60]
  const before = frameOf(await pointedAt(room, x, y), 60)
  const perPixel = 1 / (await pixelsPerFrame(room))
  await page.keyboard.down('Control')
  for (let notch = 0; notch < 60; notch += 1) await page.mouse.wheel(0, -120)
  await page.keyboard.up('Control')
  await expect.poll(() => pixelsPerFrame(room)).toBeGreaterThan(60)
  expect(Math.abs(frameOf(await pointedAt(room, x, y), 60) - before)).toBeLessThanOrEqual(perPixel)
  await page.keyboard.down('Control')
  for (let notch = 0; notch < 60; notch += 1) await page.mouse.wheel(0, 120)
  await page.keyboard.up('Control')
  await expect.poll(() => shown(room)).toEqual({ first: 0, last: 6 * 3600 * 60 })
})

test('keys zoom about the playhead, show everything, the selected cue and the cue under the playhead', async ({
  room,
  scratch,
}) => {
  const { page } = room
  await openSheet(room, scratch)
  await room.goTo('01:30:30:00')
  const playhead = page.getByRole('slider', { name: 'Playhead' })
  const at = (await boxOf(playhead)).x
  await room.press('=', '=', '=')
  expect(Math.abs((await boxOf(playhead)).x - at)).toBeLessThanOrEqual(1)
  expect(await pixelsPerFrame(room)).toBeGreaterThan(0.03)
  await room.press('Alt+z')
  const cue = await boxOf(page.getByRole('option', { name: /Undertow/ }).and(page.locator('[data-item]')))
  const box = await detailOf(room)
  expect(cue.x - box.x).toBeCloseTo(40, 0)
  expect(box.x + box.width - cue.x - cue.width).toBeCloseTo(40, 0)
  await room.press('Shift+Equal')
  await expect.poll(() => pixelsPerFrame(room)).toBeGreaterThan(60)
  await room.press('Shift+Z')
  await expect.poll(() => shown(room)).toEqual({ first: 0, last: 3600 * per })
  await page
    .getByRole('option', { name: /Arrival/ })
    .and(page.locator('[data-item]'))
    .click()
  await room.press('z')
  const { first, last } = await shown(room)
  expect(first).toBeLessThan(600 * per)
  expect(last - first).toBeLessThan(70 * per)
})

test('each rest of the view can be gone back to, and forth again', async ({ room, scratch }) => {
  await openSheet(room, scratch)
  const whole = await shown(room)
  await room.goTo('01:30:30:00')
  await room.press('Alt+z')
  await expect.poll(() => shown(room)).not.toEqual(whole)
  const fitted = await shown(room)
  await room.press('Alt+BracketLeft')
  expect(await shown(room)).toEqual(whole)
  await room.press('Alt+BracketRight')
  expect(await shown(room)).toEqual(fitted)
  await room.press('PageDown', 'PageDown')
  const paged = await shown(room)
  expect(paged.first).toBeGreaterThan(fitted.first)
  await room.press('Alt+BracketLeft')
  expect(await shown(room)).toEqual(fitted)
  await room.press('Alt+BracketLeft')
  expect(await shown(room)).toEqual(whole)
  await room.press('Alt+BracketRight', 'Alt+BracketRight')
  expect(await shown(room)).toEqual(paged)
})

test('wheel, middle button, hand and Page keys pan, and Escape takes a pan back', async ({
  room,
  scratch,
}) => {
  const { page } = room
  await openSheet(room, scratch)
  await room.goTo('01:30:30:00')
  await room.press('Alt+z')
  const box = await detailOf(room)
  const [x, y] = [box.x + 700, box.y + 60]
  await page.mouse.move(x, y)
  const start = await shown(room)
  const per100 = 100 / (await pixelsPerFrame(room))
  const moved = async () => ((await shown(room)).first - start.first) / per100
  await page.mouse.wheel(0, 100)
  await expect.poll(moved).toBeCloseTo(1, 1)
  await page.mouse.wheel(100, 0)
  await expect.poll(moved).toBeCloseTo(2, 1)
  await page.keyboard.down('Shift')
  await page.mouse.wheel(0, -200)
  await page.keyboard.up('Shift')
  await expect.poll(moved).toBeCloseTo(0, 1)
  await page.mouse.down({ button: 'middle' })
  await page.mouse.move(x - 300, y, { steps: 3 })
  await page.mouse.up({ button: 'middle' })
  expect(await moved()).toBeCloseTo(3, 1)
  await page.keyboard.down('h')
  await page.mouse.down()
  await page.mouse.move(x, y, { steps: 3 })
  await page.mouse.up()
  await page.keyboard.up('h')
  expect(await moved()).toBeCloseTo(0, 1)
  await expect(page.getByTestId('timecode')).toHaveText('01:30:30:00')
  await page.mouse.down({ button: 'middle' })
  await page.mouse.move(x + 250, y, { steps: 3 })
  expect(await moved()).toBeCloseTo(-2.5, 1)
  await page.keyboard.press('Escape')
  await page.mouse.up({ button: 'middle' })
  expect(await moved()).toBeCloseTo(0, 1)
  await room.press('PageDown')
  expect(await moved()).toBeCloseTo((box.width * 0.9) / 100, 1)
  await room.press('PageUp', 'Shift+PageDown')
  expect(await moved()).toBeCloseTo((box.width * 0.09) / 100, 1)
})

test('a scrub held at the edge takes the view along, and Escape brings the playhead back', async ({
  room,
  scratch,
}) => {
  const { page } = room
  await openSheet(room, scratch)
  await room.goTo('01:30:30:00')
  await room.press('Alt+z')
  const box = await detailOf(room)
  const { last } = await shown(room)
  await page.mouse.move(box.x + 600, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 3, box.y + 10, { steps: 4 })
  await expect.poll(async () => (await shown(room)).last).toBeGreaterThan(last + 2000)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(page.getByTestId('timecode')).toHaveText('01:30:30:00')
})

test('the sound is drawn taller by wheel and keys, by itself, and as it is again', async ({ room }) => {
  const { page } = room
  await room.openDemo()
  const gain = page.getByTestId('wave-gain')
  await expect(gain).toHaveCount(0)
  await room.press('Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowDown')
  await expect(gain).toHaveText('+6 dB')
  const box = await detailOf(room)
  await page.mouse.move(box.x + 700, box.y + 70)
  await page.keyboard.down('Alt')
  await page.mouse.wheel(0, -100)
  await page.mouse.wheel(0, -100)
  await page.mouse.wheel(0, 300)
  await page.keyboard.up('Alt')
  await expect(gain).toHaveText('+3 dB')
  await room.press('Alt+0')
  await expect(gain).toHaveCount(0)
  await room.press('Alt+a')
  await expect(gain).toHaveText(/^Auto (\+[0-9]+|0) dB$/)
  await gain.click()
  await expect(gain).toHaveCount(0)
})

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
  await expect(choice).toHaveText('Diegesis')
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
  await page.keyboard.down('Alt')
  await page.mouse.move(x - 101, y, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Alt')
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
  await page.keyboard.down('Alt')
  await page.mouse.move(x + 120, y, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Alt')
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
  await room.leaveField()
}

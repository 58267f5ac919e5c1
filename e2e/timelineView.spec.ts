import { expect, test } from './cuttingRoom.ts'
import { frameOf } from './timecode.ts'
import { boxOf, detailOf, openSheet, pixelsPerFrame, pointedAt, shown } from './timelineWindow.ts'

const per = 24

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
  // A pinch comes as a wheel with Ctrl that turns by little.
  await page.keyboard.down('Control')
  for (let little = 0; little < 10; little += 1) await page.mouse.wheel(0, 24)
  expect(Math.abs((await pixelsPerFrame(room)) - 32)).toBeLessThan(1)
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
  const box = await detailOf(room)
  await expect(async () => {
    const cue = await boxOf(page.getByRole('option', { name: /Undertow/ }).and(page.locator('[data-item]')))
    expect(cue.x - box.x).toBeCloseTo(40, 0)
    expect(box.x + box.width - cue.x - cue.width).toBeCloseTo(40, 0)
  }).toPass({ timeout: 5_000 })
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

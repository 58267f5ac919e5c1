import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { filmPath, filmTruth } from './films.ts'
import { frameOn, type StripOfPicture, teachReading } from './frameReading.ts'
import { label } from './timecode.ts'

const card = '[data-testid="hover-picture"]:not([hidden])'
const stripOf = (name: string): StripOfPicture => ({ ...filmTruth(name).strip, pictureWidth: 192 })

/** Opens a small film with the pointer out of the way, and teaches the page to read frames. */
async function openFilm(room: CuttingRoom, name: string): Promise<void> {
  await room.page.mouse.move(4, 4)
  await room.openFilm(filmPath(name))
  await teachReading(room.page, stripOf(name))
}

/** Moves the pointer onto a frame of the film in the sound, of which the whole is in view. */
async function pointAt(room: CuttingRoom, frame: number, frames: number): Promise<void> {
  const box = await room.page.getByTestId('timeline-detail').boundingBox()
  if (!box) throw new Error('there is no timeline')
  await room.page.mouse.move(box.x + ((frame + 0.5) / frames) * box.width, box.y + 60)
}

/** The frame drawn on the card once it names one of these timecodes and has that picture, read in one moment. */
async function cardAt(
  room: CuttingRoom,
  timecodes: readonly string[],
): Promise<{ timecode: string; frame: number | null }> {
  const read = await room.page.waitForFunction(
    ([selector, awaited]) => {
      const { readFrame } = window as unknown as { readFrame: (source: unknown) => number | null }
      const shown = document.querySelector(selector)
      const canvas = shown?.querySelector('canvas')
      const timecode = shown?.querySelector('span')?.textContent ?? ''
      if (!canvas || canvas.hidden || canvas.dataset.late !== 'false' || !awaited.includes(timecode))
        return null
      return { timecode, frame: readFrame(canvas) }
    },
    [card, timecodes] as const,
    { timeout: 5000 },
  )
  return (await read.jsonValue()) as { timecode: string; frame: number | null }
}

/** Whole numbers below `limit`, the same ones in each run. */
function scattered(count: number, limit: number): readonly number[] {
  let seed = 7
  return Array.from({ length: count }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return seed % limit
  })
}

for (const [name, perSecond, isDrop] of [
  ['leader-24.mp4', 24, false],
  ['late.mp4', 24, false],
  ['drop-2997.mp4', 30, true],
] as const) {
  test(`the picture at the pointer is the frame that its timecode names: ${name}`, async ({ room }) => {
    test.setTimeout(90_000)
    const { frames, startFrame } = filmTruth(name)
    await openFilm(room, name)
    const shownBefore = await frameOn(room.page, 'video')
    const at = (frame: number) => label(startFrame + frame, perSecond, isDrop)
    for (const frame of scattered(20, frames)) {
      await pointAt(room, frame, frames)
      // The pointer stands on whole pixels, so it may be a frame beside.
      const { timecode, frame: drawn } = await cardAt(room, [at(frame), at(frame - 1), at(frame + 1)])
      expect(drawn).not.toBeNull()
      expect(timecode).toBe(at(drawn ?? 0))
    }
    expect(await frameOn(room.page, 'video'), 'the large picture stays').toBe(shownBefore)
  })
}

test('a pointer that runs asks for few pictures, the last one among them', async ({ room }) => {
  await openFilm(room, 'leader-24.mp4')
  const { frames, startFrame } = filmTruth('leader-24.mp4')
  const at = (frame: number) => label(startFrame + frame, 24)
  await pointAt(room, 10, frames)
  await cardAt(room, [9, 10, 11].map(at))
  await room.page.evaluate(() => {
    const counted = { seeks: 0 }
    const described = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'currentTime')
    Object.defineProperty(HTMLMediaElement.prototype, 'currentTime', {
      ...described,
      set(this: HTMLMediaElement, seconds: number) {
        if (!this.isConnected) counted.seeks += 1
        described?.set?.call(this, seconds)
      },
    })
    Object.assign(window, { counted })
  })
  const box = await room.page.getByTestId('timeline-detail').boundingBox()
  if (!box) throw new Error('there is no timeline')
  await room.page.evaluate(
    ([from, to, y]) => {
      const target = document.elementFromPoint(from, y)
      for (let step = 0; step <= 150; step++) {
        const clientX = from + ((to - from) * step) / 150
        target?.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY: y, bubbles: true }))
      }
    },
    [box.x + 40, box.x + (400.5 / frames) * box.width, box.y + 60] as const,
  )
  const { timecode, frame } = await cardAt(room, [399, 400, 401].map(at))
  expect(timecode).toBe(at(frame ?? 0))
  const seeks = await room.page.evaluate(
    () => (window as unknown as { counted: { seeks: number } }).counted.seeks,
  )
  expect(seeks).toBeGreaterThan(0)
  expect(seeks).toBeLessThan(6)
})

test('the card goes at once when the pointer leaves, presses or scrolls, and with the setting', async ({
  room,
}) => {
  await openFilm(room, 'leader-24.mp4')
  const { page } = room
  const appear = async () => {
    await pointAt(room, 100, 480)
    await pointAt(room, 101, 480)
    await expect(page.locator(card)).toBeVisible()
  }
  await appear()
  await page.mouse.move(4, 4)
  await expect(page.locator(card)).toHaveCount(0)
  await appear()
  await page.mouse.wheel(0, 10)
  await expect(page.locator(card)).toHaveCount(0)
  await appear()
  await page.mouse.down()
  await expect(page.locator(card)).toHaveCount(0)
  await pointAt(room, 140, 480)
  await room.whenSettled()
  await expect(page.locator(card)).toHaveCount(0)
  await page.mouse.up()
  await page.mouse.move(4, 4)
  await room.press('Control+Comma')
  await page.getByRole('checkbox', { name: 'Show the picture while pointing at the timeline' }).press('Space')
  await room.press('Escape')
  await pointAt(room, 200, 480)
  await pointAt(room, 210, 480)
  await page.waitForTimeout(400)
  await expect(page.locator(card)).toHaveCount(0)
})

test('the overview shows pictures too', async ({ room }) => {
  await openFilm(room, 'leader-24.mp4')
  const box = await room.page.getByTestId('timeline-detail').boundingBox()
  if (!box) throw new Error('there is no timeline')
  await room.page.mouse.move(box.x + box.width / 2, box.y - 20)
  const at = (frame: number) => label(filmTruth('leader-24.mp4').startFrame + frame, 24)
  const { timecode, frame } = await cardAt(room, [238, 239, 240, 241, 242].map(at))
  expect(timecode).toBe(at(frame ?? 0))
})

test('the inspector shows the first frame of a cue, and another one when its in moves', async ({ room }) => {
  const { startFrame } = filmTruth('late.mp4')
  await openFilm(room, 'late.mp4')
  const at = (frame: number) => label(startFrame + frame, 24)
  await room.goTo(at(31))
  await room.press('i')
  await room.goTo(at(60))
  await room.press('o')
  await room.press('Escape')
  const picture = room.page.getByTestId('cue-picture')
  await expect(picture).toHaveAccessibleName(`Picture at ${at(31)}`)
  await expect(picture).toHaveAttribute('data-state', 'shown')
  expect(await frameOn(room.page, '[data-testid="cue-picture"]')).toBe(31)
  await room.leaveField()
  await room.goTo(at(47))
  await room.press('[')
  await expect(picture).toHaveAccessibleName(`Picture at ${at(47)}`)
  await expect(picture).toHaveAttribute('data-state', 'shown')
  expect(await frameOn(room.page, '[data-testid="cue-picture"]')).toBe(47)
  await room.press('Control+z')
  await expect.poll(() => frameOn(room.page, '[data-testid="cue-picture"]')).toBe(31)
})

import { readFile, writeFile } from 'node:fs/promises'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { filmPath, filmTruth } from './films.ts'
import { observed, observeFrames, seenNow } from './frameObserver.ts'
import { frameOf, label } from './timecode.ts'

const rate = 24
const hour = 3600 * rate
const second = rate
/** Frames after the last of action that may pass before a machine under load has stopped. */
const slack = 12
const leader = filmTruth('leader-24.mp4')

/** Three reels of two films, with leader and tail, each in an hour of its own; all in frames from 00:00:00:00. */
const reels = [
  { file: 'leader-24.mp4', start: hour, programme: [hour + second, hour + 5 * second] },
  { file: 'late.mp4', start: 2 * hour - 12, programme: [2 * hour, 2 * hour + 4 * second] },
  { file: 'leader-24.mp4', start: 3 * hour - 24, programme: [3 * hour, 3 * hour + 6 * second] },
] as const

test('playing goes on from one reel to the next, and a cue may cross the change', async ({
  room,
  scratch,
}) => {
  await openReels(room, scratch)
  await room.goTo('01:00:04:12')
  await room.press('i', 'Space')
  await room.page.waitForFunction(
    () => (document.querySelector('[data-testid="timecode"]')?.textContent ?? '') >= '02:00:00:12',
  )
  await room.press('o', 'Space')
  await expect(room.page.getByRole('option', { name: /in 01:00:04:12/ }).first()).toBeVisible()
  await room.whenSafe(2)
  const [line] = await room.cueLines()
  expect(line?.start).toBe('01:00:04:12')
  expect(line?.end).toMatch(/^02:00:0[0-3]:\d\d$/)
})

for (const { keys, speed, from, until } of [
  { keys: ['l'], speed: '1×', from: '01:00:04:06', until: '02:00:01:00' },
  { keys: ['l', 'l', 'l'], speed: '4×', from: '01:00:03:00', until: '03:00:02:00' },
  { keys: ['j', 'j', 'j'], speed: '−4×', from: '03:00:02:00', until: '01:00:03:00' },
] as const) {
  test(`at ${speed} each reel is played from first to last frame of action, and the speed stays`, async ({
    room,
    scratch,
  }) => {
    await openReels(room, scratch)
    await observeFrames(room.page, leader.strip)
    await room.goTo(from)
    await watchTexts(room)
    await room.press(...keys)
    const isForwards = from < until
    await room.page.waitForFunction(
      ([wanted, isOn]) => {
        const now = document.querySelector('[data-testid="timecode"]')?.textContent ?? ''
        return isOn ? now >= wanted : now <= wanted
      },
      [until, isForwards] as const,
    )
    const { timecodes, speeds } = await watchedTexts(room)
    await room.press('k')
    await room.whenSettled()
    const named = timecodes.map((timecode) => frameOf(timecode, rate))
    expect(named).toEqual(named.toSorted((a, b) => (isForwards ? a - b : b - a)))
    expect(named.filter((frame) => !isNearAction(frame)).map((frame) => label(frame, rate))).toEqual([])
    const entered = reels.filter(
      ({ start }) =>
        hourOf(start) !== hourOf(frameOf(from, rate)) &&
        named.some((frame) => hourOf(frame) === hourOf(start)),
    )
    expect(named).toEqual(
      expect.arrayContaining(entered.map(({ programme: [first, end] }) => (isForwards ? first : end - 1))),
    )
    expect(speeds.at(-1)).toBe(speed)
    expect(speeds).not.toContain('')
    await expectPictureNamed(room)
  })
}

test('a mark made while the next reel opens waits for its picture', async ({ room, scratch }) => {
  await openReels(room, scratch)
  await room.goTo('01:00:04:00')
  await room.press('i')
  await room.whenSafe(1)
  await observeFrames(room.page, leader.strip)
  const { keyboard } = room.page
  await Promise.all([keyboard.press('End'), keyboard.press('o')])
  await room.whenSafe(2)
  const { keys, pictures } = await observed(room.page)
  expect(keys.at(-1)).toMatchObject({ code: 'KeyO', timecode: '03:00:05:23' })
  expect((await room.cueLines())[0]?.end).toBe('03:00:05:23')
  expect(pictures).toContain(frameOf('03:00:05:23', rate) - reels[2].start)
})

/** Opens a production of the three reels, made out of one that the app has saved. */
async function openReels(room: CuttingRoom, scratch: string): Promise<void> {
  const media = new Map<string, object>()
  let saved = { reels: [] as { media: object; order: number }[] }
  for (const file of ['late.mp4', 'leader-24.mp4']) {
    await room.openFile(filmPath(file))
    await expect(room.page).toHaveTitle(new RegExp(`^${file.slice(0, 4)}`))
    await room.whenPictureShows()
    await room.saveAs(`${scratch}/${file}.needledrop`)
    saved = JSON.parse(await readFile(`${scratch}/${file}.needledrop`, 'utf8'))
    media.set(file, saved.reels[0]?.media ?? {})
  }
  const [reel] = saved.reels
  const made = reels.map(({ file, start, programme: [first, end] }, index) => ({
    ...reel,
    id: `reel-${index}`,
    label: `Reel ${index + 1}`,
    order: index,
    programme: { start: first, end },
    media: { ...media.get(file), startFrame: start },
  }))
  const file = `${scratch}/three-reels.needledrop`
  await writeFile(file, JSON.stringify({ ...saved, id: 'three-reels', reels: made }))
  await room.openFile(file)
  await room.problem(/./)
  await expect(room.page.getByTestId('timecode')).toHaveText('01:00:01:00')
  await room.whenPictureShows()
}

type Watched = { readonly timecodes: string[]; readonly speeds: string[] }

/** Begins to take down every timecode and speed that is shown. */
async function watchTexts({ page }: CuttingRoom): Promise<void> {
  await page.evaluate(() => {
    const watched: Watched = { timecodes: [], speeds: [] }
    Object.assign(window, { watched })
    const note = (list: string[], id: string) => {
      const text = document.querySelector(`[data-testid="${id}"]`)?.textContent ?? ''
      if (list.at(-1) !== text) list.push(text)
    }
    const noteBoth = () => {
      note(watched.timecodes, 'timecode')
      const hasBegun =
        watched.speeds.length > 0 || document.querySelector('[data-testid="speed"]')?.textContent
      if (hasBegun) note(watched.speeds, 'speed')
    }
    noteBoth()
    new MutationObserver(noteBoth).observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
}

function watchedTexts({ page }: CuttingRoom): Promise<Watched> {
  return page.evaluate(() => {
    const { watched } = window as unknown as { watched: Watched }
    return { ...watched }
  })
}

/** Whether a frame is no leader, and no tail but what a busy machine lets through at speed. */
function isNearAction(frame: number): boolean {
  return reels.some(({ programme: [first, end] }) => frame >= first && frame < end + slack)
}

function hourOf(frame: number): number {
  return Math.round(frame / hour)
}

async function expectPictureNamed(room: CuttingRoom): Promise<void> {
  const { frame, timecode } = await seenNow(room.page)
  const at = frameOf(timecode, rate)
  const reel = reels.find(({ programme: [first, end] }) => at >= first && at < end)
  expect(frame).toBe(at - (reel?.start ?? 0))
}

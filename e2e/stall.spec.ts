import { copyFile, mkdir, readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { quit } from './app.ts'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { filmPath } from './films.ts'
import { SlowFiles } from './slowFiles.ts'

/** Seconds that every call about the stalled film takes: longer than the app waits for a film. */
const stall = 40
/** Longest pause between two pictures of the window, in milliseconds; a stalled read would make it last for seconds. */
const longestPause = 1000

test.use({ trace: 'off' })
test.setTimeout(90_000)

/** Measures the pauses between the window's pictures from now on; gives the longest. */
async function watchHeart(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let last = performance.now()
    document.body.dataset.pause = '0'
    const beat = (now: number) => {
      document.body.dataset.pause = String(Math.max(Number(document.body.dataset.pause), now - last))
      last = now
      requestAnimationFrame(beat)
    }
    requestAnimationFrame(beat)
  })
  return () => page.evaluate(() => Number(document.body.dataset.pause))
}

/** Slows a film down, or skips the test where that cannot be done. */
async function stallFilms(room: CuttingRoom, ...files: readonly string[]): Promise<SlowFiles> {
  const missing = SlowFiles.complaint()
  test.skip(missing !== null, missing ?? '')
  const slow = await SlowFiles.slow(room.running.main.pid ?? 0, files, stall)
  if (typeof slow !== 'string') return slow
  test.skip(true, `strace may not attach here: ${slow}`)
  throw new Error(slow)
}

/** What the window says of a film that was given up. */
async function toldOf(room: CuttingRoom, film: string): Promise<{ readonly found: string }> {
  const words = `${film} does not answer.`
  await room.page
    .getByRole('alert')
    .filter({ hasText: words })
    .waitFor({ timeout: stall * 1000 })
  return room.problem(words)
}

/** What the system says of a process: sleeping, zombie …; gone when there is none. */
async function stateOf(process: number): Promise<string> {
  const status = await readFile(`/proc/${process}/status`, 'utf8').catch(() => '')
  return /^State:.*\((.*)\)$/m.exec(status)?.[1] ?? 'gone'
}

/** A film on a disk of its own, as it were. */
async function copyTo(folder: string, film: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await copyFile(filmPath(film), `${folder}/${film}`)
  return `${folder}/${film}`
}

test('while a film stalls, the window lives, work is safe, another film opens, and the stall is told in words', async ({
  attacked: room,
  scratch,
}) => {
  const stalled = await copyTo(`${scratch}/net`, 'silent-25.mp4')
  await room.openFilm(await copyTo(`${scratch}/local`, 'leader-24.mp4'))
  const slow = await stallFilms(room, stalled)
  try {
    const longest = await watchHeart(room.page)
    const opened = Date.now()
    await room.openFile(stalled)
    await expect(room.page.getByRole('status').filter({ hasText: 'Reading the film' })).toBeVisible()

    await room.goTo('01:00:02:00')
    await room.press('i')
    await room.goTo('01:00:06:00')
    await room.press('o')
    await room.whenSafe(2)
    const safeAfter = Date.now() - opened
    await expect(room.page.getByText('silent-25.mp4 does not answer yet')).toBeVisible()
    expect(safeAfter).toBeLessThan(10_000)

    await room.openFile(await copyTo(`${scratch}/local`, 'ntsc-23976.mp4'))
    await expect(room.page.getByTestId('timecode')).toHaveText('01:00:00:00')
    await room.whenPictureShows()
    await room.goTo('01:00:03:00')

    const told = await toldOf(room, 'silent-25.mp4')
    expect(told.found).toContain(`${scratch}/net`)
    const answeredAfter = Date.now() - opened
    expect(answeredAfter).toBeLessThan(stall * 1000)
    const pause = await longest()
    console.log(
      `Stalled: safe after ${safeAfter} ms, told after ${answeredAfter} ms, longest pause ${pause} ms`,
    )
    expect(pause).toBeLessThan(longestPause)
  } finally {
    await slow.end()
  }
})

test('a film that stalls while it is open holds up neither the window nor the journal nor another film', async ({
  attacked: room,
  scratch,
}) => {
  const stalled = await copyTo(`${scratch}/net`, 'leader-24.mp4')
  await room.openFilm(stalled)
  const address = await room.page.evaluate(() => document.querySelector('video')?.src ?? '')
  const slow = await stallFilms(room, stalled)
  try {
    const longest = await watchHeart(room.page)
    // More reads than Node's pool has threads.
    await room.page.evaluate((target) => {
      for (let first = 0; first < 20; first++) void fetch(target, { headers: { range: `bytes=${first}-` } })
    }, address)
    const begun = Date.now()
    await room.press('m')
    await room.press('i', 'o')
    await room.saveAs(`${scratch}/local.needledrop`)
    expect(Date.now() - begun).toBeLessThan(stall * 500)
    await room.openFilm(await copyTo(`${scratch}/local`, 'ntsc-23976.mp4'))
    expect(Date.now() - begun).toBeLessThan(stall * 1000)
    expect(await longest()).toBeLessThan(longestPause)
  } finally {
    await slow.end()
  }
})

test('a production whose films stall opens, is edited and tells which films do not answer', async ({
  attacked: room,
  scratch,
}) => {
  const stalled = await copyTo(`${scratch}/net`, 'leader-24.mp4')
  const file = `${scratch}/work.needledrop`
  await room.openFilm(stalled)
  await room.saveAs(file)
  await room.restart()
  const slow = await stallFilms(room, stalled)
  try {
    const begun = Date.now()
    await room.openFile(file)
    await room.whenWorkspaceShows()
    expect(Date.now() - begun).toBeLessThan(stall * 500)
    await toldOf(room, 'leader-24.mp4')
  } finally {
    await slow.end()
  }
})

test('the app ends while a film stalls', async ({ attacked: room, scratch }) => {
  const stalled = await copyTo(`${scratch}/net`, 'silent-25.mp4')
  await room.openFilm(await copyTo(`${scratch}/local`, 'leader-24.mp4'))
  const slow = await stallFilms(room, stalled)
  try {
    await room.openFile(stalled)
    await toldOf(room, 'silent-25.mp4')
    const ended = quit(room.running)
    // All but the thread that the tracer holds: to wait for it would leave the process asleep instead.
    await expect
      .poll(() => stateOf(room.running.main.pid ?? 0), { timeout: stall * 500 })
      .toMatch(/zombie|dead|gone/)
    await slow.end()
    await ended
  } finally {
    await slow.end()
  }
})

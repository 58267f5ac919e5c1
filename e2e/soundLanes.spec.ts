import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { projectRoot } from './app.ts'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { graveFaults } from './graveFaults.ts'
import { loudest, tapSound, tones } from './soundTap.ts'
import { writeBroadcastWave } from './waveFile.ts'

const kind = (name: string) => path.join(projectRoot, 'e2e/fixtures/films/kinds', name)

async function openTapped(room: CuttingRoom, film: string): Promise<void> {
  await tapSound(room.page)
  await room.openFilm(film)
}

/** Shows the lanes by key and puts the keyboard onto the first. */
async function openLanes(room: CuttingRoom): Promise<Locator> {
  await room.press('Alt+Shift+E')
  const lanes = room.page.getByRole('toolbar', { name: 'Sound lanes' })
  await expect(lanes.getByRole('button').first()).toBeFocused()
  return lanes
}

/** Plays from the first frame and waits until these tones are heard and those are not; the keyboard stays in the lanes. */
async function expectHeard(room: CuttingRoom, heard: readonly number[], unheard: readonly number[]) {
  const focused = await room.page.evaluateHandle(() => document.activeElement)
  await room.leaveField()
  await room.press('k', 'Home')
  await room.whenSettled()
  await room.press('l')
  await expect(async () => {
    const levels = await tones(room.page, [...heard, ...unheard])
    for (const [index, tone] of [...heard, ...unheard].entries()) {
      const level = Math.max(...(levels[index] ?? [0]))
      if (index < heard.length) expect(level, `${tone} Hz`).toBeGreaterThan(0.1)
      else expect(level, `${tone} Hz`).toBeLessThan(0.01)
    }
  }).toPass({ timeout: 6000, intervals: [50] })
  await room.press('k')
  await focused.evaluate((element) => element instanceof HTMLElement && element.focus())
}

/** How much of a lane's canvas is in the colour of measured sound, 0 to 1. */
function inkOf(lane: Locator): Promise<number> {
  return lane.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const context = canvas.getContext('2d')
    if (!context || canvas.width === 0) return 0
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    let inked = 0
    for (let at = 0; at < data.length; at += 4) {
      if ((data[at] ?? 0) > 100 && (data[at + 3] ?? 0) > 200) inked += 1
    }
    return inked / (data.length / 4)
  })
}

test('each stream of the film has a lane, whose solo and mute by key change what is heard', async ({
  room,
}) => {
  await openTapped(room, kind('stems.mkv'))
  const lanes = await openLanes(room)
  const heads = lanes.getByRole('group')
  await expect(heads).toHaveCount(4)
  const names = await heads.evaluateAll((all) => all.map((head) => head.getAttribute('aria-label') ?? ''))
  expect(names.map((name) => name.split(/[ ,]/)[0])).toEqual(['Mix', 'DX', 'MX', 'FX'])
  expect(names.map((name) => name.endsWith('muted'))).toEqual([false, true, true, true])
  for (const lane of await lanes.locator('[data-lane]').all()) {
    await expect.poll(() => inkOf(lane)).toBeGreaterThan(0.02)
  }
  await expectHeard(room, [440], [660, 880, 1100])
  await room.press('ArrowDown', 'ArrowDown', 's')
  await expect(lanes.getByRole('button', { name: /^Solo MX/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(lanes.getByRole('button', { name: /^Solo MX/ })).toBeFocused()
  await expect(lanes.getByRole('group', { name: /^Mix.*another is soloed$/ })).toContainText(
    'another is soloed',
  )
  await expectHeard(room, [880], [440, 660, 1100])
  await room.press('s', 'm')
  await expectHeard(room, [440, 880], [660, 1100])
  await room.press('Home', 'm')
  await expect(lanes.getByRole('group', { name: /^Mix.*muted$/ })).toContainText('muted')
  await expectHeard(room, [880], [440, 660, 1100])
  await room.press('End', 'ArrowRight', 'Space')
  await expect(lanes.getByRole('button', { name: /^Mute FX/ })).toBeFocused()
  await expectHeard(room, [880, 1100], [440, 660])
  await lanes.getByRole('button', { name: /^Solo DX/ }).click()
  await expectHeard(room, [660], [440, 880, 1100])
  const { made } = await room.safety()
  expect(made).toBe(0)
})

test('a key solos the next track alone, and the lanes go and stay by key, also the next time', async ({
  room,
  scratch,
}) => {
  await openTapped(room, kind('four-stems.mov'))
  await room.press('Alt+o')
  await expectHeard(room, [440], [660, 880, 1100])
  await room.press('Alt+o')
  await expectHeard(room, [660], [440, 880, 1100])
  await room.press('Alt+Shift+O', 'Alt+Shift+O')
  await expect(room.page.getByText('All tracks as they are mixed.').first()).toBeVisible()
  await expectHeard(room, [440], [660, 880, 1100])
  await expect(room.page.getByRole('toolbar', { name: 'Sound lanes' })).toHaveCount(0)
  await room.press('Alt+e')
  await expect(room.page.getByRole('toolbar', { name: 'Sound lanes' })).toBeVisible()
  await room.saveAs(`${scratch}/four.needledrop`)
  await room.restart()
  await room.openFilm(`${scratch}/four.needledrop`)
  const lanes = room.page.getByRole('toolbar', { name: 'Sound lanes' })
  await expect(lanes.getByRole('group')).toHaveCount(4)
  await room.page.getByRole('button', { name: 'Each track in a lane, or the sound you hear' }).click()
  await expect(lanes).toHaveCount(0)
})

test('a stem has a lane of its own, read after the film and drawn where it starts', async ({
  room,
  scratch,
}) => {
  const rate = 48_000
  const samples = Float32Array.from({ length: rate }, (_, index) => 0.8 * Math.sin(index / 10))
  // The film begins at 00:00:00:00; the stem one second after it.
  await writeBroadcastWave(`${scratch}/R1_MX.wav`, samples, rate, rate)
  await openTapped(room, kind('two-languages.mp4'))
  const lanes = await openLanes(room)
  await expect(lanes.getByRole('group')).toHaveCount(2)
  await room.answerOpen(`${scratch}/R1_MX.wav`)
  await room.leaveField()
  await room.press('Alt+m')
  await room.page.getByRole('button', { name: 'Attach stems…' }).click()
  const lane = lanes.locator('[data-lane="2"]')
  await expect(lane.getByRole('group', { name: 'MX, heard' })).toBeVisible()
  /** Where along the lane there is measured sound well above the middle line, as shares of its width. */
  const extent = () =>
    lane.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas
      const row = canvas.getContext('2d')?.getImageData(0, Math.round(height * 0.2), width, 1).data ?? []
      const inked = Array.from({ length: width }, (_, x) => (row[4 * x] ?? 0) > 100)
      return [inked.indexOf(true) / width, (inked.lastIndexOf(true) + 1) / width]
    })
  await expect(async () => {
    const [start = 0, end = 0] = await extent()
    expect(start).toBeGreaterThan(0.48)
    expect(start).toBeLessThan(0.52)
    expect(end).toBeGreaterThan(0.97)
  }).toPass({ timeout: 8000 })
  await room.leaveField()
  await room.press('Control+z')
  await expect(lanes.getByRole('group')).toHaveCount(2)
})

/** The frequency that is brightest in the middle of the spectrogram, in hertz. */
function brightest(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-testid="spectrogram"] canvas')
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return 0
    const { height, width } = canvas
    const { data } = context.getImageData(Math.round(width * 0.4), 0, 1, height)
    const light = (row: number) => (data[4 * row] ?? 0) + (data[4 * row + 1] ?? 0)
    const rows = Array.from({ length: height }, (_, row) => row)
    const best = rows.reduce((a, b) => (light(b) > light(a) ? b : a))
    const same = rows.filter((row) => light(row) === light(best))
    const middle = same.reduce((sum, row) => sum + row, 0) / same.length
    return 40 * 400 ** (1 - (middle + 0.5) / height)
  })
}

test('the spectrogram shows a tone at its frequency, of what is listened to', async ({ room }) => {
  await openTapped(room, kind('four-stems.mov'))
  const lane = room.page.getByTestId('spectrogram')
  await expect(lane).toHaveCount(0)
  await room.press('Alt+g')
  await expect(room.page.getByRole('img', { name: 'Spectrogram of DX, 40 Hz to 16 kHz' })).toBeVisible()
  for (const hertz of [440, 660, 880, 1100]) {
    await expect(lane).toHaveAttribute('data-state', 'whole')
    await expect(async () => {
      expect(Math.abs(Math.log2((await brightest(room.page)) / hertz))).toBeLessThan(1 / 10)
    }, `${hertz} Hz`).toPass({ timeout: 6000 })
    await room.press(...(hertz === 440 ? ['Alt+o', 'Alt+o'] : ['Alt+o']))
  }
  await room.press('=', '=', '=')
  await expect(lane).toHaveAttribute('data-state', 'whole')
  expect(Math.abs(Math.log2((await brightest(room.page)) / 440))).toBeLessThan(1 / 10)
  await room.press('Alt+g')
  await expect(lane).toHaveCount(0)
})

test('a window of more than a minute asks to be zoomed in for the spectrogram', async ({ room }) => {
  await room.openDemo()
  await room.press('Alt+g')
  const lane = room.page.getByTestId('spectrogram')
  await expect(lane).toContainText('Zoom in to 60 seconds or less for the spectrogram.')
  for (let step = 0; step < 3; step += 1) await room.press('=')
  await expect(lane).toHaveAttribute('data-state', 'whole')
  await expect(lane).not.toContainText('Zoom in')
  expect(await loudest(room.page, 0.1)).toBe(0)
})

test('lanes and spectrogram have no serious fault for those who see or hear otherwise', async ({
  attacked: room,
}) => {
  await room.openDemo()
  await openLanes(room)
  await room.press('Alt+g', '=', '=', '=')
  await expect(room.page.getByTestId('spectrogram')).toHaveAttribute('data-state', 'whole')
  expect(await graveFaults(room)).toEqual([])
})

import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { projectRoot } from './app.ts'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { clickOnClock, doubling, loudest, tapSound, tones } from './soundTap.ts'
import { writeBroadcastWave } from './waveFile.ts'

const kind = (name: string) => path.join(projectRoot, 'e2e/fixtures/films/kinds', name)

/** Opens a film with everything that is heard being listened to. */
async function openTapped(room: CuttingRoom, film: string): Promise<void> {
  await tapSound(room.page)
  await room.openFilm(film)
}

/** Waits until tones are heard, left and right in turn, at least as loud as given; 0 means not at all. */
async function expectTones(room: CuttingRoom, wanted: Readonly<Record<number, readonly [number, number]>>) {
  const hertz = Object.keys(wanted).map(Number)
  await expect(async () => {
    const heard = await tones(room.page, hertz)
    for (const [index, tone] of hertz.entries()) {
      for (const side of [0, 1] as const) {
        const least = wanted[tone]?.[side] ?? 0
        const level = heard[index]?.[side] ?? 0
        if (least > 0) expect(level, `${tone} Hz, side ${side}`).toBeGreaterThan(least)
        else expect(level, `${tone} Hz, side ${side}`).toBeLessThan(0.01)
      }
    }
  }).toPass({ timeout: 6000, intervals: [50] })
}

/** Plays from the first frame of the film. */
async function playFromStart(room: CuttingRoom): Promise<void> {
  await room.press('k', 'Home')
  await room.whenSettled()
  await room.press('l')
}

async function openMix(room: CuttingRoom) {
  await room.press('Alt+m')
  return room.page.getByRole('region', { name: 'Mix' })
}

/** The middle one of several measurements, so that one look at a clock that came late does not decide. */
function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

async function expectNoDoubling(room: CuttingRoom): Promise<void> {
  const { engine, both } = await doubling(room.page)
  expect(engine).toBeGreaterThan(0)
  expect(both).toBe(0)
}

for (const film of ['h264-ac3.mp4', 'h264-eac3.mp4', 'h264-aac.mp4']) {
  test(`${film} sounds, left and right apart, and the media element is silent`, async ({ room }) => {
    await openTapped(room, kind(film))
    await playFromStart(room)
    await expectTones(room, { 440: [0.15, 0], 550: [0, 0.15] })
    await expectNoDoubling(room)
  })
}

test('PCM in one channel sounds on both sides', async ({ room }) => {
  await openTapped(room, kind('h264-pcm16.mov'))
  await playFromStart(room)
  await expectTones(room, { 440: [0.15, 0.15] })
  await expectNoDoubling(room)
})

test('what nothing else decodes sounds by way of the user’s ffmpeg', async ({ room }) => {
  test.skip(spawnSync('ffmpeg', ['-version']).status !== 0, 'this machine has no ffmpeg')
  await openTapped(room, kind('h264-alac.mov'))
  await playFromStart(room)
  await expectTones(room, { 440: [0.15, 0.15] })
  await expectNoDoubling(room)
})

test('another stream is heard once it is chosen, and is still chosen the next time', async ({
  room,
  scratch,
}) => {
  await openTapped(room, kind('two-languages.mp4'))
  await room.press('Alt+n')
  await playFromStart(room)
  await expectTones(room, { 660: [0.15, 0], 770: [0, 0.15], 440: [0, 0] })
  await room.saveAs(`${scratch}/two.needledrop`)
  const panel = await openMix(room)
  await expect(panel.getByRole('button', { name: 'Mute Mix · English' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expectNoDoubling(room)
  await room.restart()
  await tapSound(room.page)
  await room.openFilm(`${scratch}/two.needledrop`)
  await playFromStart(room)
  await expectTones(room, { 660: [0.15, 0], 440: [0, 0] })
})

test('channels of 5.1 are mixed down as the standard says, and each can be heard alone', async ({ room }) => {
  await openTapped(room, kind('h264-ac3-51.mp4'))
  const panel = await openMix(room)
  await panel.getByRole('button', { name: /^Channels of/ }).click()
  await room.leaveField()
  await playFromStart(room)
  await expectTones(room, { 440: [0.2, 0], 550: [0, 0.2], 660: [0.14, 0.14], 770: [0.14, 0], 880: [0, 0.14] })
  expect((await tones(room.page, [80]))[0]?.[0]).toBeLessThan(0.03)
  await panel.getByRole('button', { name: /^Solo .*channel C$/ }).click()
  await room.leaveField()
  await playFromStart(room)
  await expectTones(room, { 660: [0.14, 0.14], 440: [0, 0], 770: [0, 0] })
})

test('a stem lies where its time reference says, to the frame, and is undone', async ({ room, scratch }) => {
  test.slow()
  const rate = 48_000
  const samples = new Float32Array(rate * 2)
  for (let index = 0; index < 48; index++) samples[rate / 2 + index] = index % 12 < 6 ? 0.9 : -0.9
  // The film begins at 01:00:00:00; the stem half a second after it, so its click falls on second 1.
  await writeBroadcastWave(`${scratch}/R1_MX.wav`, samples, rate, 3600 * rate + rate / 2)
  await openTapped(room, kind('h264-aac.mp4'))
  await room.answerOpen(`${scratch}/R1_MX.wav`)
  const panel = await openMix(room)
  await panel.getByRole('button', { name: 'Attach stems…' }).click()
  await expect(panel.getByRole('group', { name: 'MX' })).toBeVisible()
  await panel.getByRole('button', { name: 'Solo MX' }).click()
  await room.leaveField()
  const times: number[] = []
  for (let turn = 0; turn < 5; turn++) {
    await playFromStart(room)
    times.push(await clickOnClock(room.page))
    await expect.poll(() => loudest(room.page, 0.68)).toBeLessThan(0.01)
  }
  expect(Math.abs(middleOf(times) - 1), `clicks at ${times}`).toBeLessThan(1 / 24)
  await panel.getByRole('button', { name: 'Channels of MX' }).click()
  await panel.getByLabel('Starts at').fill('01:00:00:06')
  await room.press('Enter')
  await room.leaveField()
  const moved: number[] = []
  for (let turn = 0; turn < 5; turn++) {
    await playFromStart(room)
    moved.push(await clickOnClock(room.page))
    await expect.poll(() => loudest(room.page, 0.68)).toBeLessThan(0.01)
  }
  expect(Math.abs(middleOf(moved) - 0.75), `clicks at ${moved}`).toBeLessThan(1 / 24)
  await room.press('k', 'Control+z')
  await expect(panel.getByLabel('Starts at')).toHaveValue('01:00:00:12')
  await room.press('Control+z')
  await expect(panel.getByRole('group', { name: 'MX' })).toHaveCount(0)
})

test('what cannot be heard is refused as a stem in words', async ({ room }) => {
  await openTapped(room, kind('h264-aac.mp4'))
  await room.answerOpen(kind('no-sound.mp4'))
  const panel = await openMix(room)
  await panel.getByRole('button', { name: 'Attach stems…' }).click()
  expect((await room.problem('no-sound.mp4 has no sound.')).expected).toContain('sound')
})

test('played backwards it sounds, and faster it is higher', async ({ room }) => {
  await openTapped(room, kind('h264-aac.mp4'))
  await room.press('End')
  await room.whenSettled()
  await room.press('j')
  await expectTones(room, { 440: [0.15, 0], 550: [0, 0.15] })
  await room.press('k', 'Home')
  await room.whenSettled()
  await room.press('l', 'l')
  await expectTones(room, { 880: [0.1, 0] })
  await expectNoDoubling(room)
})

test('a step sounds for a moment, unless scrubbing is silent', async ({ room }) => {
  await openTapped(room, kind('h264-aac.mp4'))
  await room.goTo('01:00:01:00')
  await expect.poll(() => loudest(room.page, 0.6)).toBe(0)
  for (const key of ['ArrowRight', 'ArrowLeft']) {
    await room.press(key)
    await expect.poll(() => loudest(room.page, 0.6)).toBeGreaterThan(0.15)
    await expect.poll(() => loudest(room.page, 0.3)).toBe(0)
  }
  await expect.poll(() => loudest(room.page, 0.68)).toBe(0)
  await room.press('Shift+S', 'ArrowRight')
  await room.whenSettled()
  await room.page.waitForTimeout(300)
  expect(await loudest(room.page, 0.6)).toBe(0)
})

test('muting everything is silence, and the level is what it says', async ({ room }) => {
  await openTapped(room, kind('h264-aac.mp4'))
  const panel = await openMix(room)
  const level = panel.getByRole('slider', { name: 'Level of everything' })
  await level.fill('-12')
  await room.leaveField()
  await playFromStart(room)
  await expectTones(room, { 440: [0.05, 0] })
  expect((await tones(room.page, [440]))[0]?.[0]).toBeLessThan(0.08)
  await room.press('Alt+Shift+M')
  await playFromStart(room)
  await room.page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.8)
  expect(await loudest(room.page, 0.4)).toBeLessThan(0.0001)
  await level.press('Backspace')
  await expect(level).toHaveValue('0')
})

import { existsSync, mkdirSync } from 'node:fs'
import { makeScratch, removeScratch } from './app.ts'
import { CuttingRoom, expect, test } from './cuttingRoom.ts'
import { type Fate, type FilmKind, filmKinds, type Half, kindPath, kindStrip } from './filmKinds.ts'
import { observeFrames, seenNow } from './frameObserver.ts'
import { FilmLabels } from './frames/filmLabels.ts'
import { hushTones, isToneHeard, listenForTones, tonesHeard } from './toneListener.ts'

/*
 * Every kind of file opens whole, or the window says which half is missing. What is expected of each stands in kinds.json;
 * the picture is read from its pixels, and the sound is heard where the loudspeakers would be.
 */

const ffmpeg = ['/usr/bin/ffmpeg', '/usr/local/bin/ffmpeg'].find((file) => existsSync(file))

for (const machine of ['without', 'with'] as const) {
  test.describe(`${machine} ffmpeg`, () => {
    test.skip(machine === 'with' && !ffmpeg, 'there is no ffmpeg on this machine')
    test.skip(
      machine === 'without' && ffmpeg === '/usr/local/bin/ffmpeg',
      'the app finds ffmpeg without being told',
    )
    let folder = ''
    let room: CuttingRoom

    test.beforeAll(async () => {
      folder = await makeScratch()
      mkdirSync(`${folder}/empty`)
      const environment = machine === 'without' ? { PATH: `${folder}/empty` } : {}
      room = await CuttingRoom.open(`${folder}/app`, [], environment)
      await listenForTones(room.page)
      await room.page.reload()
      await room.page.getByRole('heading', { name: 'Needledrop' }).waitFor()
    })

    test.afterAll(async () => {
      await room.close()
      await removeScratch(folder)
    })

    for (const kind of filmKinds.filter((kind) => machine === 'without' || isHelped(kind))) {
      test(`${kind.file}: ${kind.what}`, async () => {
        test.setTimeout(40_000)
        const before = room.faults.length
        await room.openFile(kindPath(kind))
        // The film before it may still be there.
        const told = room.page.getByTitle('About this film').or(room.page.getByRole('alert'))
        await expect(told.filter({ hasText: kind.file }).first()).toBeVisible({ timeout: 15_000 })
        for (const half of ['picture', 'sound'] as const) await judge(room, kind, half, kind[machine][half])
        expect(room.faults.slice(before)).toEqual([])
      })
    }
  })
}

/** Whether ffmpeg makes a difference to a kind. */
function isHelped(kind: FilmKind): boolean {
  return (['picture', 'sound'] as const).some((half) => kind.with[half] !== kind.without[half])
}

async function judge(room: CuttingRoom, kind: FilmKind, half: Half, fate: Fate): Promise<void> {
  if (fate === 'none') return
  const isMadeAlready = half === 'sound' && kind.with.picture === 'proxy' && fate === 'proxy'
  if (fate === 'said' || (fate === 'proxy' && !isMadeAlready)) await isSaid(room, kind, half)
  if (fate === 'said') return
  if (fate === 'proxy' && !isMadeAlready) await makeProxy(room)
  await (half === 'picture' ? isSeen(room, kind) : isHeard(room, kind))
}

/** The window says of a half that it is missing, with the codec's name, and what helps. */
async function isSaid(room: CuttingRoom, { file, says }: FilmKind, half: Half): Promise<void> {
  const { page } = room
  const said = page.getByRole('region', { name: 'What this film lacks' }).or(page.getByRole('alert'))
  const told = said.filter({ hasText: file }).first()
  await expect(told).toBeVisible({ timeout: 15_000 })
  await expect(told).toContainText(new RegExp(`${half}|frame rate`, 'i'))
  await expect(told).toContainText(new RegExp((says?.[half] ?? []).join('|'), 'i'))
  await expect(told).toContainText(/ffmpeg|proxy|export/i)
}

/** Asks for the copy that is offered first, once. */
async function makeProxy(room: CuttingRoom): Promise<void> {
  const make = room.page.getByRole('button', { name: /^Make a proxy/ }).first()
  if (await make.isVisible()) await make.press('Enter')
  await expect(room.page.getByRole('region', { name: 'What this film lacks' })).toHaveCount(0, {
    timeout: 20_000,
  })
  await room.whenPictureShows()
}

/** The pictures of the first and the last frames are those that the timecode names. */
async function isSeen(room: CuttingRoom, { picture }: FilmKind): Promise<void> {
  if (!picture) return
  const { frames, rate, isDropFrame, isVariableRate } = picture
  await observeFrames(room.page, kindStrip)
  await expect.poll(async () => (await seenNow(room.page)).frame, { timeout: 15_000 }).not.toBeNull()
  await room.press('Home')
  await room.whenSettled()
  const { timecode } = await seenNow(room.page)
  const labels = new FilmLabels({
    ...picture,
    path: '',
    start: '',
    strip: kindStrip,
    labels: Math.round(rate.num / rate.den),
  })
  if (picture.start) expect(timecode).toBe(picture.start)
  else expect(timecode).toMatch(isDropFrame ? /;00$/ : /:00$/)
  const places = [
    ['Home', 0],
    ['ArrowRight', 1],
    ['End', frames - 1],
    ['ArrowLeft', frames - 2],
  ] as const
  // At a constant rate, the frames of a variable one are told over.
  for (const [key, frame] of isVariableRate ? [places[0], places[2]] : places) {
    await room.press(key)
    await expect.poll(async () => (await seenNow(room.page)).frame, { timeout: 15_000 }).toBe(frame)
    await room.whenSettled()
    if (picture.start) expect((await seenNow(room.page)).timecode).toBe(labels.of(frame))
  }
}

/** The tone of the first stream's first channel is heard while the film plays. */
async function isHeard(room: CuttingRoom, { sounds }: FilmKind): Promise<void> {
  const [hertz = 0] = sounds[0]?.tones ?? []
  const { page } = room
  await hushTones(page)
  await expect(async () => {
    await room.press('Home', 'KeyL')
    await expect
      .poll(() => isToneHeard(page, hertz), { timeout: 2_500, message: `a tone of ${hertz} Hz` })
      .toBe(true)
  }).toPass({ timeout: 20_000 })
  await room.press('KeyK')
  expect(await tonesHeard(page)).not.toEqual([])
}

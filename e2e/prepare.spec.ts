import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import { quit } from './app.ts'
import { CuttingRoom, expect, test } from './cuttingRoom.ts'
import { filmPath, filmTruth } from './films.ts'
import { frameOn, teachReading } from './frameReading.ts'
import { label } from './timecode.ts'

/*
 * Films that do not play as they are, or cannot be sought: what the app makes of them, and whether every frame is right
 * afterwards. The truth is the frame number painted on the picture.
 */

test.describe.configure({ timeout: 120_000 })

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0
const leader = filmTruth('leader-24.mp4')
const strip = { ...leader.strip, pictureWidth: 192 }

/** Makes a film out of a small test film; its name tells the container. */
function make(target: string, args: readonly string[], source = leader.path): string {
  const made = spawnSync('ffmpeg', ['-v', 'error', '-y', '-i', source, ...args, target], { encoding: 'utf8' })
  expect(made.stderr).toBe('')
  return target
}

/** Runs a command out of the palette. */
async function choose(room: CuttingRoom, command: string): Promise<void> {
  await room.press('Control+k')
  const field = room.page.getByRole('combobox', { name: 'Command, cue or timecode' })
  await field.fill(command)
  await room.page.getByRole('option', { name: command }).first().click()
}

/** What is said over the picture of a film that does not open whole. */
function lack(room: CuttingRoom) {
  return room.page.getByRole('region', { name: 'What this film lacks' })
}

/** Whether the player has a copy instead of the film itself. */
function source(room: CuttingRoom): Promise<string> {
  return room.page.evaluate(() => document.querySelector('video')?.src ?? '')
}

/** Seeks frames all over a film and gives those of which another was shown. */
async function wrongFrames(room: CuttingRoom, count: number, start = leader.startFrame): Promise<string[]> {
  await teachReading(room.page, strip)
  const wrong: string[] = []
  let frame = 7
  for (let i = 0; i < count; i++) {
    frame = (frame * 167 + 41) % leader.frames
    await room.goTo(label(start + frame, 24))
    const shown = await frameOn(room.page, 'video')
    if (shown !== frame) wrong.push(`${frame} showed ${shown}`)
  }
  return wrong
}

/** Marks an in at a frame and gives the frame that the table names, in the film. */
async function markAt(room: CuttingRoom, frame: number, start = leader.startFrame): Promise<string> {
  await room.goTo(label(start + frame, 24))
  await room.press('i')
  await expect(room.page.getByTestId('safety')).toHaveAttribute('data-made', '1')
  const [cue] = await room.cueLines()
  return cue?.start ?? ''
}

/** Opens a film, and waits until the player has another file than the one that it was first given. */
async function openPrepared(room: CuttingRoom, file: string): Promise<void> {
  await room.openFile(file)
  await room.whenWorkspaceShows()
  await expect(async () => expect(copiesIn(room)).toBeGreaterThan(0)).toPass()
  await room.whenPictureShows()
}

function copiesIn(room: CuttingRoom): number {
  const folder = path.join(room.running.folder, 'prepared')
  return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name.endsWith('.copy.json')).length
}

/** The app on a machine without ffmpeg. */
async function withoutFfmpeg(folder: string): Promise<CuttingRoom> {
  const { PATH } = process.env
  process.env.PATH = '/nowhere'
  try {
    return await CuttingRoom.open(folder)
  } finally {
    process.env.PATH = PATH
  }
}

test.describe('with films made by ffmpeg', () => {
  test.skip(!hasFfmpeg, 'ffmpeg makes the films of these tests')

  for (const [name, args] of [
    ['film.mkv', ['-c', 'copy', '-map', '0:v', '-map', '0:a']],
    ['film.ts', ['-c', 'copy', '-map', '0:v', '-map', '0:a']],
    ['film.mp4', ['-c', 'copy', '-map', '0:v', '-map', '0:a', '-use_editlist', '0']],
  ] as const) {
    test(`H.264 in ${name} is rewrapped by itself, and every frame is right`, async ({ room, scratch }) => {
      await openPrepared(room, make(`${scratch}/${name}`, args))
      const start = name === 'film.ts' ? 0 : leader.startFrame
      expect(await wrongFrames(room, 100, start)).toEqual([])
      expect(await markAt(room, 311, start)).toBe(label(start + 311, 24))
    })
  }

  test('a copy is found again when the film is opened the next time', async ({ room, scratch }) => {
    const film = make(`${scratch}/film.mkv`, ['-c', 'copy', '-map', '0:v', '-map', '0:a'])
    await openPrepared(room, film)
    await room.restart()
    await room.openFile(await copied(film, `${scratch}/moved.mkv`))
    await room.whenPictureShows()
    expect(await wrongFrames(room, 10)).toEqual([])
    expect(copiesIn(room)).toBe(1)
  })

  test('ProRes without ffmpeg becomes a proxy in the window, which can be stopped', async ({ scratch }) => {
    const film = make(`${scratch}/film.mov`, ['-c:v', 'prores_ks', '-profile:v', '0', '-c:a', 'pcm_s24le'])
    const room = await withoutFfmpeg(`${scratch}/app`)
    await room.openFile(film)
    await expect(lack(room)).toContainText('cannot be shown as it is')
    await choose(room, 'Make a proxy of this film')
    await choose(room, 'Stop preparing this film')
    await expect(async () => expect(leftIn(room)).toEqual([])).toPass()
    await choose(room, 'Make a proxy of this film')
    await expect(async () => expect(copiesIn(room)).toBe(1)).toPass({ timeout: 60_000 })
    await room.whenPictureShows()
    expect(await wrongFrames(room, 60)).toEqual([])
    expect(await markAt(room, 311)).toBe(label(leader.startFrame + 311, 24))
    expect(room.faults).toEqual([])
    await quit(room.running)
  })

  test('DNxHD in MXF becomes a proxy with ffmpeg, and every frame is right', async ({ room, scratch }) => {
    const dnx = ['-c:v', 'dnxhd', '-profile:v', 'dnxhr_lb', '-pix_fmt', 'yuv422p', '-vf', 'pad=256:120']
    const film = make(`${scratch}/film.mxf`, [...dnx, '-c:a', 'pcm_s24le', '-ar', '48000'])
    await room.openFile(film)
    await expect(lack(room)).toContainText('cannot be shown as it is')
    await choose(room, 'Make a proxy of this film')
    await expect(async () => expect(copiesIn(room)).toBe(1)).toPass({ timeout: 60_000 })
    await room.whenPictureShows()
    await teachReading(room.page, { ...strip, pictureWidth: 256 })
    for (const frame of [0, 1, 100, 191, 192, 333, 479]) {
      await room.goTo(label(leader.startFrame + frame, 24))
      expect(await frameOn(room.page, 'video')).toBe(frame)
    }
  })

  test('a proxy of the user’s own stands in if it is the film frame for frame', async ({ room, scratch }) => {
    const film = make(`${scratch}/film.mov`, ['-c:v', 'prores_ks', '-profile:v', '0', '-c:a', 'pcm_s24le'])
    await room.openFile(film)
    await expect(lack(room)).toContainText('cannot be shown as it is')
    const short = make(`${scratch}/short.mp4`, ['-frames:v', '400', '-c:v', 'libx264'])
    await room.answerOpen(short)
    await choose(room, 'Attach a proxy of your own…')
    const { expected, found } = await room.problem(/is not film\.mov frame for frame/)
    expect([expected, found]).toEqual(['480 frames', '400 frames'])
    await room.answerOpen(leader.path)
    await choose(room, 'Attach a proxy of your own…')
    await room.whenPictureShows()
    expect(await wrongFrames(room, 10)).toEqual([])

    await room.saveAs(`${scratch}/saved.needledrop`)
    await room.restart()
    const before = await source(room)
    await room.openFile(`${scratch}/saved.needledrop`)
    await room.whenPictureShows()
    expect(await source(room)).not.toBe(before)
    expect(await wrongFrames(room, 5)).toEqual([])
  })
})

for (const kind of ['h264-pcm.mkv', 'h264-flac.mkv', 'h264-aac.m2t']) {
  test(`the sound of ${kind} plays out of its copy`, async ({ room }) => {
    await openPrepared(room, filmPath(`kinds/${kind}`))
    const decoded = await room.page.evaluate(
      async (url) => {
        const element = document.createElement('video')
        element.src = url
        await element.play()
        await new Promise((resolve) => element.addEventListener('timeupdate', resolve, { once: true }))
        element.pause()
        return (element as unknown as { webkitAudioDecodedByteCount: number }).webkitAudioDecodedByteCount
      },
      await source(room),
    )
    expect(decoded).toBeGreaterThan(0)
  })
}

test('a film of a variable rate is spotted on a copy at a constant one', async ({ room }) => {
  test.skip(!hasFfmpeg, 'ffmpeg makes the copy')
  await room.openFile(filmPath('kinds/variable.mp4'))
  await expect(lack(room)).toContainText('no constant frame rate: it is spotted on a copy at')
  await choose(room, 'Make a proxy of this film')
  await expect(async () => expect(copiesIn(room)).toBe(1)).toPass({ timeout: 20_000 })
  await room.whenPictureShows()
})

test('a film of a variable rate is refused without ffmpeg, with the ways out', async ({ scratch }) => {
  const room = await withoutFfmpeg(`${scratch}/app`)
  await room.openFile(filmPath('kinds/variable.mp4'))
  expect((await room.problem(/has no constant frame rate\./)).remedy).toContain('ffmpeg')
  await quit(room.running)
})

test('AIFF is turned into WAV by itself and plays', async ({ room }) => {
  await room.openFile(filmPath('kinds/sound.aiff'))
  await room.whenWorkspaceShows()
  await room.page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2)
  expect(copiesIn(room)).toBe(1)
})

function leftIn(room: CuttingRoom): string[] {
  return readdirSync(path.join(room.running.folder, 'prepared')).filter((name) => name.includes('.part'))
}

async function copied(from: string, to: string): Promise<string> {
  await copyFile(from, to)
  return to
}

test('a page names no program, prepares only what is open, and takes no proxy that was not chosen', async ({
  attacked: room,
}) => {
  type Answer = { readonly ok: boolean; readonly problem?: { readonly message: string } }
  type Bridge = { readonly invoke: (channel: string, input: unknown) => Promise<Answer> }
  const ask = (channel: string, input: Readonly<Record<string, unknown>>) =>
    room.page.evaluate(
      ({ name, words }) => (window as unknown as { needledrop: Bridge }).needledrop.invoke(name, words),
      { name: channel, words: input },
    )
  expect((await ask('settings:set', { ffmpeg: '/bin/sh' })).ok).toBe(false)
  expect((await ask('ffmpeg:choose', { path: '/bin/sh' })).ok).toBe(false)
  expect((await ask('media:prepare', { path: '/etc/passwd', remedy: 'proxy' })).ok).toBe(false)
  expect((await ask('made:start', { path: '/etc/passwd' })).ok).toBe(false)
  expect((await ask('made:finish', { token: '0'.repeat(32) })).ok).toBe(false)
  await room.openFilm(leader.path)
  const proxy = { path: leader.path, proxy: filmPath('silent-25.mp4') }
  expect(await ask('media:attachProxy', proxy)).toMatchObject({
    ok: false,
    problem: { message: 'silent-25.mp4 was not chosen by the user.' },
  })
})

import { once } from 'node:events'
import type { Page } from '@playwright/test'
import { windowAddresses } from './app.ts'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { demoTruth, filmTruth } from './films.ts'
import { frameOn, type StripOfPicture, teachReading } from './frameReading.ts'
import { frameOf, label } from './timecode.ts'

const rate = 24
const demo = demoTruth()
const demoStrip: StripOfPicture = { ...demo.strip, pictureWidth: 960 }

/** Opens the second window with the keyboard, and teaches both pages to read frames. */
async function openPicture(room: CuttingRoom, strip: StripOfPicture): Promise<Page> {
  const opened = room.running.app.waitForEvent('window')
  await room.press('Control+Shift+F')
  const picture = await opened
  await picture.waitForLoadState()
  // Once it is drawn upon, its keys are listened to as well.
  await picture.waitForFunction(() => {
    const { width, height } = document.querySelector<HTMLCanvasElement>('#picture') ?? {}
    return width !== 300 || height !== 150
  })
  for (const page of [room.page, picture]) await teachReading(page, strip)
  return picture
}

/** Resolves when the second window shows the frame that the timecode names, and the main window too. */
async function expectFrame(room: CuttingRoom, picture: Page, frame: number): Promise<void> {
  await room.whenSettled()
  expect(await frameOn(room.page, 'video'), 'in the main window').toBe(frame)
  await expect.poll(() => frameOn(picture, '#picture'), `in the second window`).toBe(frame)
}

test('the second window shows the frame of the main one: at rest, after steps, after seeks', async ({
  room,
}) => {
  await room.openDemo()
  const picture = await openPicture(room, demoStrip)
  await expectFrame(room, picture, frameOf(await room.timecode(), rate) - demo.startFrame)
  for (const frame of [480, 1333, 25, 2400]) {
    await room.goTo(label(demo.startFrame + frame, rate))
    await expectFrame(room, picture, frame)
    await room.press('ArrowRight', 'ArrowRight', 'ArrowRight')
    await expectFrame(room, picture, frame + 3)
    await room.press('ArrowLeft')
    await expectFrame(room, picture, frame + 2)
  }
})

test('while the film plays, each picture is in both windows when it is presented', async ({ room }) => {
  await room.openDemo()
  await openPicture(room, demoStrip)
  await room.press('Space')
  const pairs = await room.page.evaluate(
    (framesPerSecond) =>
      new Promise<(number | null)[][]>((resolve) => {
        const { readFrame } = window as unknown as { readFrame: (source: unknown) => number | null }
        const canvas = window.open('', 'picture')?.document.querySelector('canvas')
        const video = document.querySelector('video')
        const seen: (number | null)[][] = []
        const presented = (_now: number, { mediaTime }: VideoFrameCallbackMetadata) => {
          // Asked for after the app asked, so told after the app has drawn.
          video?.requestVideoFrameCallback(presented)
          seen.push([Math.round(mediaTime * framesPerSecond), readFrame(canvas)])
          if (seen.length === 60) resolve(seen)
        }
        video?.requestVideoFrameCallback(presented)
      }),
    rate,
  )
  await room.press('Space')
  const read = pairs.filter((pair): pair is number[] => !pair.includes(null))
  expect(read.length).toBeGreaterThan(55)
  const ahead = read.map(([main = 0, second = 0]) => second - main)
  for (const by of ahead) expect(Math.abs(by), `of ${read.join(' ')}`).toBeLessThanOrEqual(1)
  expect(ahead.filter((by) => by === 0).length / ahead.length).toBeGreaterThan(0.9)
  expect(new Set(read.map(([, second]) => second)).size, 'pictures that differ').toBeGreaterThan(30)
})

test('the keys of the main window work in it, and typing goes to the main window', async ({ room }) => {
  await room.openDemo()
  const picture = await openPicture(room, demoStrip)
  await room.goTo('01:00:27:05')
  const before = (await room.cueLines()).length
  const { keyboard } = picture
  await keyboard.press('ArrowRight')
  await expect(room.page.getByTestId('timecode')).toHaveText('01:00:27:06')
  await room.whenSettled()
  await keyboard.press('i')
  await expect(room.page.getByRole('row').filter({ hasText: '01:00:27:06' })).toContainText('open')
  await keyboard.press('l')
  await expect.poll(() => room.timecode()).toMatch(/01:00:28/)
  await keyboard.press('k')
  await room.whenSettled()
  await room.running.app.evaluate(({ BrowserWindow }) => {
    const focused = new Promise<string>((resolve) => {
      for (const window of BrowserWindow.getAllWindows()) {
        const focus = window.focus.bind(window)
        window.focus = () => {
          resolve(window.webContents.getURL())
          focus()
        }
      }
    })
    Object.assign(globalThis, { focused })
  })
  await keyboard.press('o')
  await expect(room.page.getByRole('combobox', { name: 'Title' })).toBeFocused()
  const focused = await room.running.app.evaluate(
    () => (globalThis as unknown as { focused: Promise<string> }).focused,
  )
  expect(focused).toBe('app://needledrop/index.html')
  expect((await room.cueLines()).length).toBe(before + 1)
})

test('F and a double click fill the screen, Escape leaves it', async ({ room }) => {
  await room.openDemo()
  const picture = await openPicture(room, demoStrip)
  const wishes = () =>
    room.running.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
        /picture/.test(webContents.getURL()),
      )
      const heard: boolean[] = []
      if (!window) return heard
      const { kept } = window as unknown as { kept?: boolean[] }
      if (kept) return kept
      Object.assign(window, { kept: heard })
      window.setFullScreen = (wish) => {
        heard.push(wish)
        window.isFullScreen = () => wish
      }
      return heard
    })
  await wishes()
  await picture.keyboard.press('f')
  await expect.poll(wishes).toEqual([true])
  await picture.keyboard.press('f')
  await expect.poll(wishes).toEqual([true, false])
  await picture.locator('canvas').dblclick()
  await expect.poll(wishes).toEqual([true, false, true])
  await picture.keyboard.press('Escape')
  await expect.poll(wishes).toEqual([true, false, true, false])
})

test('timecode and cue stand over it when they are wanted', async ({ room }) => {
  await room.openDemo()
  const picture = await openPicture(room, demoStrip)
  const overlay = picture.locator('#overlay')
  await expect(overlay).toBeHidden()
  const [cue] = await room.cueLines()
  await room.goTo(cue?.start ?? '')
  await room.press('Control+k')
  await room.page.keyboard.type('timecode and cue over')
  await room.press('Enter')
  await expect(overlay).toBeVisible()
  await expect(picture.locator('#timecode')).toHaveText(cue?.start ?? '')
  await expect(picture.locator('#cue')).toContainText(cue?.title ?? '')
  await room.press('ArrowRight')
  await expect(picture.locator('#timecode')).toHaveText(label(frameOf(cue?.start ?? '', rate) + 1, rate))
})

test('it closes by its key, by Ctrl+W, with the main window, and when the main page is loaded anew', async ({
  room,
}) => {
  await room.openDemo()
  const main = ['app://needledrop/index.html']
  await openPicture(room, demoStrip)
  await room.press('Control+Shift+F')
  await expect.poll(() => windowAddresses(room.running)).toEqual(main)
  const again = await openPicture(room, demoStrip)
  // The window is gone before the key is let go.
  await again.keyboard.press('Control+w').catch(() => {})
  await expect.poll(() => windowAddresses(room.running)).toEqual(main)
  await openPicture(room, demoStrip)
  await room.page.reload()
  await expect.poll(() => windowAddresses(room.running)).toEqual(main)
})

test('it opens again with the next film of the next run, if it was open', async ({ room }) => {
  const film = filmTruth('late.mp4')
  const strip = { ...film.strip, pictureWidth: 192 }
  await room.openFilm(film.path)
  await openPicture(room, strip)
  await expect.poll(() => windowAddresses(room.running)).toHaveLength(2)
  const ended = once(room.running.main, 'exit')
  await room.running.app
    .evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
        /index/.test(webContents.getURL()),
      )
      window?.close()
    })
    .catch(() => {})
  await ended
  await room.restart()
  await room.openFilm(film.path)
  await expect.poll(() => windowAddresses(room.running)).toHaveLength(2)
  await room.press('Control+Shift+F')
  await expect.poll(() => windowAddresses(room.running)).toHaveLength(1)
  await room.restart()
  await room.openFilm(film.path)
  await room.press('ArrowRight')
  await room.whenSettled()
  expect(await windowAddresses(room.running)).toHaveLength(1)
})

import type { Page } from '@playwright/test'
import { fullHd, proxy540, twoHours } from './benchFilms.ts'
import { inBenchWindow, median, openFilm } from './benchWindow.ts'

/*
 * How many pictures reach the screen while the timeline is dragged for three seconds, beside a bare video element that is
 * given a new time at every move of the pointer; and how many a second while a proxy plays backwards.
 */

/** A line of the table: what was measured, against what is required. */
export type Measurement = {
  readonly what: string
  readonly values: readonly number[]
  readonly unit: string
  readonly atLeast: number
}

const rounds = 3
const dragMilliseconds = 3000
const movesPerSecond = 60
const reverseMilliseconds = 4000

declare global {
  interface Window {
    readonly needledrop: { readonly invoke: unknown }
    pictures: number
  }
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Counts the pictures that the page's video element presents from now on. */
async function countPictures(page: Page): Promise<void> {
  await page.evaluate(() => {
    const video =
      document.querySelector<HTMLVideoElement>('video[data-bare]') ?? document.querySelector('video')
    window.pictures = 0
    const presented = () => {
      window.pictures += 1
      video?.requestVideoFrameCallback(presented)
    }
    video?.requestVideoFrameCallback(presented)
  })
}

function counted(page: Page): Promise<number> {
  return page.evaluate(() => window.pictures)
}

/** Drags to and fro over four fifths of an area, and gives the pictures that came meanwhile. */
async function drag(page: Page, box: Box): Promise<number> {
  const { mouse } = page
  const y = box.y + box.height / 2
  const x = (part: number) => {
    const way = (part * 2.5) % 2
    return box.x + box.width * (0.1 + 0.8 * (way < 1 ? way : 2 - way))
  }
  await mouse.move(x(0), y)
  await mouse.down()
  await countPictures(page)
  const begun = performance.now()
  for (let move = 0; ; move += 1) {
    const late = performance.now() - begun
    if (late >= dragMilliseconds) break
    const pause = (move * 1000) / movesPerSecond - late
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    await mouse.move(x((performance.now() - begun) / dragMilliseconds), y)
  }
  const pictures = await counted(page)
  await mouse.up()
  return pictures
}

function ourDrag(film: string): Promise<number> {
  return inBenchWindow(film, async (window) => {
    await openFilm(window)
    const box = await window.page.getByTestId('timeline-detail').boundingBox()
    if (!box) throw new Error('there is no timeline')
    return drag(window.page, { ...box, height: box.height * 0.4 })
  })
}

/** The same film from the same address in a bare element, which is sent to each place at once. */
function bareDrag(film: string): Promise<number> {
  return inBenchWindow(film, async ({ page }) => {
    await page.evaluate(async () => {
      const ask = window.needledrop.invoke as (name: string, input: object) => Promise<{ value: unknown }>
      const { value: path } = await ask('file:choose', { purpose: 'open' })
      const { value: served } = await ask('media:serve', { path })
      const video = document.createElement('video')
      video.dataset.bare = 'true'
      video.crossOrigin = 'anonymous'
      Object.assign(video.style, {
        position: 'fixed',
        inset: '0',
        width: '100%',
        height: '80%',
        zIndex: '999',
      })
      document.body.append(video)
      const shown = new Promise((resolve) => video.requestVideoFrameCallback(resolve))
      video.src = (served as { url: string }).url
      await shown
      window.addEventListener('pointermove', ({ clientX }) => {
        video.currentTime = ((clientX / window.innerWidth - 0.1) / 0.8) * video.duration
      })
    })
    const width = await page.evaluate(() => window.innerWidth)
    return drag(page, { x: 0, y: 40, width, height: 40 })
  })
}

async function ratios(film: string): Promise<readonly number[]> {
  const values: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const bare = await bareDrag(film)
    const ours = await ourDrag(film)
    console.log(`  drag of ${dragMilliseconds / 1000} s: ours ${ours} pictures, bare ${bare}`)
    values.push(ours / Math.max(1, bare))
  }
  return values
}

/** Pictures a second while the app plays a film backwards at its own speed. */
function reverse(film: string): Promise<number> {
  return inBenchWindow(film, async (window) => {
    await openFilm(window)
    const { page } = window
    await page.keyboard.press('End')
    await page.waitForFunction(() => {
      const timecode = document.querySelector<HTMLElement>('[data-testid="timecode"]')
      return timecode?.dataset.settled === 'true' && !document.querySelector('video')?.seeking
    })
    const before = await page.getByTestId('timecode').innerText()
    await page.keyboard.press('j')
    await page.waitForFunction(
      (label) => document.querySelector('[data-testid="timecode"]')?.textContent !== label,
      before,
    )
    await countPictures(page)
    const begun = performance.now()
    await page.waitForTimeout(reverseMilliseconds)
    const pictures = await counted(page)
    return (pictures * 1000) / (performance.now() - begun)
  })
}

/** Makes the films where they are missing, and measures everything three times. */
export async function measureDrags(): Promise<readonly Measurement[]> {
  const [small, large, proxy] = [await twoHours(), fullHd(), proxy540()]
  console.log('Two hours at 360p:')
  const ofSmall = await ratios(small)
  console.log('1080p, a keyframe every 12 frames:')
  const ofLarge = await ratios(large)
  const backwards: number[] = []
  for (let round = 0; round < rounds; round += 1) backwards.push(await reverse(proxy))
  return [
    { what: 'drag, 360p of two hours, against a bare element', values: ofSmall, unit: '×', atLeast: 1.5 },
    { what: 'drag, 1080p GOP 12, against a bare element', values: ofLarge, unit: '×', atLeast: 3 },
    { what: 'backwards at 1×, 540p proxy at 30', values: backwards, unit: 'pictures/s', atLeast: 24 },
  ]
}

/** Whether the median is enough. */
export function isEnough({ values, atLeast }: Measurement): boolean {
  return median(values) >= atLeast
}

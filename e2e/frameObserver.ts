import type { Page } from '@playwright/test'
import type { Strip } from './films.ts'

/*
 * Sees what an editor sees: the frame number that is painted on the picture, read from the pixels of the video element.
 * It knows nothing of the app but its `video` element and the timecode on screen.
 */

/** What was on screen when a key went down. */
export type SeenKey = {
  readonly code: string
  readonly timecode: string
  /** The timecode right after the app took note of the key. */
  readonly timecodeAfter: string
  /** Frame of the film whose picture was on screen; null if its number could not be read. */
  readonly frame: number | null
  /** The same right after the app took note of the key: rarely, the next picture came in between. */
  readonly frameAfter: number | null
  /** Frame of the picture that reached the screen last, which is there still while another is sought. */
  readonly onScreen: number | null
  /** Whether the picture had caught up with the timecode. */
  readonly isSettled: boolean
}

type Observations = {
  readonly keys: SeenKey[]
  /** Frames read from the pictures that were sought or played, in order. */
  readonly pictures: (number | null)[]
  /** Seconds of the film's own time of every picture that was presented, in order. */
  readonly presented: number[]
  /** Frame of the last picture on screen, at each moment in which a provisional mark went away. */
  readonly commits: (number | null)[]
}

/** Begins to observe; what was seen is read with `observed`. */
export async function observeFrames(page: Page, strip: Strip): Promise<void> {
  await page.evaluate(watch, strip)
}

/** What was seen since observing began. */
export function observed(page: Page): Promise<Observations> {
  return page.evaluate(() => {
    const { observations } = window as unknown as { observations: Observations }
    return { ...observations }
  })
}

/** What is on screen at one and the same moment. */
export type SeenNow = Pick<SeenKey, 'timecode' | 'frame' | 'isSettled'>

/** What is on screen now. */
export function seenNow(page: Page): Promise<SeenNow> {
  return page.evaluate(() => (window as unknown as { readonly seeNow: () => SeenNow }).seeNow())
}

/** What is on screen once the timecode reads this and the app says that the picture has caught up, or after some seconds. */
export async function seenSettled(page: Page, timecode: string): Promise<SeenNow> {
  const seen = await page
    .waitForFunction(
      (wanted) => {
        const shown = document.querySelector<HTMLElement>('[data-testid="timecode"]')
        const isThere = shown?.textContent === wanted && shown.dataset.settled === 'true'
        if (!isThere || document.querySelector('video')?.seeking) return null
        return (window as unknown as { readonly seeNow: () => SeenNow }).seeNow()
      },
      timecode,
      { timeout: 6_000 },
    )
    .catch(() => null)
  return seen ? (seen.jsonValue() as Promise<SeenNow>) : seenNow(page)
}

/** Runs in the page, so everything it needs is inside. */
function watch({ left, top, blockWidth, blockHeight, pictureWidth }: Strip): void {
  const bits = 24
  const width = (bits + 2) * blockWidth
  const observations: Observations = { keys: [], pictures: [], presented: [], commits: [] }
  Object.assign(window, { observations })

  /** Keeps the picture that is on screen now, which takes no time; reading it can wait. */
  const keepPicture = (): VideoFrame | null => {
    const video = document.querySelector('video')
    return video && video.videoWidth > 0 && video.readyState >= 2 ? new VideoFrame(video) : null
  }
  const readPicture = (picture: VideoFrame | null): number | null => {
    const canvas = new OffscreenCanvas(width, blockHeight)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!picture || !context) return null
    const scale = pictureWidth ? picture.displayWidth / pictureWidth : 1
    const from = [left, top, width, blockHeight].map((length) => length * scale)
    context.drawImage(picture, ...(from as [number, number, number, number]), 0, 0, width, blockHeight)
    picture.close()
    return readStrip(context)
  }
  const readStrip = (context: OffscreenCanvasRenderingContext2D): number | null => {
    const { data } = context.getImageData(0, 0, width, blockHeight)
    const light = (block: number) => {
      let sum = 0
      for (let y = Math.floor(blockHeight * 0.3); y < blockHeight * 0.7; y++) {
        const x = Math.floor((block + 0.5) * blockWidth)
        sum += data[(y * width + x) * 4 + 1] ?? 0
      }
      return sum
    }
    const guard = Math.min(light(0), light(bits + 1))
    if (guard < blockHeight * 0.3 * 40) return null
    let number = 0
    for (let block = 1; block <= bits; block++) {
      const share = light(block) / guard
      if (share > 0.36 && share < 0.64) return null
      number = number * 2 + (share >= 0.64 ? 1 : 0)
    }
    return number
  }

  const timecodeNow = () => {
    const shown = document.querySelector<HTMLElement>('[data-testid="timecode"]')
    return { timecode: shown?.textContent ?? '', isSettled: shown?.dataset.settled === 'true' }
  }
  const seeNow = () => ({ ...timecodeNow(), frame: readPicture(keepPicture()) })
  Object.assign(window, { seeNow })
  let onScreen = readPicture(keepPicture())
  /** When in the film the picture was that was read last, and the one that reached the screen last. */
  let readMicroseconds = 0
  let presentedMicroseconds = 0
  /** Keys pressed while the picture on screen could not be read, since another was sought. */
  const unread: { readonly seen: object; readonly microseconds: number }[] = []
  const readScreen = (): number | null => {
    const picture = keepPicture()
    if (!picture) return null
    readMicroseconds = picture.timestamp
    onScreen = readPicture(picture)
    for (const { seen, microseconds } of unread)
      if (Math.abs(microseconds - readMicroseconds) < 1000) Object.assign(seen, { onScreen })
    return onScreen
  }

  window.addEventListener(
    'keydown',
    (event) => {
      const before = keepPicture()
      let after: VideoFrame | null = null
      const { timecode, isSettled } = timecodeNow()
      const pictures = { frame: null, frameAfter: null, onScreen }
      const seen = { code: event.code, timecode, isSettled, timecodeAfter: timecode, ...pictures }
      observations.keys.push(seen)
      if (Math.abs(readMicroseconds - presentedMicroseconds) > 1000)
        unread.push({ seen, microseconds: presentedMicroseconds })
      // Whoever answers to a key prevents its default first; the next microtask follows its answer.
      const prevent = event.preventDefault.bind(event)
      event.preventDefault = () => {
        prevent()
        queueMicrotask(() => {
          if (after) return
          after = keepPicture()
          seen.timecodeAfter = timecodeNow().timecode
        })
      }
      setTimeout(() => {
        Object.assign(seen, { frame: readPicture(before), frameAfter: readPicture(after) })
      }, 0)
    },
    { capture: true },
  )

  // On its way down, so ahead of whoever then seeks another picture, while which none can be read.
  window.addEventListener(
    'seeked',
    () => {
      observations.pictures.push(readScreen())
      // A busy element may have shown the picture before once more.
      setTimeout(readScreen, 0)
    },
    { capture: true },
  )
  const presented = (_now: number, { mediaTime }: VideoFrameCallbackMetadata) => {
    observations.presented.push(mediaTime)
    presentedMicroseconds = mediaTime * 1e6
    const before = readMicroseconds
    const frame = readScreen()
    if (frame !== null || readMicroseconds !== before) observations.pictures.push(frame)
    document.querySelector('video')?.requestVideoFrameCallback(presented)
  }
  document.querySelector('video')?.requestVideoFrameCallback(presented)

  let isProvisional = false
  new MutationObserver(() => {
    const isNow = document.querySelector('video')?.parentElement?.querySelector('[role="status"]') !== null
    if (isProvisional && !isNow) observations.commits.push(onScreen)
    isProvisional = isNow
  }).observe(document.body, { childList: true, subtree: true })
}

import type { Page } from '@playwright/test'
import type { Strip } from './films.ts'

/** Where the frame number stands, and how wide the film's picture is, in pixels of it. */
export type StripOfPicture = Strip & { readonly pictureWidth: number }

type Reading = { readFrame: (source: HTMLVideoElement | HTMLCanvasElement) => number | null }

/** Teaches a page to read the frame number that is painted on a video element or canvas, whatever its size. */
export async function teachReading(page: Page, strip: StripOfPicture): Promise<void> {
  await page.evaluate(install, strip)
}

/** The frame number painted on an element of a page that was taught to read; null if there is none to be read. */
export function frameOn(page: Page, selector: string): Promise<number | null> {
  return page.evaluate((selected) => {
    const { readFrame } = window as unknown as Reading
    const source = document.querySelector<HTMLVideoElement | HTMLCanvasElement>(selected)
    return source && readFrame(source)
  }, selector)
}

/** Runs in the page, so everything it needs is inside. */
function install({ left, top, blockWidth, blockHeight, pictureWidth }: StripOfPicture): void {
  const bits = 24
  const readFrame: Reading['readFrame'] = (source) => {
    const width = source.tagName === 'VIDEO' ? (source as HTMLVideoElement).videoWidth : source.width
    const scale = width / pictureWidth
    const across = Math.round((bits + 2) * blockWidth * scale)
    const down = Math.round(blockHeight * scale)
    if (across === 0 || down === 0) return null
    const canvas = new OffscreenCanvas(across, down)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) return null
    context.drawImage(source, left * scale, top * scale, across, down, 0, 0, across, down)
    const { data } = context.getImageData(0, 0, across, down)
    const light = (block: number) => {
      const x = Math.floor((block + 0.5) * blockWidth * scale)
      const rows = [0.4, 0.5, 0.6].map((part) => Math.floor(part * down))
      return rows.reduce((sum, y) => sum + (data[(y * across + x) * 4 + 1] ?? 0), 0) / rows.length
    }
    const guard = Math.min(light(0), light(bits + 1))
    if (guard < 40) return null
    let number = 0
    for (let block = 1; block <= bits; block++) {
      const share = light(block) / guard
      if (share > 0.36 && share < 0.64) return null
      number = number * 2 + (share >= 0.64 ? 1 : 0)
    }
    return number
  }
  Object.assign(window, { readFrame })
}

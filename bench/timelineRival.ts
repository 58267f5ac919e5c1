import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { projectRoot } from '../scripts/projectRoot.ts'
import { MainThread, p95 } from './mainThread.ts'
import { deepest, dragToAndFro, type Sweep, sweepSteps } from './timelineOurs.ts'
import { rate, stretches, titleOf, twoHours } from './timelineProduction.ts'

/*
 * wavesurfer.js with its Regions plugin on a bare page of the same Electron: the same cues as regions, the same sweep through
 * its own `zoom`, its own scrolling, and a drag of a region's own handle with the mouse.
 */

/** What the page of the rival gives the bench. */
type Rival = {
  readonly zoom: (pixelsPerSecond: number) => void
  readonly scrollTo: (pixels: number) => void
  readonly width: number
}

const dist = path.join(projectRoot, 'node_modules/wavesurfer.js/dist')

/** Opens the bare page with so many regions. */
export async function openRival(
  app: ElectronApplication,
  count: number,
): Promise<{ readonly page: Page; readonly thread: MainThread }> {
  const opened = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }) => {
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      webPreferences: { partition: 'bench', sandbox: true },
    })
    void window.loadURL('about:blank')
  })
  const page = await opened
  await page.evaluate('globalThis.__name ??= (named) => named')
  for (const script of ['wavesurfer.min.js', 'plugins/regions.min.js']) {
    await page.addScriptTag({ content: readFileSync(path.join(dist, script), 'utf8') })
  }
  const thread = await MainThread.of(page)
  const regions = stretches(count).map(({ start, end }, index) => ({
    start: start / rate,
    end: end / rate,
    content: titleOf(index),
  }))
  await page.evaluate(
    ({ regions, seconds }) => {
      type Created = {
        once(name: 'ready', heard: () => void): void
        zoom(pixelsPerSecond: number): void
        setScroll(pixels: number): void
        registerPlugin<Plugin>(plugin: Plugin): Plugin
      }
      type Surfer = { create(options: object): Created & { Regions: never }; Regions: { create(): Regions } }
      type Regions = { addRegion(region: object): void }
      const { WaveSurfer } = window as unknown as { WaveSurfer: Surfer }
      const container = document.createElement('div')
      document.body.style.margin = '0'
      document.body.append(container)
      const peaks = Array.from({ length: 8000 }, (_, index) => Math.abs(Math.sin(index / 30)) * 0.8)
      const surfer = WaveSurfer.create({
        container,
        height: 128,
        duration: seconds,
        peaks: [peaks],
        autoScroll: false,
        autoCenter: false,
        minPxPerSec: 0,
      })
      const plugin = surfer.registerPlugin(WaveSurfer.Regions.create())
      return new Promise<void>((resolve) => {
        const add = () => {
          for (const region of regions) plugin.addRegion(region)
          const rival: Rival = {
            zoom: (pixels) => surfer.zoom(pixels),
            scrollTo: (pixels) => surfer.setScroll(pixels),
            width: container.clientWidth,
          }
          Object.assign(window, { rival, regionCount: regions.length })
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
        }
        surfer.once('ready', add)
      })
    },
    { regions, seconds: twoHours / rate },
  )
  return { page, thread }
}

/** The zoom sweep through wavesurfer's own `zoom`. */
export async function rivalZoom(page: Page, thread: MainThread): Promise<Sweep> {
  let gaps: readonly number[] = []
  const cost = await thread.cost(async () => {
    gaps = await page.evaluate(
      async ({ steps, seconds, most }) => {
        const { rival } = window as unknown as { rival: Rival }
        const fit = rival.width / seconds
        const between: number[] = []
        let last = 0
        for (let step = 1; step <= steps; step += 1) {
          const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
          if (last > 0) between.push(now - last)
          last = now
          const part = step <= steps / 2 ? step / (steps / 2) : (steps - step) / (steps / 2)
          rival.zoom(fit * (most / fit) ** part)
        }
        return between
      },
      { steps: sweepSteps, seconds: twoHours / rate, most: deepest * rate },
    )
  })
  return { ...cost, steps: sweepSteps, p95: p95(gaps) }
}

/** A scroll to the right and back in the same steps as ours. */
export async function rivalScroll(page: Page, thread: MainThread): Promise<Sweep> {
  await page.evaluate((zoom) => (window as unknown as { rival: Rival }).rival.zoom(zoom), rate)
  let gaps: readonly number[] = []
  const cost = await thread.cost(async () => {
    gaps = await page.evaluate(
      async ({ steps, begin }) => {
        const { rival } = window as unknown as { rival: Rival }
        const between: number[] = []
        let last = 0
        let at = begin
        for (let step = 0; step < steps; step += 1) {
          const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
          if (last > 0) between.push(now - last)
          last = now
          at += step < steps / 2 ? 400 : -400
          rival.scrollTo(at)
        }
        return between
      },
      { steps: sweepSteps, begin: twoHours / 2 },
    )
  })
  return { ...cost, steps: sweepSteps, p95: p95(gaps) }
}

/** A drag of the right handle of a region in the middle of the window. */
export async function rivalDrag(page: Page, thread: MainThread): Promise<Sweep> {
  await page.evaluate((zoom) => (window as unknown as { rival: Rival }).rival.zoom(zoom), 2 * rate)
  await page.waitForTimeout(500)
  const edge = await page.evaluate(() => {
    const host = document.querySelector('div > div')
    const handles = [...(host?.shadowRoot?.querySelectorAll('[part~="region-handle-right"]') ?? [])]
    const middle = window.innerWidth / 2
    const [nearest] = handles
      .map((handle) => handle.getBoundingClientRect())
      .filter(({ left }) => left > 200 && left < window.innerWidth - 200)
      .sort((a, b) => Math.abs(a.left - middle) - Math.abs(b.left - middle))
    return nearest ? { x: nearest.left + nearest.width / 2, y: nearest.top + nearest.height / 2 } : null
  })
  if (!edge) throw new Error('there is no region with a handle to drag')
  return dragToAndFro(page, thread, edge, () => page.mouse.up())
}

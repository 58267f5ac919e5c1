import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { loopFilm } from '../scripts/loopFilm.ts'
import { projectRoot } from '../scripts/projectRoot.ts'

/*
 * Opens a two-hour film (the demo, looped) and measures against a bare video element in the same window: how soon the first
 * picture is there, the longest task of the window's thread from choosing the file until the waveform is whole, and the
 * memory of all processes. Run through `npm run bench:long-film`, which finds Electron and a display.
 */

const rounds = 5
const films = path.join(os.tmpdir(), 'needledrop-bench')
const longFilm = path.join(films, 'two-hours.mp4')

declare global {
  interface Window {
    readonly needledrop: { readonly invoke: unknown }
  }
}

type Watch = { readonly tasks: number[]; readonly presented: number | null }

async function launch(): Promise<{
  readonly app: ElectronApplication
  readonly page: Page
  readonly folder: string
}> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'needledrop-bench-run-'))
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${folder}`],
    cwd: projectRoot,
  })
  const page = await app.firstWindow()
  await page.getByRole('heading', { name: 'Needledrop' }).waitFor()
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
  }, longFilm)
  return { app, page, folder }
}

/** Starts to note long tasks and the first picture of any video element that is given a source. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const notes: { tasks: number[]; presented: number | null } = { tasks: [], presented: null }
    Object.assign(window, { notes })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) notes.tasks.push(entry.duration)
    }).observe({ type: 'longtask', buffered: false })
    const video = document.createElement('video')
    const own = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'src')
    Object.defineProperty(HTMLMediaElement.prototype, 'src', {
      configurable: true,
      get() {
        return own?.get?.call(this)
      },
      set(this: HTMLVideoElement, value: string) {
        this.requestVideoFrameCallback(() => {
          notes.presented ??= performance.now()
        })
        own?.set?.call(this, value)
      },
    })
    video.remove()
  })
}

/** Milliseconds from choosing the film until its first picture is in the window. */
async function ourFirstPicture(page: Page): Promise<number> {
  await watch(page)
  const begun = await page.evaluate(() => performance.now())
  await page.keyboard.press('Control+o')
  await page.waitForFunction(() => (window as unknown as { notes: Watch }).notes.presented !== null)
  return (await page.evaluate(() => (window as unknown as { notes: Watch }).notes.presented ?? 0)) - begun
}

/** Milliseconds until a bare video element, with nothing else going on, shows the first picture of the same film. */
async function bareFirstPicture(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const ask = window.needledrop.invoke as (name: string, input: object) => Promise<{ value: unknown }>
    const { value: path } = await ask('file:choose', { purpose: 'open' })
    const { value: served } = await ask('media:serve', { path })
    const video = document.createElement('video')
    video.crossOrigin = 'anonymous'
    document.body.append(video)
    const begun = performance.now()
    const presented = new Promise<number>((resolve) =>
      video.requestVideoFrameCallback(() => resolve(performance.now())),
    )
    video.src = (served as { url: string }).url
    return (await presented) - begun
  })
}

async function inFreshWindow(measure: (page: Page) => Promise<number>): Promise<number> {
  const { app, page, folder } = await launch()
  const measured = await measure(page)
  await app.close()
  rmSync(folder, { recursive: true, force: true })
  return measured
}

/** Working sets of all processes in MiB; 0 where the main process lost the question while collecting its garbage. */
async function memory(app: ElectronApplication): Promise<number> {
  const metrics = await app.evaluate(({ app: running }) => running.getAppMetrics()).catch(() => [])
  return metrics.reduce((sum, { memory: used }) => sum + used.workingSetSize, 0) / 1024
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

const print = (text: string) => process.stdout.write(`${text}\n`)

if (!existsSync(longFilm)) {
  const { mkdirSync } = await import('node:fs')
  mkdirSync(films, { recursive: true })
  print('Looping the demo to two hours…')
  await loopFilm(path.join(projectRoot, 'demo/lantern-street.mp4'), longFilm, 60)
}

const ours: number[] = []
const bare: number[] = []
for (let round = 0; round < rounds; round += 1) {
  bare.push(await inFreshWindow(bareFirstPicture))
  ours.push(await inFreshWindow(ourFirstPicture))
}
print(`first picture: ours ${ours.map(Math.round).join(' ')} ms, bare ${bare.map(Math.round).join(' ')} ms`)
print(`first picture, ratio of medians: ${(median(ours) / median(bare)).toFixed(2)}`)

const { app, page, folder } = await launch()
await watch(page)
const begun = Date.now()
await page.keyboard.press('Control+o')
// Watched from inside the page, since asking from outside would itself keep the window's thread busy.
let isReading = true
const whole = page
  .evaluate(
    () =>
      new Promise<void>((resolve) => {
        let hasBegun = false
        const timer = setInterval(() => {
          const isSaid = document.body.textContent?.includes('Reading the sound') === true
          hasBegun ||= isSaid
          if (!hasBegun || isSaid) return
          clearInterval(timer)
          resolve()
        }, 200)
      }),
  )
  .then(() => {
    isReading = false
  })
let most = 0
while (isReading) {
  most = Math.max(most, await memory(app))
  await new Promise((resolve) => setTimeout(resolve, 500))
}
await whole
const seconds = (Date.now() - begun) / 1000
const notes = await page.evaluate(() => (window as unknown as { notes: Watch }).notes)
print(`waveform of the whole film: ${seconds.toFixed(1)} s after choosing it`)
print(
  `tasks over 50 ms on the window's thread: ${notes.tasks.length} (${notes.tasks.map(Math.round).join(' ')})`,
)
print(`memory of all processes at most: ${Math.round(most)} MiB`)
await page.screenshot({ path: path.join(films, 'two-hours.png') })
await app.close()
rmSync(folder, { recursive: true, force: true })

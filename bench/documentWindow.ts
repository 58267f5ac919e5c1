import type { CDPSession } from '@playwright/test'
import type { BenchWindow } from './benchWindow.ts'
import { type EditTimes, editsBy } from './editWatch.ts'

/** What one act took, in milliseconds. */
export type Latency = {
  readonly elapsed: number
  /** The longest task of the window's thread that Chromium calls long, over 50; 0 when there was none. */
  readonly longestTask: number
  /** The longest time in which the main process answered nobody. */
  readonly longestHold: number
}

/** What opening took; `elapsed` until the cues are shown. */
export type Opening = Latency & {
  /** Until everything around the cues is there too: bar, inspector, timeline, transport. */
  readonly whole: number
}

/** Megabytes in use after one production was opened and closed, and after the last one. */
export type Memory = { readonly first: number; readonly last: number }

type Watch = { longTasks: number[]; shownAt: number; wholeAt: number; observer: PerformanceObserver }
type Watched = { readonly documentWatch: Watch }

/** From the key that asks for a file (the dialog answers at once) to the table that shows its cues, whose number no other production has. */
export async function opening(window: BenchWindow, file: string, cues: number): Promise<Opening> {
  const { app, page } = window
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, file)
  return watched(window, 'o', async () => {
    await page.keyboard.press('Control+o')
    await page.waitForFunction(
      (count) => {
        const tabs = [...document.querySelectorAll('[role="tab"]')]
        const tab = tabs.find((element) => element.textContent?.startsWith('Cues'))
        const rows = document.querySelectorAll('[role="grid"][aria-label="Cues"] [role="row"][data-cue]')
        if (Number(/\d+/.exec(tab?.textContent ?? '')?.[0] ?? -1) !== count || rows.length === 0) return false
        ;(globalThis as unknown as Watched).documentWatch.shownAt = performance.now()
        return true
      },
      cues,
      { polling: 'raf' },
    )
    await page.waitForFunction(
      (places) => {
        if (!places.every((place) => document.querySelector(place))) return false
        ;(globalThis as unknown as Watched).documentWatch.wholeAt = performance.now()
        return true
      },
      partsOfWindow,
      { polling: 'raf' },
    )
  })
}

const partsOfWindow = [
  '[data-testid="safety"]',
  '[aria-label="Inspector"] > *',
  '[data-testid="overview"]',
  '[data-testid="timecode"]',
]

/** From the key that saves to the window that says so. */
export async function saving(window: BenchWindow): Promise<Latency> {
  return watched(window, 's', async () => {
    await window.page.keyboard.press('Control+s')
    await window.page.waitForFunction(
      () => {
        if (document.querySelector('[data-testid="safety"]')?.textContent !== 'Saved') return false
        ;(globalThis as unknown as Watched).documentWatch.shownAt = performance.now()
        return true
      },
      undefined,
      { polling: 'raf' },
    )
  })
}

/** What keys take that change a cue. */
export async function editTimes(window: BenchWindow, count: number): Promise<EditTimes> {
  await chooseCue(window)
  return editsBy(window, count)
}

/** The same, for keys that are pressed while the production is being saved. */
export function editsWhileSaving(window: BenchWindow, count: number): Promise<EditTimes> {
  return editsBy(window, count, async (edit) => {
    if (edit % 5 === 0) await window.page.keyboard.press('Control+s')
  })
}

/** Opens and closes productions one after the other and tells what is in use, after everything that can go was let go. */
export async function memoryAfter(
  window: BenchWindow,
  files: readonly { readonly file: string; readonly cues: number }[],
): Promise<Readonly<Record<'main process' | 'page', Memory>>> {
  const { page } = window
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const taken: { main: number; page: number }[] = []
  for (const { file, cues } of files) {
    await opening(window, file, cues)
    await page.keyboard.press('Control+Shift+w')
    await page.getByRole('heading', { name: 'Needledrop' }).waitFor()
    taken.push({ main: await mainInUse(window), page: await pageInUse(session) })
  }
  const of = (part: 'main' | 'page') => ({ first: taken[0]?.[part] ?? 0, last: taken.at(-1)?.[part] ?? 0 })
  return { 'main process': of('main'), page: of('page') }
}

async function chooseCue({ page }: Pick<BenchWindow, 'page'>): Promise<void> {
  await page.locator('[role="grid"][aria-label="Cues"] [role="row"][data-cue]').nth(2).click()
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
}

/** Does something that begins with a key, and tells what it took. */
async function watched(
  { app, page }: BenchWindow,
  key: string,
  act: () => Promise<unknown>,
): Promise<Opening> {
  await app.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), timer: null as unknown }
    Object.assign(globalThis, { holdWatch: watch })
    watch.timer = setInterval(() => {
      const now = performance.now()
      watch.longest = Math.max(watch.longest, now - watch.last)
      watch.last = now
    }, 1)
  })
  await page.evaluate((letter) => {
    const longTasks: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longTasks.push(entry.duration)
    })
    observer.observe({ type: 'longtask', buffered: false })
    const watch = { longTasks, observer, shownAt: 0, wholeAt: 0, begunAt: 0 }
    Object.assign(globalThis, { documentWatch: watch })
    const note = (event: KeyboardEvent) => {
      if (event.key !== letter) return
      watch.begunAt = event.timeStamp
      removeEventListener('keydown', note, true)
    }
    addEventListener('keydown', note, true)
  }, key)
  await act()
  await page.waitForTimeout(500)
  const seen = await page.evaluate(() => {
    const { longTasks, observer, shownAt, wholeAt, begunAt } = (
      globalThis as unknown as { documentWatch: Watch & { begunAt: number } }
    ).documentWatch
    observer.disconnect()
    const longestTask = Math.max(0, ...longTasks)
    return { elapsed: shownAt - begunAt, whole: wholeAt - begunAt, longestTask }
  })
  const longestHold = await app.evaluate(() => {
    const { holdWatch } = globalThis as unknown as { holdWatch: { longest: number; timer: NodeJS.Timeout } }
    clearInterval(holdWatch.timer)
    return holdWatch.longest
  })
  return { ...seen, longestHold }
}

const megabyte = 1024 * 1024

async function mainInUse({ app }: BenchWindow): Promise<number> {
  const bytes = await app.evaluate(async () => {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8')
    const { runInNewContext } = process.getBuiltinModule('node:vm')
    setFlagsFromString('--expose_gc')
    const collect = runInNewContext('gc') as () => void
    for (let turn = 0; turn < 3; turn++) {
      collect()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  })
  return bytes / megabyte
}

async function pageInUse(session: CDPSession): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    await session.send('HeapProfiler.collectGarbage')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / megabyte
}

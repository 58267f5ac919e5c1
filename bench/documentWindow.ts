import type { CDPSession } from '@playwright/test'
import type { BenchWindow } from './benchWindow.ts'

/** What one act took, in milliseconds. */
export type Latency = {
  readonly elapsed: number
  /** The longest task of the window's thread that Chromium calls long, over 50; 0 when there was none. */
  readonly longestTask: number
  /** The longest time in which the main process answered nobody. */
  readonly longestHold: number
}

/** Megabytes in use after one production was opened and closed, and after the last one. */
export type Memory = { readonly first: number; readonly last: number }

type Watch = { longTasks: number[]; shownAt: number; observer: PerformanceObserver }
type Watched = { readonly documentWatch: Watch }

/** From the key that asks for a file (the dialog answers at once) to the table that shows its cues, whose number no other production has. */
export async function opening(window: BenchWindow, file: string, cues: number): Promise<Latency> {
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
  })
}

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

/** Milliseconds from each key: until the window shows the change, and until it shows it as safe. */
export type EditTimes = { readonly shown: readonly number[]; readonly safe: readonly number[] }

/** What keys take that change a cue. */
export async function editTimes({ page }: BenchWindow, count: number): Promise<EditTimes> {
  await chooseCue({ page })
  const before = await watchEdits({ page })
  for (let edit = 0; edit < count; edit++) {
    await page.keyboard.press(edit % 2 === 0 ? 'Digit3' : 'Digit5')
    await whenSafe({ page }, before + edit + 1)
  }
  return takeTimes({ page })
}

/** The same, for keys that are pressed while the production is being saved. */
export async function editsWhileSaving({ page }: BenchWindow, count: number): Promise<EditTimes> {
  const before = await watchEdits({ page })
  for (let edit = 0; edit < count; edit++) {
    if (edit % 5 === 0) await page.keyboard.press('Control+s')
    await page.keyboard.press(edit % 2 === 0 ? 'Digit3' : 'Digit5')
    await whenSafe({ page }, before + edit + 1)
  }
  return takeTimes({ page })
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

type EditWatch = { readonly editWatch: { shown: number[]; safe: number[]; observer: MutationObserver } }

/** Has the page note, for each change, how long ago its key went down when it is shown, and when it is shown as safe. */
async function watchEdits({ page }: Pick<BenchWindow, 'page'>): Promise<number> {
  await whenSafe({ page }, 0)
  return page.evaluate(() => {
    const place = document.querySelector<HTMLElement>('[data-testid="safety"]')
    if (!place) throw new Error('the window does not say what is safe')
    const watch = { shown: [] as number[], safe: [] as number[], keyAt: 0 }
    addEventListener(
      'keydown',
      (event) => {
        if (!event.ctrlKey) watch.keyAt = event.timeStamp
      },
      { capture: true },
    )
    const observer = new MutationObserver((mutations) => {
      for (const name of new Set(mutations.map(({ attributeName }) => attributeName)))
        watch[name === 'data-safe' ? 'safe' : 'shown'].push(performance.now() - watch.keyAt)
    })
    observer.observe(place, { attributes: true, attributeFilter: ['data-made', 'data-safe'] })
    Object.assign(globalThis, { editWatch: Object.assign(watch, { observer }) })
    return Number(place.dataset.safe)
  })
}

async function takeTimes({ page }: Pick<BenchWindow, 'page'>): Promise<EditTimes> {
  return page.evaluate(() => {
    const { shown, safe, observer } = (globalThis as unknown as EditWatch).editWatch
    observer.disconnect()
    return { shown, safe }
  })
}

async function whenSafe({ page }: Pick<BenchWindow, 'page'>, sequence: number): Promise<void> {
  await page.waitForFunction((least) => {
    const { made, safe } = document.querySelector<HTMLElement>('[data-testid="safety"]')?.dataset ?? {}
    return made === safe && Number(safe) >= least
  }, sequence)
}

/** Does something that begins with a key, and tells what it took. */
async function watched(
  { app, page }: BenchWindow,
  key: string,
  act: () => Promise<unknown>,
): Promise<Latency> {
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
    const watch = { longTasks, observer, shownAt: 0, begunAt: 0 }
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
    const { longTasks, observer, shownAt, begunAt } = (
      globalThis as unknown as { documentWatch: Watch & { begunAt: number } }
    ).documentWatch
    observer.disconnect()
    return { elapsed: shownAt - begunAt, longestTask: Math.max(0, ...longTasks) }
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

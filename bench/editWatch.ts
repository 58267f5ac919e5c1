import type { BenchWindow } from './benchWindow.ts'

/** What each edit took, in milliseconds since its key went down. */
export type EditTimes = {
  /** Until the thread of the window takes the key up, from which moment on the edit is applied. */
  readonly taken: readonly number[]
  /** Until the main process has asked the disk to flush its line. */
  readonly asked: readonly number[]
  /** Until the disk has answered that the line is flushed: journalled. */
  readonly journalled: readonly number[]
  /** Until the page of the window says that it is safe. */
  readonly safe: readonly number[]
  /** Until the page of the window shows the change. */
  readonly shown: readonly number[]
}

/** Makes edits one after the other, each with a key that changes a cue; `before` each, something else is begun. */
export async function editsBy(
  window: BenchWindow,
  count: number,
  before: (edit: number) => Promise<void> = async () => {},
): Promise<EditTimes> {
  const { page } = window
  await whenSafe(window, 0)
  const offset = await clockOffset(window)
  await watchFlushes(window)
  const first = await watchPage(window)
  for (let edit = 0; edit < count; edit++) {
    await before(edit)
    await page.keyboard.press(edit % 2 === 0 ? 'Digit3' : 'Digit5')
    await whenSafe(window, first + edit + 1)
  }
  const { keys, taken, shown, safe } = await takeFromPage(window)
  const flushes = await takeFlushes(window)
  for (const [what, { length }] of Object.entries({ keys, flushes, shown, safe }))
    if (length !== count) throw new Error(`${count} edits had ${length} ${what}`)
  const since = (times: readonly number[]) => times.map((time, edit) => time - (keys[edit] ?? 0))
  return {
    taken: since(taken),
    asked: since(flushes.map(({ asked }) => asked + offset)),
    journalled: since(flushes.map(({ answered }) => answered + offset)),
    safe: since(safe),
    shown: since(shown),
  }
}

/**
 * Milliseconds by which the page's clock is ahead of the main process's, as the quickest of some questions tells: known to half of
 * what that took.
 */
async function clockOffset({ app }: BenchWindow): Promise<number> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().startsWith('app:'),
    )
    if (!window) throw new Error('there is no window')
    let quickest = Number.POSITIVE_INFINITY
    let offset = 0
    for (let question = 0; question < 60; question++) {
      const begun = performance.now()
      const there = (await window.webContents.executeJavaScript('performance.now()')) as number
      const took = performance.now() - begun
      if (took >= quickest) continue
      quickest = took
      offset = there - (begun + took / 2)
    }
    return offset
  })
}

type Flush = { readonly asked: number; readonly answered: number }
type Flushes = { readonly flushWatch: { readonly flushes: Flush[]; readonly stop: () => void } }

/** Has the main process note when the flush of each line is asked for and answered, by its own clock. */
async function watchFlushes({ app }: BenchWindow): Promise<void> {
  await app.evaluate(async () => {
    const { open } = process.getBuiltinModule('node:fs/promises')
    const { readlinkSync } = process.getBuiltinModule('node:fs')
    // Where no link tells, the histories that a save feeds are counted as well.
    const linkOf = (descriptor: number) => {
      try {
        return readlinkSync(`/proc/self/fd/${descriptor}`)
      } catch {
        return '.journal'
      }
    }
    const handle = await open(process.execPath, 'r')
    const kind = Object.getPrototypeOf(handle) as {
      datasync: (this: { readonly fd: number }) => Promise<void>
    }
    await handle.close()
    const { datasync } = kind
    const flushes: Flush[] = []
    kind.datasync = async function (this: { readonly fd: number }) {
      const file = linkOf(this.fd)
      const asked = performance.now()
      await datasync.call(this)
      const answered = performance.now()
      if (file.endsWith('.journal')) flushes.push({ asked, answered })
    }
    const stop = () => {
      kind.datasync = datasync
    }
    Object.assign(globalThis, { flushWatch: { flushes, stop } })
  })
}

async function takeFlushes({ app }: BenchWindow): Promise<readonly Flush[]> {
  return app.evaluate(() => {
    const { flushes, stop } = (globalThis as unknown as Flushes).flushWatch
    stop()
    return flushes
  })
}

type PageTimes = {
  readonly keys: number[]
  readonly taken: number[]
  readonly shown: number[]
  readonly safe: number[]
}
type Watching = { readonly editWatch: PageTimes & { readonly stop: () => void } }

/** Has the page note, by its own clock, when each key went down and when its change is shown, and shown as safe. */
async function watchPage({ page }: BenchWindow): Promise<number> {
  return page.evaluate(() => {
    const place = document.querySelector<HTMLElement>('[data-testid="safety"]')
    if (!place) throw new Error('the window does not say what is safe')
    const times: PageTimes = { keys: [], taken: [], shown: [], safe: [] }
    const note = (event: KeyboardEvent) => {
      if (!event.code.startsWith('Digit')) return
      times.keys.push(event.timeStamp)
      times.taken.push(performance.now())
    }
    addEventListener('keydown', note, { capture: true })
    const observer = new MutationObserver((mutations) => {
      for (const name of new Set(mutations.map(({ attributeName }) => attributeName)))
        times[name === 'data-safe' ? 'safe' : 'shown'].push(performance.now())
    })
    observer.observe(place, { attributes: true, attributeFilter: ['data-made', 'data-safe'] })
    const stop = () => {
      observer.disconnect()
      removeEventListener('keydown', note, { capture: true })
    }
    Object.assign(globalThis, { editWatch: { ...times, stop } })
    return Number(place.dataset.safe)
  })
}

async function takeFromPage({ page }: BenchWindow): Promise<PageTimes> {
  return page.evaluate(() => {
    const { keys, taken, shown, safe, stop } = (globalThis as unknown as Watching).editWatch
    stop()
    return { keys, taken, shown, safe }
  })
}

async function whenSafe({ page }: BenchWindow, sequence: number): Promise<void> {
  await page.waitForFunction((least) => {
    const { made, safe } = document.querySelector<HTMLElement>('[data-testid="safety"]')?.dataset ?? {}
    return made === safe && Number(safe) >= least
  }, sequence)
}

import type { CDPSession, Page } from '@playwright/test'
import { TaskTrace } from './taskTrace.ts'

/** What a stretch of work cost the thread of a page. */
export type Cost = {
  /** Milliseconds that the thread was busy with tasks, of whatever kind. */
  readonly cpu: number
  /** Milliseconds of each task that Chromium calls long: over 50. */
  readonly longTasks: readonly number[]
  /** Milliseconds of processor time of the longest task: what is left of it when no other process wants the processor. */
  readonly longestOwn: number
}

/** Reads what the main thread of a page spends, over the protocol of the developer tools. */
export class MainThread {
  readonly #page: Page
  readonly #session: CDPSession

  private constructor(page: Page, session: CDPSession) {
    this.#page = page
    this.#session = session
  }

  static async of(page: Page): Promise<MainThread> {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.evaluate(() => {
      const notes = { longTasks: [] as number[] }
      Object.assign(window, { benchNotes: notes })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) notes.longTasks.push(entry.duration)
      }).observe({ type: 'longtask', buffered: false })
    })
    return new MainThread(page, session)
  }

  /** Milliseconds of tasks since the page began. */
  async spent(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }

  /** Has something done, waits until the thread rests, and tells what it cost. */
  async cost(work: () => Promise<void>): Promise<Cost> {
    await this.rest()
    await this.#page.evaluate(() => {
      ;(window as unknown as { benchNotes: { longTasks: number[] } }).benchNotes.longTasks.length = 0
    })
    const trace = await TaskTrace.start(this.#session)
    const before = await this.spent()
    await work()
    await this.rest()
    const cpu = (await this.spent()) - before
    const longTasks = await this.#page.evaluate(
      () => (window as unknown as { benchNotes: { longTasks: number[] } }).benchNotes.longTasks,
    )
    return { cpu, longTasks, longestOwn: await trace.longest() }
  }

  /** Resolves when less than a tenth of two hundred milliseconds was spent. */
  async rest(): Promise<void> {
    for (let before = await this.spent(); ; ) {
      await new Promise((resolve) => setTimeout(resolve, 200))
      const now = await this.spent()
      if (now - before < 20) return
      before = now
    }
  }
}

/** The frame gap in milliseconds that 95 of 100 stay within. */
export function p95(gaps: readonly number[]): number {
  const sorted = gaps.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0
}

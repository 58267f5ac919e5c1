import type { ElectronApplication } from '@playwright/test'

/** Milliseconds of processor time that the processes of all pages have spent so far: all their threads, drawing included. */
export async function pagesSpent(app: ElectronApplication): Promise<number> {
  const seconds = await app.evaluate(({ app: main }) =>
    main
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ cpu }) => cpu.cumulativeCPUUsage ?? Number.NaN),
  )
  return seconds.reduce((sum, spent) => sum + spent, 0) * 1000
}

import type { Page } from '@playwright/test'
import { type MainThread, p95 } from './mainThread.ts'

/** Milliseconds of the window's thread for the keys of one stretch of typing. */
export type Keystrokes = { readonly p95: number; readonly mean: number }

/** Presses keys one by one, and tells what each cost the window's thread until it rested. */
async function pressed(page: Page, thread: MainThread, keys: readonly string[]): Promise<readonly number[]> {
  const costs: number[] = []
  for (const key of keys) {
    const before = await thread.spent()
    await page.keyboard.press(key)
    // Two pictures later everything that the letter asked for is on screen.
    await page.evaluate(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
        ),
    )
    costs.push((await thread.spent()) - before)
  }
  return costs
}

/** What waiting for two pictures costs by itself. */
async function idle(page: Page, thread: MainThread): Promise<number> {
  const costs: number[] = []
  for (let round = 0; round < 20; round++) {
    const before = await thread.spent()
    await page.keyboard.press('Control')
    await page.evaluate(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
        ),
    )
    costs.push((await thread.spent()) - before)
  }
  return costs.toSorted((a, b) => a - b)[10] ?? 0
}

/** Types into a cell of the table, and into its filter. */
export async function typing(
  page: Page,
  thread: MainThread,
): Promise<{ readonly cell: Keystrokes; readonly filter: Keystrokes; readonly idle: number }> {
  await page.locator('[role="grid"][aria-label="Cues"] [role="row"][data-cue]').nth(3).click()
  await thread.rest()
  const cell = await pressed(page, thread, ['Enter', ...'The long way home to the harbour'])
  await page.keyboard.press('Enter')
  await thread.rest()
  const question = 'needle drops over 20 s not cleared title~harb'
  const filter = await pressed(page, thread, ['Control+f', ...question])
  await page.keyboard.press('Escape')
  return { cell: of(cell), filter: of(filter), idle: await idle(page, thread) }
}

function of(costs: readonly number[]): Keystrokes {
  return { p95: p95(costs), mean: costs.reduce((sum, cost) => sum + cost, 0) / costs.length }
}

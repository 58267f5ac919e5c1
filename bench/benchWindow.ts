import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { projectRoot } from '../scripts/projectRoot.ts'

/** The app in a folder of its own, with a film that its file dialog answers. */
export type BenchWindow = { readonly app: ElectronApplication; readonly page: Page }

/** Runs a measurement in a fresh window whose file dialog answers with a film, and closes it. */
export async function inBenchWindow<Measured>(
  film: string,
  measure: (window: BenchWindow) => Promise<Measured>,
): Promise<Measured> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'needledrop-bench-run-'))
  try {
    return await inWindowOf(folder, film, measure)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

/** The same, with what the app keeps in `folder`, which stays. */
export async function inWindowOf<Measured>(
  folder: string,
  film: string,
  measure: (window: BenchWindow) => Promise<Measured>,
): Promise<Measured> {
  const app = await _electron.launch({ args: ['.', `--user-data-dir=${folder}`], cwd: projectRoot })
  try {
    const page = await app.firstWindow()
    await page.getByRole('heading', { name: 'Needledrop' }).waitFor()
    // Where tsx compiles, functions are given their names by a function that a page does not have.
    await page.evaluate('globalThis.__name ??= (named) => named')
    await app.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
    }, film)
    return await measure({ app, page })
  } finally {
    await app.close()
  }
}

/** Opens the film and resolves when its picture is there, the timecode says that it has caught up, and its sound was read. */
export async function openFilm({ page }: BenchWindow): Promise<void> {
  await page.keyboard.press('Control+o')
  await page.waitForFunction(() => {
    const video = document.querySelector('video')
    const timecode = document.querySelector<HTMLElement>('[data-testid="timecode"]')
    return video && video.videoWidth > 0 && !video.seeking && timecode?.dataset.settled === 'true'
  })
  await page.waitForTimeout(1000)
  await page.waitForFunction(
    () => document.body.textContent?.includes('Reading the sound') !== true,
    undefined,
    { timeout: 120_000, polling: 500 },
  )
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

/** Root of the project, whose built app is driven. */
export const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** The app, running on a folder of its own. */
export type RunningApp = {
  readonly app: ElectronApplication
  readonly main: ChildProcess
  readonly page: Page
  /** Where it keeps settings, journals, peaks and logs. */
  readonly folder: string
  /** What the page reported as an error so far. */
  readonly faults: string[]
}

/** A new empty folder for one test. */
export function makeScratch(): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), 'needledrop-e2e-'))
}

/** Removes a scratch folder, also while a dying process still writes its last files there. */
export async function removeScratch(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

/** Starts the app on a folder; `words` are those after the app's own on the command line, `environment` replaces variables. */
export async function launch(
  folder: string,
  words: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningApp> {
  // Without a path to the executable, Playwright holds the app back until it hears everything that happens.
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${folder}`, ...words],
    cwd: projectRoot,
    env: { ...(process.env as Record<string, string>), ...environment },
    // A test has a shorter limit of its own; the torture starts the app hundreds of times, whatever else the machine does.
    timeout: 60_000,
  })
  const main = app.process()
  const page = await app.firstWindow()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.waitForLoadState('domcontentloaded')
  return { app, main, page, folder, faults }
}

/** The address of the page in each window; a window that is just being closed has none any more. */
export function windowAddresses({ app }: RunningApp): Promise<string[]> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => (window.isDestroyed() ? null : window.webContents))
      .flatMap((contents) => (contents && !contents.isDestroyed() ? [contents.getURL()] : [])),
  )
}

/** Closes the window as a user does, and waits for the app to end. */
export async function quit({ app, main }: RunningApp): Promise<void> {
  if (main.exitCode !== null || main.signalCode !== null) return
  const ended = once(main, 'exit')
  const asked = app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close()
  })
  // The app may be gone before it has answered.
  await Promise.all([asked.catch(() => {}), ended])
  await app.close()
}

/** Ends the main process at once, without a chance to put anything in order. */
export async function kill({ main }: RunningApp): Promise<void> {
  if (main.exitCode !== null || main.signalCode !== null) return
  const ended = once(main, 'exit')
  // Its own process group, so that nothing it started lives on.
  if (main.pid && process.platform !== 'win32') process.kill(-main.pid, 'SIGKILL')
  else main.kill('SIGKILL')
  await ended
}

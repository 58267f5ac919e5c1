import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { projectRoot } from './app.ts'
import { expect, test } from './cuttingRoom.ts'

/*
 * The packaged app has its doors shut: no inspector, no replacing of functions in its main process. It is driven through
 * Chromium's own remote debugging, and the system's save dialog by real key presses.
 */

const executable = path.join(projectRoot, 'dist/linux-unpacked/needledrop')

test.skip(process.platform !== 'linux', 'the packaged app is driven on Linux')

test.beforeAll(() => {
  test.setTimeout(120_000)
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/dist.ts'], { cwd: projectRoot, stdio: 'pipe' })
})

/** Starts the packaged app and connects to its window. */
async function open(home: string): Promise<{ main: ChildProcess; browser: Browser; page: Page }> {
  const switches = [
    '--no-sandbox',
    '--disable-gpu',
    '--remote-debugging-port=0',
    `--user-data-dir=${home}/data`,
  ]
  const main = spawn(executable, switches, { cwd: home, env: { ...process.env, HOME: home } })
  let said = ''
  const address = new Promise<string>((resolve) => {
    main.stderr?.on('data', (piece: Buffer) => {
      said += String(piece)
      const listening = /DevTools listening on (ws:\S+)/.exec(said)
      if (listening?.[1]) resolve(listening[1])
    })
  })
  // Connecting while the window is still being made can wait for ever.
  const list = new URL('/json/list', (await address).replace('ws:', 'http:'))
  await expect
    .poll(() => fetch(list).then((answer) => answer.text()))
    .toContain('app://needledrop/index.html')
  const browser = await chromium.connectOverCDP(await address)
  const [context] = browser.contexts()
  if (!context) throw new Error('the packaged app has no window')
  return { main, browser, page: context.pages()[0] ?? (await context.waitForEvent('page')) }
}

test('the packaged app starts, opens the demo and delivers it through the system’s own dialog', async ({
  scratch,
}) => {
  test.setTimeout(90_000)
  const { main, browser, page } = await open(scratch)
  try {
    await page.getByRole('button', { name: 'Open the demo' }).click()
    await expect(page.getByRole('option', { name: /Waltz for a Wet Umbrella/ })).toBeVisible()
    await page.keyboard.press('Control+e')
    await expect(page.getByRole('region', { name: 'Preview of the file' })).toContainText(
      'Carry the Lantern Home',
    )
    test.skip(spawnSync('xdotool', ['version']).status !== 0, 'xdotool is not installed')
    await page.keyboard.press('Control+Enter')
    await acceptSystemDialog()
    await expect(page.getByRole('status').filter({ hasText: 'Delivered 1 file' })).toBeVisible()
    const [sheet] = readdirSync(scratch).filter((name) => name.endsWith('.csv'))
    expect(readFileSync(path.join(scratch, sheet ?? ''), 'utf8')).toContain('1m03,,Waltz for a Wet Umbrella')
  } finally {
    await browser.close()
    if (main.exitCode === null) {
      main.kill('SIGKILL')
      await once(main, 'exit')
    }
  }
})

test('the packaged app carries the demo, and no default app', () => {
  const resources = path.join(path.dirname(executable), 'resources')
  expect(existsSync(path.join(resources, 'demo/lantern-street.needledrop'))).toBe(true)
  expect(existsSync(path.join(resources, 'default_app.asar'))).toBe(false)
})

/** Takes the folder that the system's dialog begins in, as soon as the dialog listens. */
async function acceptSystemDialog(): Promise<void> {
  const shown = () => {
    const search = ['search', '--onlyvisible', '--name', 'Deliver into a folder']
    return spawnSync('xdotool', search, { encoding: 'utf8' }).stdout.trim().split('\n').at(-1) ?? ''
  }
  await expect.poll(shown).not.toBe('')
  await expect
    .poll(() => {
      const dialog = shown()
      if (dialog !== '') spawnSync('xdotool', ['windowfocus', '--sync', dialog, 'key', 'Return'])
      return dialog
    })
    .toBe('')
}

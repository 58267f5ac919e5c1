import type { Page } from '@playwright/test'
import { windowAddresses } from './app.ts'
import { test } from './bait.ts'
import { type CuttingRoom, expect } from './cuttingRoom.ts'

/** Opens the picture's window by the way that is allowed, asking for more than that by the way. */
async function openPicture({ running, page }: CuttingRoom): Promise<Page> {
  const opened = running.app.waitForEvent('window')
  await page.evaluate(() => {
    const asked = 'nodeIntegration=yes,contextIsolation=no,sandbox=no,webSecurity=no,webviewTag=yes'
    window.open('app://needledrop/picture.html', 'picture', asked)
  })
  const picture = await opened
  await picture.waitForLoadState()
  return picture
}

test('the picture’s window has the options that keep its page apart, and no preload', async ({
  attacked,
}) => {
  await openPicture(attacked)
  const options = await attacked.running.app.evaluate(({ BrowserWindow }) => {
    type Preferences = Record<string, unknown>
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().includes('picture'),
    )
    const contents = window?.webContents as unknown as
      | { getLastWebPreferences: () => Preferences }
      | undefined
    return contents?.getLastWebPreferences()
  })
  expect(options).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  })
  expect(options?.preload ?? '').toBe('')
})

test('the picture’s page has neither bridge nor Node, and the same policy', async ({ attacked }) => {
  const picture = await openPicture(attacked)
  const reached = await picture.evaluate(() => {
    const names = [
      'needledrop',
      'require',
      'process',
      'module',
      'global',
      'Buffer',
      'ipcRenderer',
      'electron',
    ]
    return { found: names.filter((name) => name in window), scripts: document.scripts.length }
  })
  expect(reached).toEqual({ found: [], scripts: 0 })
  const policies = await attacked.page.evaluate(() =>
    Promise.all(
      ['index.html', 'picture.html'].map(async (file) => {
        const { headers } = await fetch(`app://needledrop/${file}`)
        return headers.get('content-security-policy')?.replace(/nonce-[^']+/, 'nonce')
      }),
    ),
  )
  expect(policies[0]).toContain("default-src 'none'")
  expect(policies[1]).toBe(policies[0])
  const offended = await picture.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))
        const script = document.createElement('script')
        script.textContent = 'window.caught = true'
        document.body.append(script)
      }),
  )
  expect(offended).toMatch(/^script-src/)
  expect(await picture.evaluate(() => 'caught' in window)).toBe(false)
})

test('the picture’s window goes nowhere and opens nothing, whoever asks', async ({ attacked, bait }) => {
  const picture = await openPicture(attacked)
  const address = await picture.evaluate((outside) => {
    const opened = ['about:blank', outside, 'app://needledrop/picture.html'].map((target) =>
      window.open(target, 'x'),
    )
    return opened.filter((window) => window !== null).length
  }, bait.address)
  expect(address).toBe(0)
  const targets = [`${bait.address}/`, 'app://needledrop/index.html', 'app://needledrop/picture.html?x']
  for (const target of targets) {
    await picture.evaluate((to) => {
      location.href = to
    }, target)
    await attacked.page.evaluate((to) => {
      window.open(to, 'picture')
    }, target)
  }
  const urls = await windowAddresses(attacked.running)
  expect(urls.sort()).toEqual(['app://needledrop/index.html', 'app://needledrop/picture.html'])
  expect(bait.visits).toEqual([])
})

test('the picture’s window is closed when its page is left for an empty one', async ({ attacked }) => {
  await openPicture(attacked)
  await attacked.page.evaluate(() => {
    window.open('about:blank', 'picture')
  })
  const count = () =>
    attacked.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  await expect.poll(count).toBe(1)
})

test('the picture’s page may not fill the screen by itself', async ({ attacked }) => {
  const opened = attacked.running.app.waitForEvent('window')
  await attacked.press('Control+Shift+F')
  const picture = await opened
  await picture.waitForLoadState()
  await attacked.running.app.evaluate(({ BrowserWindow }) => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    for (const window of BrowserWindow.getAllWindows()) {
      window.on('enter-html-full-screen', () => heard.push('page'))
      window.on('enter-full-screen', () => heard.push('window'))
      window.setFullScreen = () => heard.push('asked')
    }
  })
  await picture.mouse.click(50, 50)
  await picture.evaluate(() => {
    void document.documentElement.requestFullscreen().catch(() => {})
  })
  await picture.keyboard.press('f')
  const read = () => attacked.running.app.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
  await expect.poll(read, 'by the key, through the main process').toEqual(['asked'])
  expect(await picture.evaluate(() => document.fullscreenElement)).toBeNull()
})

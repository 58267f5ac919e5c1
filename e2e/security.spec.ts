import { CuttingRoom, expect, test } from './cuttingRoom.ts'
import { violations } from './policyViolations.ts'

test('the window has the options that keep its page apart', async ({ attacked }) => {
  const options = await attacked.running.app.evaluate(({ BrowserWindow }) => {
    type Preferences = Record<string, unknown>
    return BrowserWindow.getAllWindows().map((window) =>
      (window.webContents as unknown as { getLastWebPreferences: () => Preferences }).getLastWebPreferences(),
    )
  })
  expect(options).toHaveLength(1)
  expect(options[0]).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  })
})

test('page scripts do not reach Node', async ({ attacked }) => {
  const reached = await attacked.page.evaluate(async () => {
    const names = [
      'require',
      'process',
      'module',
      'exports',
      'global',
      'Buffer',
      '__dirname',
      'ipcRenderer',
      'electron',
    ]
    const found = names.filter((name) => name in window)
    for (const name of ['node:fs', 'fs', 'electron', 'file:///etc/passwd']) {
      const module = await import(/* @vite-ignore */ name).catch(() => null)
      if (module) found.push(`import ${name}`)
    }
    return found
  })
  expect(reached).toEqual([])
})

test('the bridge leads nowhere but to the bridge', async ({ attacked }) => {
  const reached = await attacked.page.evaluate(() => {
    const { needledrop } = window as unknown as { needledrop: Record<string, object> }
    const makers = [needledrop, ...Object.values(needledrop)].map((value) => value.constructor.constructor)
    const escapes = makers.filter((make) => {
      try {
        return make('return typeof process')() !== 'undefined'
      } catch {
        return false
      }
    })
    return {
      names: Object.keys(needledrop).sort(),
      isFrozen: Object.isFrozen(needledrop),
      escapes: escapes.length,
    }
  })
  expect(reached).toEqual({ names: ['acceptDroppedFile', 'invoke', 'subscribe'], isFrozen: true, escapes: 0 })
})

test('an event brings its payload to the page and nothing else', async ({ attacked }) => {
  const heard = attacked.page.evaluate(
    () =>
      new Promise<unknown[]>((resolve) => {
        const { needledrop } = window as unknown as {
          needledrop: { subscribe: (name: string, heard: (...words: unknown[]) => void) => void }
        }
        needledrop.subscribe('test:event', (...words) => resolve(words.map((word) => JSON.stringify(word))))
        document.title = 'listening'
      }),
  )
  await expect.poll(() => attacked.page.title()).toBe('listening')
  await attacked.running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('needledrop:test:event', { command: 'x' }, 'surplus')
  })
  expect(await heard).toEqual(['{"command":"x"}'])
})

test('text never becomes script', async ({ attacked }) => {
  const refused = await violations(attacked, 7, () => {
    const caught = 'window.caught = true'
    const attempt = (run: () => void) => {
      try {
        run()
      } catch {
        // The refusal is reported as a violation.
      }
    }
    // Away from the debugger's own call, in which eval would be let through.
    setTimeout(() => {
      // biome-ignore lint/security/noGlobalEval: it has to be refused
      attempt(() => eval(caught))
      attempt(() => new Function(caught)())
      attempt(() => {
        const script = document.createElement('script')
        script.textContent = caught
        document.body.append(script)
      })
      attempt(() => {
        const image = document.createElement('img')
        image.setAttribute('onerror', caught)
        image.src = 'data:,'
        document.body.append(image)
      })
      attempt(() => {
        const script = document.createElement('script')
        script.src = URL.createObjectURL(new Blob([caught]))
        document.body.append(script)
      })
      attempt(() => {
        const link = document.createElement('a')
        link.href = `javascript:${caught}`
        document.body.append(link)
        link.click()
      })
      attempt(() => {
        const style = document.createElement('style')
        style.textContent = 'body { visibility: hidden }'
        document.body.append(style)
      })
    }, 0)
  })
  expect(refused.map((directive) => directive.replace(/-(elem|attr)$/, ''))).toEqual([
    ...Array<string>(6).fill('script-src'),
    'style-src',
  ])
  expect(await attacked.page.evaluate(() => 'caught' in window)).toBe(false)
  await expect(attacked.page.locator('body')).toBeVisible()
})

test('every permission is refused', async ({ scratch }) => {
  const room = await CuttingRoom.open(`${scratch}/app`, ['--use-fake-device-for-media-stream'])
  const answers = await room.page.evaluate(async () => {
    const name = (error: unknown) => (error instanceof Error ? error.name : String(error))
    const refusal = (asked: Promise<unknown>) => asked.then(() => 'granted', name)
    const state = (asked: string) =>
      navigator.permissions.query({ name: asked as PermissionName }).then(({ state }) => state, name)
    return {
      notification: await Notification.requestPermission(),
      microphone: await refusal(navigator.mediaDevices.getUserMedia({ audio: true })),
      camera: await refusal(navigator.mediaDevices.getUserMedia({ video: true })),
      clipboard: await refusal(navigator.clipboard.readText()),
      midi: await refusal(navigator.requestMIDIAccess({ sysex: true })),
      location: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          ({ code }) => resolve(code),
        ),
      ),
      states: await Promise.all(['geolocation', 'camera', 'microphone', 'notifications', 'midi'].map(state)),
    }
  })
  expect(answers).toMatchObject({
    notification: 'denied',
    microphone: 'NotAllowedError',
    camera: 'NotAllowedError',
    clipboard: 'NotAllowedError',
    location: 1,
    states: ['denied', 'denied', 'denied', 'denied', 'denied'],
  })
  expect(answers.midi).not.toBe('granted')
  await room.close()
})

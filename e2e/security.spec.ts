import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CuttingRoom, expect, test as roomTest } from './cuttingRoom.ts'

/** A server on this machine that counts who comes; nobody should. */
type Bait = { readonly address: string; readonly port: number; readonly visits: string[] }

const test = roomTest.extend<{ bait: Bait }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed
  bait: async ({}, use) => {
    const visits: string[] = []
    const web = createServer((request, response) => {
      visits.push(`${request.method} ${request.url}`)
      response.setHeader('access-control-allow-origin', '*')
      response.end('caught')
    })
    web.on('connection', () => visits.push('connection'))
    await once(web.listen(0, '127.0.0.1'), 'listening')
    const { port } = web.address() as AddressInfo
    const datagrams = createSocket('udp4', () => visits.push('datagram')).bind(port, '127.0.0.1')
    await once(datagrams, 'listening')
    await use({ address: `http://127.0.0.1:${port}`, port, visits })
    web.closeAllConnections()
    await new Promise((done) => web.close(done))
    await new Promise((done) => datagrams.close(() => done(null)))
  },
})

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

test('no window opens, by script or by link', async ({ attacked, bait }) => {
  const opened = await attacked.page.evaluate((address) => {
    const results = [address, 'about:blank', '', 'app://needledrop/index.html', 'file:///etc/passwd'].map(
      (target) => window.open(target) === null,
    )
    const link = document.createElement('a')
    link.href = address
    link.target = '_blank'
    document.body.append(link)
    link.click()
    return results
  }, bait.address)
  expect(opened).toEqual([true, true, true, true, true])
  expect(await windowCount(attacked)).toBe(1)
  expect(bait.visits).toEqual([])
})

const departures = {
  'location.href': (address: string) => {
    location.href = address
  },
  'location.replace': (address: string) => location.replace(address),
  'a link': (address: string) => {
    const link = document.createElement('a')
    link.href = address
    document.body.append(link)
    link.click()
  },
  'the top frame of a frame': (address: string) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const script = () => {
      if (frame.contentWindow?.top) frame.contentWindow.top.location.href = address
    }
    script()
  },
}

for (const [name, leave] of Object.entries(departures)) {
  test(`the page stays where it is: ${name}`, async ({ attacked, bait }) => {
    for (const target of [`${bait.address}/`, 'app://elsewhere/index.html']) {
      const refused = attacked.running.app.evaluate(
        ({ BrowserWindow }) =>
          new Promise<boolean>((resolve) => {
            const contents = BrowserWindow.getAllWindows()[0]?.webContents
            contents?.once('will-navigate', (event) => resolve(event.defaultPrevented))
          }),
      )
      await attacked.page.evaluate(leave, target)
      expect(await refused).toBe(true)
    }
    // Read by script, since a locator would wait for the refused navigation.
    const page = await attacked.page.evaluate(() => [
      location.href,
      document.querySelector('h1')?.textContent,
    ])
    expect(page).toEqual(['app://needledrop/index.html', 'Needledrop'])
    expect(bait.visits).toEqual([])
  })
}

test('frames and embedded pages are refused', async ({ attacked, bait }) => {
  const refused = await violations(
    attacked,
    6,
    (address) => {
      const embed = (tag: string, attribute: string, target: string) => {
        const element = document.createElement(tag)
        element.setAttribute(attribute, target)
        document.body.append(element)
      }
      embed('iframe', 'src', `${address}/frame`)
      embed('iframe', 'src', 'app://needledrop/index.html')
      embed('iframe', 'src', 'data:text/html,<script>parent.caught=1</script>')
      embed('object', 'data', `${address}/object`)
      embed('embed', 'src', `${address}/embed`)
      embed('base', 'href', `${address}/`)
      embed('webview', 'src', `${address}/webview`)
    },
    bait.address,
  )
  expect(refused).toEqual(['base-uri', 'frame-src', 'frame-src', 'frame-src', 'object-src', 'object-src'])
  const contents = await attacked.running.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => each.getType()),
  )
  expect(contents.filter((type) => type !== 'window')).toEqual([])
  expect(bait.visits).toEqual([])
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

test('nothing reaches the network', async ({ attacked, bait }) => {
  const outcome = await attacked.page.evaluate(async ({ address, port }) => {
    const image = new Image()
    image.src = `${address}/image`
    navigator.sendBeacon(`${address}/beacon`, 'x')
    for (const rel of ['stylesheet', 'prefetch', 'preload', 'preconnect', 'modulepreload']) {
      const link = document.createElement('link')
      Object.assign(link, { rel, href: `${address}/${rel}`, as: 'script' })
      document.head.append(link)
    }
    const failed = (socket: EventTarget) =>
      new Promise<string>((resolve) => {
        socket.addEventListener('error', () => resolve('error'))
        socket.addEventListener('open', () => resolve('open'))
      })
    const socket = () => {
      try {
        return failed(new WebSocket(`ws://127.0.0.1:${port}/`))
      } catch {
        return 'error'
      }
    }
    const call = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:127.0.0.1:${port}` },
        {
          urls: [`turn:127.0.0.1:${port}?transport=udp`, `turn:127.0.0.1:${port}?transport=tcp`],
          username: 'u',
          credential: 'c',
        },
      ],
    })
    call.createDataChannel('x')
    await call.setLocalDescription(await call.createOffer())
    const gathered = new Promise<string>((resolve) => {
      const look = () => call.iceGatheringState === 'complete' && resolve('complete')
      call.addEventListener('icegatheringstatechange', look)
      look()
    })
    return Promise.all([
      fetch(`${address}/fetch`).then(
        () => 'open',
        () => 'error',
      ),
      fetch('file:///etc/passwd').then(
        () => 'open',
        () => 'error',
      ),
      socket(),
      failed(new EventSource(`${address}/events`)),
      gathered,
    ])
  }, bait)
  expect(outcome).toEqual(['error', 'error', 'error', 'error', 'complete'])
  expect(bait.visits).toEqual([])
})

test('nothing is downloaded', async ({ attacked }) => {
  const refused = attacked.running.app.evaluate(
    ({ session }) =>
      new Promise<boolean>((resolve) => {
        session.defaultSession.once('will-download', (event) => resolve(event.defaultPrevented))
      }),
  )
  await attacked.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'x.txt'
    document.body.append(link)
    link.click()
  })
  expect(await refused).toBe(true)
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

function windowCount({ running }: CuttingRoom): Promise<number> {
  return running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
}

/** The directives that an attempt in the page offends, once there are so many, in alphabetical order. */
async function violations<Word>(
  { page }: CuttingRoom,
  count: number,
  attempt: (word: Word) => void,
  word?: Word,
): Promise<readonly string[]> {
  await page.evaluate(() => {
    const offended: string[] = []
    Object.assign(window, { offended })
    document.addEventListener('securitypolicyviolation', (event) => offended.push(event.effectiveDirective))
  })
  await page.evaluate(attempt as (word: unknown) => void, word)
  const read = () => page.evaluate(() => [...(window as unknown as { offended: string[] }).offended].sort())
  await expect.poll(async () => (await read()).length).toBeGreaterThanOrEqual(count)
  return read()
}

import { test } from './bait.ts'
import { type CuttingRoom, expect } from './cuttingRoom.ts'
import { violations } from './policyViolations.ts'

test('no window opens but the picture’s, by script or by link', async ({ attacked, bait }) => {
  const opened = await attacked.page.evaluate((address) => {
    const targets = [address, 'about:blank', '', 'app://needledrop/index.html', 'file:///etc/passwd']
    const results = targets.map((target) => window.open(target) === null)
    for (const [target, name] of [
      ['app://needledrop/picture.html', 'other'],
      ['app://needledrop/picture.html', '_blank'],
      ['app://needledrop/picture.html?x', 'picture'],
      ['app://needledrop/picture.html#x', 'picture'],
      ['app://needledrop/index.html', 'picture'],
      ['app://elsewhere/picture.html', 'picture'],
      [`${address}/picture.html`, 'picture'],
    ]) {
      results.push(window.open(target, name, 'nodeIntegration=yes,contextIsolation=no') === null)
    }
    const link = document.createElement('a')
    link.href = address
    link.target = '_blank'
    document.body.append(link)
    link.click()
    return results
  }, bait.address)
  expect(opened).toEqual(Array(12).fill(true))
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

function windowCount({ running }: CuttingRoom): Promise<number> {
  return running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
}

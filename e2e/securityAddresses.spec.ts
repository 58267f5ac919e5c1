import { readdir } from 'node:fs/promises'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { filmPath } from './films.ts'

/** The status of an address that the page asks for, or `refused`. */
function statusOf(
  { page }: CuttingRoom,
  address: string,
  options: RequestInit = {},
): Promise<number | 'refused'> {
  return page.evaluate(
    ([target, init]) =>
      fetch(target, init).then(
        ({ status }) => status,
        () => 'refused' as const,
      ),
    [address, options] as const,
  )
}

/** The same, asked for by the main process, whom no page policy holds back. */
function statusFromMain({ running }: CuttingRoom, address: string): Promise<number | 'refused'> {
  return running.app.evaluate(
    ({ session }, target) =>
      session.defaultSession.fetch(target).then(
        ({ status }) => status,
        () => 'refused' as const,
      ),
    address,
  )
}

async function filmAddress({ page }: CuttingRoom): Promise<string> {
  return page.evaluate(() => document.querySelector('video')?.src ?? '')
}

const outside = [
  'app://needledrop/../main/main.js',
  'app://needledrop/../../package.json',
  'app://needledrop/%2e%2e/main/main.js',
  'app://needledrop/..%2fmain%2fmain.js',
  'app://needledrop/%2e%2e%2fmain%2fmain.js',
  'app://needledrop/assets/..%2f..%2fmain/main.js',
  'app://needledrop/..%5cmain%5cmain.js',
  'app://needledrop/..\\main\\main.js',
  'app://needledrop//etc/passwd',
  'app://needledrop/%2fetc%2fpasswd',
  'app://needledrop/index.html%00.js',
  'app://needledrop/%',
  'app://elsewhere/index.html',
  'app://needledrop.elsewhere/index.html',
]

test('an address of the page leads nowhere outside its folder', async ({ attacked: room }) => {
  for (const address of outside) {
    expect([404, 'refused'], address).toContain(await statusOf(room, address))
    expect([404, 'refused'], address).toContain(await statusFromMain(room, address))
  }
  expect(await statusOf(room, 'app://needledrop/index.html')).toBe(200)
  expect(await statusFromMain(room, 'app://needledrop/index.html')).toBe(200)
  expect(await statusOf(room, 'app://needledrop/index.html', { method: 'POST' })).toBe(404)
})

test('only the address of a film that was opened is served', async ({ attacked: room }) => {
  await room.openFilm(filmPath('drop-2997.mp4'))
  const served = await filmAddress(room)
  expect(served).toMatch(/^media:\/\/film\/[0-9a-f]{32}$/)
  const token = served.slice(-32)
  expect(await statusOf(room, served, { method: 'HEAD' })).toBe(200)
  const other = token.replace(/./, (digit) => (digit === '0' ? '1' : '0'))
  const strangers = [
    `media://film/${'0'.repeat(32)}`,
    `media://film/${other}`,
    `media://film/${token}0`,
    `media://film/${token}/..`,
    `media://film/${token}/../../etc/passwd`,
    `media://film/${token}%2f..%2f..%2fetc%2fpasswd`,
    `media://film/%2e%2e/${token}x`,
    `media://film/${encodeURIComponent(filmPath('drop-2997.mp4'))}`,
    `media://film${filmPath('drop-2997.mp4')}`,
    'media://film/etc/passwd',
    'media://film/..%2f..%2f..%2fetc%2fpasswd',
    'media://film/',
    `media://other/${token}`,
    `media://peaks/${token}`,
    `media://films/${token}`,
    'file:///etc/passwd',
  ]
  for (const address of strangers) {
    expect([404, 'refused'], address).toContain(await statusOf(room, address))
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    expect([405, 'refused'], method).toContain(await statusOf(room, served, { method }))
  }
})

test('a film is served in the ranges asked for', async ({ attacked: room }) => {
  await room.openFilm(filmPath('drop-2997.mp4'))
  const served = await filmAddress(room)
  const answers = await room.page.evaluate(async (address) => {
    const read = async (range: string) => {
      const response = await fetch(address, { headers: { range } })
      const { length } = new Uint8Array(await response.arrayBuffer())
      return [response.status, length, response.headers.get('content-range')?.replace(/\/\d+$/, '') ?? null]
    }
    const whole = await fetch(address).then((response) => response.arrayBuffer())
    const { byteLength } = whole
    return {
      byteLength,
      read: [
        await read('bytes=0-0'),
        await read('bytes=10-19'),
        await read('bytes=-5'),
        await read(`bytes=${byteLength}-`),
      ],
    }
  }, served)
  const { byteLength, read } = answers
  expect(read).toEqual([
    [206, 1, 'bytes 0-0'],
    [206, 10, 'bytes 10-19'],
    [206, 5, `bytes ${byteLength - 5}-${byteLength - 1}`],
    [416, 0, 'bytes *'],
  ])
})

test('peaks are kept only under the key of a film that was opened', async ({ attacked: room, scratch }) => {
  const keys = [
    '0'.repeat(40),
    'f'.repeat(64),
    '..%2f..%2fsettings',
    'settings.json',
    '0'.repeat(39),
    'A'.repeat(40),
  ]
  for (const key of keys) {
    const address = `media://peaks/${key}`
    expect([403, 404, 'refused'], key).toContain(await statusOf(room, address, { method: 'PUT', body: 'x' }))
    expect([404, 'refused'], key).toContain(await statusOf(room, address))
    expect([405, 404, 'refused'], key).toContain(await statusOf(room, address, { method: 'DELETE' }))
  }
  const files = await readdir(`${scratch}/app`, { recursive: true })
  expect(files.filter((file) => file.includes('peaks/'))).toEqual([])
})

test('a film stays closed to the page after another run', async ({ attacked: room }) => {
  await room.openFilm(filmPath('drop-2997.mp4'))
  const served = await filmAddress(room)
  await room.restart()
  expect(await statusOf(room, served)).toBe(404)
})

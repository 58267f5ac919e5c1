import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { projectRoot } from './app.ts'
import { type CuttingRoom, expect, test } from './cuttingRoom.ts'
import { filmPath } from './films.ts'

const preload = path.join(projectRoot, 'out', 'preload', 'preload.cjs')

/** What a request answers, or the message with which it fails. */
type Answer =
  | { readonly ok: boolean; readonly value?: unknown; readonly problem?: { readonly message: string } }
  | string

function ask({ page }: CuttingRoom, channel: string, input: unknown): Promise<Answer> {
  return page.evaluate(
    ([name, words]) => {
      type Invoke = (name: string, input: unknown) => Promise<Answer>
      const { needledrop } = window as unknown as { needledrop: { invoke: Invoke } }
      return needledrop.invoke(name, words).catch((error: Error) => error.message)
    },
    [channel, input] as const,
  )
}

/** The names of all requests that the main process answers. */
function requestNames({ running }: CuttingRoom): Promise<readonly string[]> {
  return running.app.evaluate(({ ipcMain }) => {
    const { _invokeHandlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> }
    return [..._invokeHandlers.keys()]
      .filter((name) => name.startsWith('needledrop:'))
      .map((name) => name.slice(11))
  })
}

function problemOf(answer: Answer): string | undefined {
  return typeof answer === 'string' ? answer : answer.problem?.message
}

test('a channel that is not in the contract is answered by nobody', async ({ attacked: room }) => {
  const names = [
    'no:such',
    '',
    '__proto__',
    'constructor',
    'toString',
    'preload:dropped-file',
    '../preload:dropped-file',
  ]
  for (const name of names) {
    expect(await ask(room, name, {}), name).toContain('No handler registered')
  }
})

test('every request refuses what is malformed, as a Problem, and the app goes on', async ({
  attacked: room,
}) => {
  const names = await requestNames(room)
  expect(names.length).toBeGreaterThan(10)
  const malformed = [
    null,
    7,
    'text',
    [],
    [{}],
    true,
    { surplus: 1 },
    { path: 1, id: 2 },
    { path: null, id: null, purpose: 'x' },
  ]
  for (const name of names) {
    for (const input of malformed) {
      expect(problemOf(await ask(room, name, input)), `${name} ${JSON.stringify(input)}`).toMatch(/malformed/)
    }
  }
  expect(await ask(room, 'app:start', {})).toMatchObject({ ok: true })
})

const oversized: readonly (readonly [string, string, unknown])[] = [
  ['a path without end', 'production:open', { path: 'x'.repeat(5000) }],
  ['a file name without end', 'artifact:write', { name: 'x'.repeat(201), text: '', byteOrderMark: false }],
  ['an id that is a path', 'production:recover', { id: '../../../etc' }],
  ['an id that is empty', 'production:discard', { id: '' }],
  ['a sequence below zero', 'journal:append', { id: 'a', sequence: -1, kind: 'edit', label: '', change: [] }],
  [
    'a sequence with a fraction',
    'journal:append',
    { id: 'a', sequence: 1.5, kind: 'edit', label: '', change: [] },
  ],
  [
    'another kind of change',
    'journal:append',
    { id: 'a', sequence: 1, kind: 'erase', label: '', change: [] },
  ],
  ['a version that is a path', 'versions:read', { key: '../../journals/x.needledrop' }],
  ['an unknown theme', 'settings:set', { theme: 'pink' }],
  ['an unknown setting', 'settings:set', { allowAll: true }],
  ['an unknown purpose', 'file:choose', { purpose: 'everything' }],
]

test('values beyond what the contract allows are refused as malformed', async ({ attacked: room }) => {
  for (const [title, name, input] of oversized) {
    expect(problemOf(await ask(room, name, input)), title).toMatch(/malformed/)
  }
})

test('a text of a hundred million characters is refused and does no harm', async ({ attacked: room }) => {
  const answer = await room.page.evaluate(() => {
    type Invoke = (name: string, input: unknown) => Promise<Answer>
    const { needledrop } = window as unknown as { needledrop: { invoke: Invoke } }
    return needledrop.invoke('artifact:write', {
      name: 'x.csv',
      text: 'x'.repeat(100_000_000),
      byteOrderMark: false,
    })
  })
  expect(problemOf(answer)).toMatch(/malformed/)
  expect(await ask(room, 'app:start', {})).toMatchObject({ ok: true })
})

test('well-formed requests about nothing that is open are Problems', async ({ attacked: room }) => {
  const entry = { id: 'nobody', sequence: 1, kind: 'edit', label: 'x', change: [] }
  const answers = [
    await ask(room, 'journal:append', entry),
    await ask(room, 'production:recover', { id: 'nobody' }),
    await ask(room, 'production:discard', { id: 'nobody' }),
    await ask(room, 'production:create', { document: { reels: 7 } }),
    await ask(room, 'production:create', { document: {} }),
  ]
  for (const answer of answers) expect(answer).toMatchObject({ ok: false })
  expect(await ask(room, 'production:close', { id: 'nobody' })).toMatchObject({ ok: true })
})

test('a file that the user did not choose is not opened, whatever asks for it', async ({
  attacked: room,
  scratch,
}) => {
  const secret = `${scratch}/secret.needledrop`
  await writeFile(secret, '{}')
  const film = filmPath('drop-2997.mp4')
  for (const [name, path] of [
    ['production:open', secret],
    ['import:read', secret],
    ['versions:list', secret],
    ['media:open', film],
    ['media:open', '/etc/passwd'],
    ['production:open', `${scratch}/../${scratch}/secret.needledrop`],
  ] as const) {
    expect(problemOf(await ask(room, name, { path })), `${name} ${path}`).toMatch(/not chosen by the user/)
  }
})

test('the page cannot let itself have a file by naming it elsewhere', async ({ attacked: room, scratch }) => {
  const film = filmPath('drop-2997.mp4')
  await room.openFilm(filmPath('leader-24.mp4'))
  const refused = async (what: string) =>
    expect(problemOf(await ask(room, 'media:open', { path: film })), what).toMatch(/not chosen by the user/)

  const recent = { path: film, title: 'x', openedAt: new Date(0).toISOString() }
  await ask(room, 'settings:set', { recents: [recent] })
  await refused('recents')

  await room.saveAs(`${scratch}/work.needledrop`)
  const opened = (await ask(room, 'production:open', { path: `${scratch}/work.needledrop` })) as {
    value: OpenedValue
  }
  const saved = unpacked(opened.value.document)
  const document = withMedia(saved, film)
  await ask(room, 'production:create', { document })
  await refused('a new production')

  const { id, lastSequence } = opened.value
  const [before] = Object.values(saved.reels)
  const [after] = Object.values(document.reels)
  const change = [{ table: 'reels', id: before?.id, before, after }]
  await ask(room, 'journal:append', { id, sequence: lastSequence + 1, kind: 'edit', label: 'x', change })
  await ask(room, 'production:close', { id })
  await ask(room, 'production:open', { path: `${scratch}/work.needledrop` })
  await refused('a journal')

  await ask(room, 'production:save', { id, document: packed(document), lastSequence, as: false })
  await ask(room, 'production:open', { path: `${scratch}/work.needledrop` })
  await refused('a saved production')
  await room.restart('kill')
  await refused('recents of a new run')
})

test('a file is dropped by the user and not by a script', async ({ attacked: room }) => {
  const given = await room.page.evaluate(async () => {
    type Accept = (file: unknown) => Promise<string>
    const { needledrop } = window as unknown as { needledrop: { acceptDroppedFile: Accept } }
    const attempts = [new File(['x'], '/etc/passwd'), { path: '/etc/passwd' }, '/etc/passwd', null, undefined]
    return Promise.all(
      attempts.map((attempt) => needledrop.acceptDroppedFile(attempt).catch(() => 'refused')),
    )
  })
  expect(given).toEqual(['', 'refused', 'refused', 'refused', 'refused'])
  expect(problemOf(await ask(room, 'production:open', { path: '/etc/passwd' }))).toMatch(
    /not chosen by the user/,
  )
})

const strangers = [
  'about:blank',
  'data:text/html,<title>foreign</title>',
  'app://needledrop/picture.html',
  'app://needledrop/picture.html?app://needledrop/index.html',
]

for (const address of strangers) {
  test(`a page at ${address} is not answered, even with our preload`, async ({ attacked }) => {
    const answers = await attacked.running.app.evaluate(
      async ({ BrowserWindow }, { target, preload }) => {
        const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
        await foreign.loadURL(target)
        const asked = ['app:start', 'settings:set', 'window:close'].map((name) =>
          foreign.webContents.executeJavaScript(`needledrop.invoke('${name}', {})`),
        )
        const answered = await Promise.all(asked)
        foreign.destroy()
        return answered as Answer[]
      },
      { target: address, preload },
    )
    for (const answer of answers) expect(problemOf(answer)).toBe('This request was refused.')
  })
}

for (const address of ['data:text/html,x', 'app://needledrop/index.html']) {
  test(`a frame at ${address} inside our page is not answered`, async ({ attacked }) => {
    const { url, answered } = await attacked.running.app.evaluate(
      async ({ BrowserWindow, session }, { target, preload }) => {
        // Without the page's policy, which would not let the frame be made.
        session.defaultSession.webRequest.onHeadersReceived(({ responseHeaders }, answer) => {
          const kept = Object.entries(responseHeaders ?? {}).filter(
            ([name]) => !/content-security/i.test(name),
          )
          answer({ responseHeaders: Object.fromEntries(kept) })
        })
        const webPreferences = { preload, sandbox: true, nodeIntegrationInSubFrames: true }
        const outer = new BrowserWindow({ show: false, webPreferences })
        await outer.loadURL('app://needledrop/index.html')
        await outer.webContents.executeJavaScript(
          `new Promise((done) => {
            const frame = document.createElement('iframe')
            frame.onload = () => done(null)
            frame.src = ${JSON.stringify(target)}
            document.body.append(frame)
          })`,
        )
        const [inner] = outer.webContents.mainFrame.frames
        const asked = inner?.executeJavaScript(`needledrop.invoke('app:start', {})`)
        const result = { url: inner?.url, answered: (await asked) as Answer }
        outer.destroy()
        return result
      },
      { target: address, preload },
    )
    expect(url).toBe(address)
    expect(problemOf(answered)).toBe('This request was refused.')
  })
}

type OpenedValue = {
  readonly id: string
  readonly lastSequence: number
  /** The document in texts, each with some records of one table. */
  readonly document: readonly string[]
}

type NamedReel = { readonly id: string; readonly media: object | null }

type ReelsDocument = { readonly reels: Readonly<Record<string, NamedReel>> }

function unpacked(texts: readonly string[]): ReelsDocument {
  const tables: Record<string, unknown> = {
    ...{ segments: {}, cues: {}, works: {}, recordings: {}, parties: {}, licences: {}, notes: {} },
  }
  const reels: Record<string, NamedReel> = {}
  for (const text of texts) {
    const [table, content] = JSON.parse(text) as [string, unknown]
    if (table === 'reels') for (const reel of content as NamedReel[]) reels[reel.id] = reel
    if (table === 'production') tables.production = content
  }
  return { ...tables, reels }
}

function packed(document: ReelsDocument): readonly string[] {
  return Object.entries(document).map(([table, records]) =>
    JSON.stringify([table, table === 'production' ? records : Object.values(records)]),
  )
}

/** The document with another film on every reel. */
function withMedia(document: ReelsDocument, path: string): ReelsDocument {
  const reels = Object.entries(document.reels).map(([id, reel]) => [
    id,
    { ...reel, media: { ...reel.media, path } },
  ])
  return { ...document, reels: Object.fromEntries(reels) }
}

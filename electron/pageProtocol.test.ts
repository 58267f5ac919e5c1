import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Session } from 'electron'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { contentPolicy, pageFile, servePage, workerPolicy } from './pageProtocol.ts'

// Outside its runtime the package is a path; nothing of it is used here.
vi.mock('electron', () => ({ protocol: {} }))

const root = path.resolve('/app/out/renderer')

describe('pageFile', () => {
  test('an address of the page is a file of its folder', () => {
    expect(pageFile(root, 'app://needledrop/')).toBe(path.join(root, 'index.html'))
    expect(pageFile(root, 'app://needledrop/assets/a%20b.js')).toBe(path.join(root, 'assets', 'a b.js'))
    expect(pageFile(root, 'app://needledrop/index.html?query#hash')).toBe(path.join(root, 'index.html'))
  })

  test('an address that tries to leave the folder stays in it or is none', () => {
    for (const address of [
      'app://needledrop/../main/main.js',
      'app://needledrop/%2e%2e/main/main.js',
      'app://needledrop/assets/../../main/main.js',
    ]) {
      expect(pageFile(root, address)?.startsWith(root + path.sep) ?? true, address).toBe(true)
    }
    for (const address of [
      'app://needledrop/..%2fmain%2fmain.js',
      'app://needledrop/%2e%2e%2fmain%2fmain.js',
      'app://needledrop/assets/..%2f..%2fmain.js',
      'app://needledrop/..%5cmain.js',
      'app://needledrop/..\\main.js',
      'app://needledrop/index.html%00.js',
      'app://needledrop/%',
      'app://needledrop/%ff.js',
    ]) {
      expect(pageFile(root, address), address).toBeNull()
    }
  })

  test('other schemes, hosts and kinds of file are none', () => {
    for (const address of [
      'file:///etc/passwd',
      'https://needledrop/index.html',
      'media://needledrop/index.html',
      'app://elsewhere/index.html',
      'app://needledrop.elsewhere/index.html',
      'app://user@elsewhere/index.html',
      'app://needledrop/secrets.json',
      'app://needledrop/notes.txt',
      'app://needledrop/assets/',
      'no address',
      '',
    ]) {
      expect(pageFile(root, address), address).toBeNull()
    }
  })

  test('a folder whose name begins like the page folder is outside', () => {
    expect(pageFile(root, 'app://needledrop/../renderer-other/index.html')).toBe(
      path.join(root, 'renderer-other', 'index.html'),
    )
  })
})

test('the policy lets in nothing from outside and no text as script', () => {
  const policy = contentPolicy('abc')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("style-src 'self' 'nonce-abc'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})

test('the policy of workers adds WebAssembly and workers out of their own text, and no text as script', () => {
  expect(workerPolicy).toContain("default-src 'none'")
  expect(workerPolicy).toContain("script-src 'self' 'wasm-unsafe-eval'")
  expect(workerPolicy).not.toMatch(/unsafe-(eval|inline|hashes) |'unsafe-eval'|'unsafe-inline'|https?:|\*/)
})

describe('servePage', () => {
  let folder = ''
  let answer: (address: string, method?: string) => Promise<Response>
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'needledrop-page-'))
    await mkdir(path.join(folder, 'page'))
    await writeFile(
      path.join(folder, 'page', 'index.html'),
      '<meta content="%NONCE%"><style nonce="%NONCE%">',
    )
    await writeFile(path.join(folder, 'page', 'main.js'), 'const text = "%NONCE%"')
    await mkdir(path.join(folder, 'page', 'assets'))
    for (const name of ['soundWorker-B2_x-9.js', 'index-B2x.js', 'soundWorker-B2x.html']) {
      await writeFile(path.join(folder, 'page', 'assets', name), '')
    }
    await writeFile(path.join(folder, 'outside.js'), 'secret')
    const handle = (_scheme: string, serve: (request: Request) => Promise<Response>) => {
      answer = (address, method = 'GET') => serve({ url: address, method } as Request)
    }
    servePage({ protocol: { handle } } as unknown as Session, path.join(folder, 'page'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('each load of the page has a nonce of its own, in the policy and in the page', async () => {
    const nonces = new Set<string>()
    for (let load = 0; load < 3; load++) {
      const response = await answer('app://needledrop/index.html')
      const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? ''
      expect(await response.text()).toBe(`<meta content="${nonce}"><style nonce="${nonce}">`)
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  test('only the scripts of workers have the policy that allows WebAssembly', async () => {
    const policyOf = async (name: string) =>
      (await answer(`app://needledrop/${name}`)).headers.get('content-security-policy') ?? ''
    expect(await policyOf('assets/soundWorker-B2_x-9.js')).toBe(workerPolicy)
    for (const name of ['index.html', 'main.js', 'assets/index-B2x.js', 'assets/soundWorker-B2x.html']) {
      expect(await policyOf(name), name).not.toContain('wasm')
    }
  })

  test('other files go out as they are, with their type and no guessing about it', async () => {
    const response = await answer('app://needledrop/main.js')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toBe('const text = "%NONCE%"')
  })

  test('what is missing, outside, or asked for in another way is not found', async () => {
    for (const [address, method] of [
      ['app://needledrop/gone.js', 'GET'],
      ['app://needledrop/..%2foutside.js', 'GET'],
      ['app://needledrop/main.js', 'POST'],
      ['app://needledrop/main.js', 'PUT'],
    ] as const) {
      expect((await answer(address, method)).status, `${method} ${address}`).toBe(404)
    }
  })
})

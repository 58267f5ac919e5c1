import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Session } from 'electron'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { serveMedia } from './mediaProtocol.ts'
import { OpenFilms } from './openFilms.ts'
import { PeaksCache } from './peaksCache.ts'

// Outside its runtime the package is a path; nothing of it is used here.
vi.mock('electron', () => ({ protocol: {} }))

const key = 'c'.repeat(40)

describe('serveMedia', () => {
  let folder = ''
  let token = ''
  let films: OpenFilms
  let ask: (address: string, options?: RequestInit) => Promise<Response>
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'needledrop-media-'))
    await writeFile(path.join(folder, 'film.mp4'), '0123456789')
    films = new OpenFilms()
    token = films.grant(path.join(folder, 'film.mp4'))
    const cache = new PeaksCache(path.join(folder, 'peaks'))
    cache.admit(key)
    const handle = (_scheme: string, serve: (request: Request) => Promise<Response>) => {
      ask = (address, options) => serve(new Request(address, { ...options, duplex: 'half' } as RequestInit))
    }
    serveMedia({ protocol: { handle } } as unknown as Session, films, cache)
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('a film goes out whole, or in the range asked for', async () => {
    const whole = await ask(`media://film/${token}`)
    expect([whole.status, await whole.text()]).toEqual([200, '0123456789'])
    const part = await ask(`media://film/${token}`, { headers: { range: 'bytes=2-4' } })
    expect([part.status, await part.text()]).toEqual([206, '234'])
    expect(part.headers.get('content-range')).toBe('bytes 2-4/10')
    expect(part.headers.get('content-length')).toBe('3')
    const behind = await ask(`media://film/${token}`, { headers: { range: 'bytes=10-' } })
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, 'bytes */10'])
  })

  test('its length can be asked for without its bytes', async () => {
    const head = await ask(`media://film/${token}`, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', ''])
  })

  test('an empty film and one that is gone are answered', async () => {
    const empty = path.join(folder, 'empty.mp4')
    await writeFile(empty, '')
    const emptyToken = films.grant(empty)
    expect((await ask(`media://film/${emptyToken}`)).status).toBe(200)
    await rm(empty)
    expect((await ask(`media://film/${emptyToken}`)).status).toBe(404)
    expect((await ask(`media://film/${films.grant(folder)}`)).status).toBe(404)
  })

  test('the same film has one address, and no other opens it', async () => {
    expect(films.grant(path.join(folder, 'film.mp4'))).toBe(token)
    for (const address of [
      `media://film/${token.toUpperCase()}x`,
      `media://film/${token}/`,
      `media://film/${token}%20`,
      `media://film/x/${token}`,
      `media://peaks/${token}`,
      `media://elsewhere/${token}`,
      'media://film/',
      'media://film',
    ]) {
      expect((await ask(address)).status, address).toBe(404)
    }
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await ask(`media://film/${token}`, { method })).status, method).toBe(405)
    }
  })

  test('peaks come back as they were left, under admitted keys only', async () => {
    expect((await ask(`media://peaks/${key}`)).status).toBe(404)
    expect((await ask(`media://peaks/${key}`, { method: 'PUT', body: 'peaks' })).status).toBe(204)
    expect(await (await ask(`media://peaks/${key}`)).text()).toBe('peaks')
    const other = `media://peaks/${'d'.repeat(40)}`
    expect((await ask(other, { method: 'PUT', body: 'x' })).status).toBe(403)
    expect((await ask(other)).status).toBe(404)
    expect((await ask(`media://peaks/${key}`, { method: 'DELETE' })).status).toBe(405)
    expect((await ask('media://peaks/..%2fsettings', { method: 'PUT', body: 'x' })).status).toBe(404)
  })

  test('only our own page may read the answers', async () => {
    const { headers } = await ask(`media://film/${token}`)
    expect(headers.get('access-control-allow-origin')).toBe('app://needledrop')
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

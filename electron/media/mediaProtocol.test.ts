import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Session } from 'electron'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readsFromSource } from './fixtures/sourceThreads.ts'
import { MadeFilms } from './madeFilms.ts'
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
  const reads = readsFromSource()
  const made = new MadeFilms()
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
    serveMedia({ protocol: { handle } } as unknown as Session, films, cache, reads, made, {
      columns: async () => null,
      decoded: async () => null,
    })
  })
  afterAll(async () => {
    await reads.end()
    await rm(folder, { recursive: true })
  })

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

  test('a copy that the page makes is taken under its token only, at a place in it', async () => {
    const admitted = await made.admit(path.join(folder, 'copy'), 10)
    const put = (address: string, method = 'PUT') =>
      ask(`media://made/${address}`, { method, ...(method === 'PUT' ? { body: 'abc' } : {}) })
    expect((await put(`${admitted}?at=2`)).status).toBe(204)
    expect((await put(`${admitted}?at=9`)).status).toBe(403)
    expect((await put(`${'0'.repeat(32)}?at=0`)).status).toBe(403)
    for (const wrong of [`${admitted}?at=-1`, `${admitted}?at=1e3`, admitted])
      expect((await put(wrong)).status).toBe(405)
    expect((await put(`${admitted}?at=0`, 'GET')).status).toBe(405)
    await made.close(admitted)
    expect((await put(`${admitted}?at=0`)).status).toBe(403)
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

  test('peaks come back as they were left, whole or in part, under admitted keys only', async () => {
    const kept = `media://peaks/${key}/0`
    expect((await ask(kept)).status).toBe(204)
    expect((await ask(kept, { method: 'PUT', body: 'peaks' })).status).toBe(204)
    expect(await (await ask(kept)).text()).toBe('peaks')
    const part = await ask(kept, { headers: { range: 'bytes=1-2' } })
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
      206,
      'ea',
      'bytes 1-2/5',
    ])
    expect((await ask(kept, { headers: { range: 'bytes=5-' } })).status).toBe(416)
    expect((await ask(`media://peaks/${key}/1`)).status).toBe(204)
    const other = `media://peaks/${'d'.repeat(40)}/0`
    expect((await ask(other, { method: 'PUT', body: 'x' })).status).toBe(403)
    expect((await ask(other)).status).toBe(404)
    expect((await ask(other, { method: 'DELETE' })).status).toBe(404)
    expect((await ask(kept, { method: 'POST', body: 'x' })).status).toBe(405)
    for (const name of [key, `${key}/`, `${key}/0/0`, `${key}/x`, `${key}/0pp`, '..%2fsettings/0']) {
      expect((await ask(`media://peaks/${name}`, { method: 'PUT', body: 'x' })).status, name).toBe(404)
    }
    expect((await ask(kept, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(kept, { method: 'DELETE' })).status).toBe(404)
    expect((await ask(kept)).status).toBe(204)
  })

  test('what ffmpeg makes of the sound is there for opened films only, and not without ffmpeg', async () => {
    expect((await ask(`media://columns/${token}/0`)).status).toBe(204)
    for (const address of [
      `media://decoded/${token}/0?from=1.5`,
      `media://columns/${'0'.repeat(32)}/0`,
      `media://decoded/${token}/0?from=-1`,
      `media://decoded/${token}/-1`,
      `media://decoded/${token}`,
    ]) {
      expect((await ask(address)).status, address).toBe(404)
    }
    expect((await ask(`media://columns/${token}/0`, { method: 'PUT', body: 'x' })).status).toBe(405)
  })

  test('only our own page may read the answers', async () => {
    const { headers } = await ask(`media://film/${token}`)
    expect(headers.get('access-control-allow-origin')).toBe('app://needledrop')
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

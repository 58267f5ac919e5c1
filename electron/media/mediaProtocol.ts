import { stat } from 'node:fs/promises'
import type { Session } from 'electron'
import { mediaScheme, pageOrigin } from '../schemes.ts'
import { requestedRange } from './byteRange.ts'
import { fileStream } from './fileStream.ts'
import type { OpenFilms } from './openFilms.ts'
import type { PeaksCache } from './peaksCache.ts'

const common = { 'access-control-allow-origin': pageOrigin, 'cache-control': 'no-store' }

/** Serves `media://film/TOKEN` with byte ranges and `media://peaks/KEY` from and to the cache; all else is 404. */
export function serveMedia(session: Session, films: OpenFilms, cache: PeaksCache): void {
  session.protocol.handle(mediaScheme, async (request) => {
    const url = new URL(request.url)
    const name = url.pathname.slice(1)
    if (url.host === 'film' && /^[0-9a-f]{32}$/.test(name)) return film(request, films.pathOf(name))
    if (url.host === 'peaks' && /^[0-9a-f]{40,64}$/.test(name)) return peaks(request, cache, name)
    return answer(404)
  })
}

function answer(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers: { ...common, ...headers } })
}

async function film(request: Request, path: string | undefined): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405)
  const facts = path ? await stat(path).catch(() => null) : null
  if (!path || !facts?.isFile()) return answer(404)
  const range = requestedRange(request.headers.get('range'), facts.size)
  if (range === 'impossible') return answer(416, { 'content-range': `bytes */${facts.size}` })
  const { first, last } = range ?? { first: 0, last: facts.size - 1 }
  const headers = {
    ...common,
    'accept-ranges': 'bytes',
    'content-type': 'application/octet-stream',
    'content-length': String(last - first + 1),
    ...(range ? { 'content-range': `bytes ${first}-${last}/${facts.size}` } : {}),
  }
  if (request.method === 'HEAD' || facts.size === 0)
    return new Response(null, { status: range ? 206 : 200, headers })
  return new Response(await fileStream(path, { first, last }), { status: range ? 206 : 200, headers })
}

async function peaks(request: Request, cache: PeaksCache, key: string): Promise<Response> {
  if (request.method === 'GET') {
    const bytes = await cache.read(key)
    return bytes
      ? new Response(new Uint8Array(bytes), {
          headers: { ...common, 'content-type': 'application/octet-stream' },
        })
      : answer(404)
  }
  if (request.method === 'PUT' && request.body) {
    return answer((await cache.write(key, request.body)) ? 204 : 403)
  }
  return answer(405)
}

import type { Session } from 'electron'
import { mediaScheme, pageOrigin } from '../schemes.ts'
import { fileStream, firstPieceSize } from './fileStream.ts'
import type { FilmReads } from './filmReads.ts'
import type { MadeFilms } from './madeFilms.ts'
import type { OpenFilms } from './openFilms.ts'
import type { PeaksCache } from './peaksCache.ts'
import type { SoundDecoding } from './soundDecoding.ts'

const common = { 'access-control-allow-origin': pageOrigin, 'cache-control': 'no-store' }

/**
 * Serves `media://film/TOKEN` with byte ranges, `media://peaks/KEY/STREAM` from and to the cache, and what ffmpeg makes of a
 * sound stream: `media://columns/TOKEN/STREAM` and `media://decoded/TOKEN/STREAM?from=SECONDS`. All else is 404.
 */
export function serveMedia(
  session: Session,
  films: OpenFilms,
  cache: PeaksCache,
  reads: FilmReads,
  made: MadeFilms,
  decoding: SoundDecoding,
): void {
  session.protocol.handle(mediaScheme, async (request) => {
    const url = new URL(request.url)
    const name = url.pathname.slice(1)
    if (url.host === 'film' && /^[0-9a-f]{32}$/.test(name)) return film(request, films.pathOf(name), reads)
    if (url.host === 'made' && /^[0-9a-f]{32}$/.test(name)) return piece(request, made, name, url)
    const [token = '', stream = '', ...rest] = name.split('/')
    if (rest.length > 0) return answer(404)
    if (url.host === 'peaks' && /^[0-9a-f]{40,64}$/.test(token) && /^\d{1,3}p?$/.test(stream)) {
      return peaks(request, cache, token, stream)
    }
    if (!/^[0-9a-f]{32}$/.test(token) || !/^\d{1,3}$/.test(stream)) return answer(404)
    const file = films.pathOf(token)
    if (url.host === 'columns') return columns(request, file, Number(stream), decoding)
    if (url.host === 'decoded') return decoded(request, file, Number(stream), url, decoding)
    return answer(404)
  })
}

function answer(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers: { ...common, ...headers } })
}

async function film(request: Request, path: string | undefined, reads: FilmReads): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405)
  if (!path) return answer(404)
  const isHead = request.method === 'HEAD'
  const start = await reads.first(path, request.headers.get('range'), isHead ? 0 : firstPieceSize)
  if (!start.ok) return answer(504)
  if (!start.value) return answer(404)
  const { size, range } = start.value
  if (range === 'impossible') return answer(416, { 'content-range': `bytes */${size}` })
  const { first, last } = range ?? { first: 0, last: size - 1 }
  const headers = {
    ...common,
    'accept-ranges': 'bytes',
    'content-type': 'application/octet-stream',
    'content-length': String(last - first + 1),
    ...(range ? { 'content-range': `bytes ${first}-${last}/${size}` } : {}),
  }
  const body = isHead || size === 0 ? null : fileStream(reads, path, start.value, { first, last })
  return new Response(body, { status: range ? 206 : 200, headers })
}

/** Takes a piece of a copy that the page makes, to be written `at` a byte offset. */
async function piece(request: Request, made: MadeFilms, token: string, url: URL): Promise<Response> {
  const at = url.searchParams.get('at') ?? ''
  if (request.method !== 'PUT' || !request.body || !/^\d{1,15}$/.test(at)) return answer(405)
  return answer((await made.write(token, Number(at), request.body)) ? 204 : 403)
}

async function peaks(request: Request, cache: PeaksCache, key: string, stream: string): Promise<Response> {
  if (request.method === 'GET') {
    const range = request.headers.get('range')
    const piece = await cache.read(key, stream, range)
    if (piece === null) return answer(404)
    // Not an error, and not to stand in the console as one.
    if (piece === 'none') return answer(204)
    if (piece === 'impossible') return answer(416)
    const { bytes, first, size } = piece
    const headers = {
      ...common,
      'content-type': 'application/octet-stream',
      ...(range === null ? {} : { 'content-range': `bytes ${first}-${first + bytes.length - 1}/${size}` }),
    }
    return new Response(bytes, { status: range === null ? 200 : 206, headers })
  }
  if (request.method === 'PUT' && request.body) {
    return answer((await cache.write(key, stream, request.body)) ? 204 : 403)
  }
  if (request.method === 'DELETE') return answer((await cache.remove(key, stream)) ? 204 : 404)
  return answer(405)
}

async function columns(
  request: Request,
  file: string | undefined,
  stream: number,
  decoding: SoundDecoding,
): Promise<Response> {
  if (request.method !== 'GET') return answer(405)
  if (file === undefined) return answer(404)
  const body = await decoding.columns(file, stream)
  return body
    ? new Response(body, { headers: { ...common, 'content-type': 'application/octet-stream' } })
    : answer(204)
}

async function decoded(
  request: Request,
  file: string | undefined,
  stream: number,
  url: URL,
  decoding: SoundDecoding,
): Promise<Response> {
  if (request.method !== 'GET') return answer(405)
  const from = url.searchParams.get('from') ?? '0'
  if (!/^\d{1,6}(\.\d{1,9})?$/.test(from)) return answer(404)
  const pcm = file === undefined ? null : await decoding.decoded(file, stream, Number(from))
  if (!pcm) return answer(404)
  const headers = {
    ...common,
    'content-type': 'application/octet-stream',
    'access-control-expose-headers': 'x-sample-rate, x-channels',
    'x-sample-rate': String(pcm.sampleRate),
    'x-channels': String(pcm.channels),
  }
  return new Response(pcm.body, { headers })
}

import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Session } from 'electron'
import { mediaScheme, pageOrigin, pageScheme } from './schemes.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
}

/** What the page may load, as a Content-Security-Policy; `nonce` admits the style elements that libraries add. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    `media-src ${mediaScheme}:`,
    `connect-src 'self' ${mediaScheme}:`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * What a worker may load. Workers alone may run WebAssembly, and start workers of their own out of text that they hold:
 * the decoder of AC-3 is such a one. A page that runs the same script as its own is held to the page's policy.
 */
export const workerPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  `connect-src 'self' ${mediaScheme}:`,
  "worker-src 'self' blob:",
].join('; ')

/** Whether a file of the page is the script of a worker, by the name that the build gives it. */
function isWorker(file: string): boolean {
  return /[\\/]assets[\\/]\w+Worker-[\w-]+\.js$/.test(file)
}

/** The file under `root` that an address names, or null for any address that is not ours or leaves the folder. */
export function pageFile(root: string, address: string): string | null {
  let url: URL
  let pathname: string
  try {
    url = new URL(address)
    pathname = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (url.protocol !== `${pageScheme}:` || url.host !== new URL(pageOrigin).host) return null
  if (/[\\\0]/.test(pathname) || pathname.split('/').includes('..')) return null
  const file = path.join(root, pathname === '/' ? 'index.html' : pathname)
  return file.startsWith(root + path.sep) && contentTypes[path.extname(file)] ? file : null
}

/** Serves the built page from `root`, a fresh style nonce with each load of it. */
export function servePage(session: Session, root: string): void {
  session.protocol.handle(pageScheme, async (request) => {
    const file = pageFile(root, request.url)
    if (!file || request.method !== 'GET') return new Response('Not found', { status: 404 })
    const body = await readFile(file).catch(() => null)
    if (!body) return new Response('Not found', { status: 404 })
    const type = contentTypes[path.extname(file)] ?? ''
    const nonce = randomBytes(16).toString('base64')
    return new Response(
      path.extname(file) === '.html' ? String(body).replaceAll('%NONCE%', nonce) : new Uint8Array(body),
      {
        headers: {
          'content-type': type,
          'content-security-policy': isWorker(file) ? workerPolicy : contentPolicy(nonce),
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
        },
      },
    )
  })
}

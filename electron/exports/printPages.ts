import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { BrowserWindow, type Session, session } from 'electron'
import type { PagesArtifact } from '../../shared/formats/format.ts'
import { pagePolicy } from '../../shared/formats/pages/page.ts'
import { fontFolder } from '../../shared/formats/pages/pageStyle.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { pagePreferences } from '../pagePreferences.ts'
import { pageScheme } from '../schemes.ts'

const origin = `${pageScheme}://pages`
const millimetresPerInch = 25.4
const margin = (millimetres: number) => millimetres / millimetresPerInch

/** How far printing is, from 0 to 1, and how it is stopped. */
export type PrintJob = {
  readonly onProgress?: (done: number) => void
  readonly signal?: AbortSignal
}

/**
 * Prints pages to a PDF in a hidden window of their own: sandboxed, without scripts, without a preload, and able to load
 * nothing but these pages and the app's typeface, which lies in `assets` of the built page.
 */
export async function printPages(
  pages: PagesArtifact,
  assets: string,
  { onProgress = () => {}, signal }: PrintJob = {},
): Promise<Result<Uint8Array>> {
  if (signal?.aborted) return refuse(stopped())
  const address = `${origin}/${printed}`
  printed += 1
  waiting.set(address, pages.html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...pagePreferences, javascript: false, session: closedSession(assets) },
  })
  const printing = printWindow(window, address, pages, onProgress, signal).finally(() => {
    window.destroy()
    waiting.delete(address)
  })
  let stop = () => {}
  const stopping = new Promise<Result<Uint8Array>>((resolve) => {
    stop = () => resolve(refuse(stopped()))
    signal?.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([stopping, printing])
  } catch (error) {
    return refuse(unprintable(error))
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

/**
 * Whoever stops a print does not wait for this. A print that has begun goes on to its end unseen: Electron prints nothing
 * more in its life after a window is destroyed that is being printed (electron#29485).
 */
async function printWindow(
  window: BrowserWindow,
  address: string,
  { paper, footer }: PagesArtifact,
  onProgress: (done: number) => void,
  signal: AbortSignal | undefined,
): Promise<Result<Uint8Array>> {
  const tell = (done: number) => {
    if (!signal?.aborted) onProgress(done)
  }
  tell(0.1)
  await window.loadURL(address)
  if (signal?.aborted) return refuse(stopped())
  tell(0.4)
  const bytes = await window.webContents.printToPDF({
    landscape: true,
    pageSize: paper === 'a4' ? 'A4' : 'Letter',
    printBackground: true,
    preferCSSPageSize: true,
    margins: { top: margin(10), bottom: margin(15), left: margin(10), right: margin(10) },
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer,
    generateTaggedPDF: true,
  })
  tell(1)
  return ok(bytes)
}

/** Pages that are being printed, by their addresses. */
const waiting = new Map<string, string>()
let printed = 0
let closed: Session | null = null

/** The session of pages that are printed, in memory only: it gets them, the typeface, and nothing else. */
function closedSession(assets: string): Session {
  if (closed) return closed
  // A name without `persist:` keeps nothing on the disk.
  closed = session.fromPartition('pages', { cache: false })
  closed.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  closed.setPermissionCheckHandler(() => false)
  closed.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith(`${origin}/`) }))
  closed.protocol.handle(pageScheme, async ({ url }) => {
    const html = waiting.get(url)
    if (html !== undefined) {
      return new Response(html, {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': pagePolicy,
          'x-content-type-options': 'nosniff',
        },
      })
    }
    const fonts = `${origin}/${fontFolder}/`
    const font = url.startsWith(fonts) ? await readFont(assets, url.slice(fonts.length)) : null
    return font
      ? new Response(new Uint8Array(font), { headers: { 'content-type': 'font/woff2' } })
      : new Response('Not found', { status: 404 })
  })
  return closed
}

/** The build puts a digest of the content behind the name. */
async function readFont(assets: string, name: string): Promise<Buffer | null> {
  const stem = /^([a-z-]+)\.woff2$/.exec(name)?.[1]
  if (!stem) return null
  const built = new RegExp(`^${stem}-[\\w-]{8}\\.woff2$`)
  const file = (await readdir(assets).catch(() => [])).find((each) => built.test(each))
  return file ? readFile(path.join(assets, file)) : null
}

function stopped(): Problem {
  return {
    message: 'Printing was stopped.',
    expected: 'a PDF',
    found: 'a request to stop',
    remedy: 'Export again when you are ready.',
  }
}

function unprintable(error: unknown): Problem {
  return {
    message: 'The pages could not be printed.',
    expected: 'a PDF from the app’s own print path',
    found: error instanceof Error ? error.message : String(error),
    remedy: 'Try again; a sheet of many thousand cues may need more memory than this machine has.',
  }
}

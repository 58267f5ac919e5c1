import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PagesArtifact } from '../shared/formats/format.ts'
import { ok, type Problem, type Result, refuse } from '../shared/result.ts'

const printer = fileURLToPath(new URL('../scripts/print.ts', import.meta.url))
const tsx = createRequire(import.meta.url).resolve('tsx')
const projectRoot = fileURLToPath(new URL('..', import.meta.url))

/**
 * Pages as a PDF. Electron prints them, without a window; where the machine has none and gets none, or no display, the
 * Problem says so in the printer's own words.
 */
export async function printedPages(
  pages: PagesArtifact,
  onProgress: (done: number) => void = () => {},
): Promise<Result<Uint8Array>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'needledrop-pages-'))
  try {
    const from = path.join(folder, 'pages.json')
    const to = path.join(folder, 'pages.pdf')
    await writeFile(from, JSON.stringify(pages))
    const { code, words } = await runPrinter(from, to, onProgress)
    const pdf = await readFile(to).catch(() => null)
    return code === 0 && pdf ? ok(pdf) : refuse(unprinted(code, words))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function runPrinter(
  from: string,
  to: string,
  onProgress: (done: number) => void,
): Promise<{ readonly code: number; readonly words: string }> {
  const child = spawn(process.execPath, ['--import', tsx, printer, from, to], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = () => child.kill('SIGTERM')
  process.once('exit', stop)
  let words = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      words = `${words}${chunk}`.slice(-20_000)
      const told = [...String(chunk).matchAll(/^printing ([\d.]+)$/gm)].at(-1)?.[1]
      if (told) onProgress(Number(told))
    })
  return new Promise((resolve) => {
    const end = (code: number, said: string) => {
      process.off('exit', stop)
      resolve({ code, words: said })
    }
    child.once('error', (error) => end(-1, error.message))
    child.once('close', (code) => end(code ?? -1, words))
  })
}

/** The last line that is no complaint of Chromium's about the machine it runs on. */
function unprinted(code: number, words: string): Problem {
  const told = words
    .split('\n')
    .filter((line) => line.trim() && !/^\[\d+:\d+\/|^npm (warn|notice)|^printing /.test(line))
  const problem = problemIn(told.at(-1) ?? '')
  if (problem) return problem
  return {
    message: 'The PDF could not be printed: that takes Electron, which did not run here.',
    expected: 'Electron, started without a window',
    found: told.at(-1)?.trim() ?? `exit code ${code}`,
    remedy:
      'Export another format, or run `npm start` once, which fetches Electron and says what is missing.',
  }
}

/** What the printer itself says was wrong. */
function problemIn(line: string): Problem | null {
  if (!line.startsWith('{"message":')) return null
  try {
    const { message, expected, found, remedy } = JSON.parse(line)
    return {
      message: String(message),
      expected: String(expected),
      found: String(found),
      remedy: String(remedy),
    }
  } catch {
    return null
  }
}

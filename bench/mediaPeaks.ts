import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import electron from 'electron'
import { loopFilm } from '../scripts/loopFilm.ts'
import { projectRoot } from '../scripts/projectRoot.ts'

/*
 * Reads the sound of a two-hour film (the demo, looped) in a fresh app each time: how soon its whole length is drawn, how
 * long everything takes without and with ffmpeg, measured against ffmpeg decoding the same sound to nothing, how much memory
 * the page takes, and how soon the waveform is there when the film is opened again.
 */

/** Milliseconds that one opening may take. */
const longest = 300_000
const films = path.join(os.tmpdir(), 'needledrop-bench')
const execute = promisify(execFile)
const print = (text: string) => process.stdout.write(`${text}\n`)

/** Milliseconds and mebibytes of one opening. */
type Opening = {
  /** From the start of the window, with the film on its command line, until its whole length is drawn, estimated or measured. */
  readonly overview: number
  /** From the beginning of the analysis until its whole length is drawn. */
  readonly drawn: number
  /** From the beginning of the analysis to its end. */
  readonly whole: number
  /** The most memory of the page's process meanwhile, and what it had before. */
  readonly memory: number
  readonly memoryBefore: number
}

/** What the watch in the window tells: milliseconds since the page began to load, and mebibytes. */
type Watched = Readonly<Record<'begun' | 'drawn' | 'whole' | 'before' | 'most', number>>

async function film(hours: number): Promise<string> {
  const file = path.join(films, hours === 2 ? 'two-hours.mp4' : `${hours}-hours.mp4`)
  mkdirSync(films, { recursive: true })
  if (!existsSync(file)) await loopFilm(path.join(projectRoot, 'demo/lantern-street.mp4'), file, hours * 30)
  return file
}

function environment(hasFfmpeg: boolean): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(own), ...(hasFfmpeg ? {} : { PATH: path.join(films, 'no-programs') }) }
}

/** Opens a film in a fresh app on a folder, and waits until its sound is read. */
async function open(file: string, folder: string, hasFfmpeg: boolean): Promise<Opening> {
  const answer = path.join(folder, 'watch.json')
  const isRoot = process.getuid?.() === 0
  await execute(
    electron as unknown as string,
    [
      ...(isRoot ? ['--no-sandbox'] : []),
      path.join(projectRoot, 'bench/peaksWatch.mjs'),
      `--user-data-dir=${path.join(folder, 'app')}`,
      file,
    ],
    { env: { ...environment(hasFfmpeg), PEAKS_WATCH: answer }, timeout: longest },
  )
  const { begun, drawn, whole, before, most } = JSON.parse(readFileSync(answer, 'utf8')) as Watched
  return { overview: drawn, drawn: drawn - begun, whole: whole - begun, memory: most, memoryBefore: before }
}

async function inFreshFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'needledrop-bench-run-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds in which ffmpeg decodes the sound to nothing; null without ffmpeg. */
async function decodedToNothing(file: string): Promise<number | null> {
  const begun = performance.now()
  const words = ['-loglevel', 'error', '-i', file, '-map', '0:a:0', '-f', 'null', '-']
  return execute('ffmpeg', words).then(
    () => performance.now() - begun,
    () => null,
  )
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Runs everything and prints a table; `rounds` openings of each kind. */
export async function benchPeaks(rounds = 3): Promise<void> {
  const long = await film(2)
  const [plain, helped, again, bare, read]: number[][] = [[], [], [], [], []] as never
  const openings: Opening[] = []
  let size = 0
  for (let round = 0; round < rounds; round += 1) {
    const nothing = await decodedToNothing(long)
    if (nothing !== null) bare?.push(nothing)
    await inFreshFolder(async (folder) => {
      const first = await open(long, folder, false)
      openings.push(first)
      plain?.push(first.whole)
      again?.push((await open(long, folder, false)).drawn)
      const [name = ''] = readdirSync(path.join(folder, 'app', 'peaks'))
      const kept = path.join(folder, 'app', 'peaks', name)
      size = statSync(kept).size
      const begun = performance.now()
      readFileSync(kept)
      read?.push(performance.now() - begun)
    })
    if (nothing !== null) {
      helped?.push(await inFreshFolder(async (folder) => (await open(long, folder, true)).whole))
    }
  }
  const hour = await inFreshFolder(async (folder) => open(await film(1), folder, false))
  const unit = bare?.length ? median(bare) : null
  const ratio = (value: number) => (unit === null ? 'no ffmpeg here' : `${(value / unit).toFixed(2)} ×`)
  const row = (name: string, values: readonly number[], note = '') =>
    print(`${name.padEnd(52)} ${values.map((value) => String(Math.round(value))).join(' ')}  ${note}`)
  print(`Sound of two hours, milliseconds, ${rounds} rounds:`)
  row('ffmpeg decodes it to nothing', bare ?? [])
  row(
    'first drawing of the whole, from the window’s start',
    openings.map(({ overview }) => overview),
  )
  row(
    'first drawing of the whole, from beginning to read',
    openings.map(({ drawn }) => drawn),
  )
  row('whole, without ffmpeg', plain ?? [], ratio(median(plain ?? [])))
  if (unit !== null) row('whole, with ffmpeg', helped ?? [], ratio(median(helped ?? [])))
  const share = median(again ?? []) / Math.max(0.1, median(read ?? []))
  row('opened again, until drawn', again ?? [], `${share.toFixed(1)} × a bare read of the file`)
  row(`bare read of the kept peaks (${(size / 2 ** 20).toFixed(1)} MiB)`, read ?? [])
  row('memory of the page, MiB: before, most with 2 h, with 1 h', [
    median(openings.map(({ memoryBefore }) => memoryBefore)),
    Math.max(...openings.map(({ memory }) => memory)),
    hour.memory,
  ])
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchPeaks()

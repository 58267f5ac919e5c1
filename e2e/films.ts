import { readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './app.ts'

/** Where the frame number stands on a picture, in pixels of it; see scripts/demo/frameStrip.ts. */
export type Strip = {
  readonly left: number
  readonly top: number
  readonly blockWidth: number
  readonly blockHeight: number
  /** Width of the picture itself, where it may be shown at another size. */
  readonly pictureWidth?: number
}

/** A film of which the truth is known. */
export type Film = {
  readonly path: string
  /** Timecode of the file's first frame. */
  readonly start: string
  /** Frames from 00:00:00:00 to it. */
  readonly startFrame: number
  readonly frames: number
  readonly strip: Strip
}

const films = path.join(projectRoot, 'e2e', 'fixtures', 'films')

/** A small test film by its file name. */
export function filmPath(name: string): string {
  return path.join(films, name)
}

/** What is known of a small test film. */
export function filmTruth(name: string): Film {
  type Listed = { file: string; start: string; startFrame: number; frames: number }
  const list: { strip: Strip; films: Listed[] } = readTruth(path.join(films, 'films.json'))
  const film = list.films.find(({ file }) => file === name)
  if (!film) throw new Error(`films.json does not list ${name}`)
  return { ...film, path: filmPath(name), strip: list.strip }
}

/** What is known of the demo's film. */
export function demoTruth(): Film {
  const folder = path.join(projectRoot, 'demo')
  type Truth = { film: string; start: string; startFrame: number; frameCount: number; frameStrip: Strip }
  const truth: Truth = readTruth(path.join(folder, 'lantern-street.truth.json'))
  const { film, start, startFrame, frameCount, frameStrip } = truth
  return { path: path.join(folder, film), start, startFrame, frames: frameCount, strip: frameStrip }
}

function readTruth<Truth>(file: string): Truth {
  return JSON.parse(readFileSync(file, 'utf8')) as Truth
}

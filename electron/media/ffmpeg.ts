import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { FfmpegState } from '../../shared/ipc/film.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { ffmpegPlaces } from './ffmpegPlaces.ts'

/** Where the path of an ffmpeg that the user chose is remembered; null for none. */
export type ChosenFfmpeg = { readonly get: () => string | null; readonly set: (file: string | null) => void }

/** Milliseconds in which a program must say what it is. */
const patience = 5000
/** Characters of its complaints that are kept. */
const mostComplaint = 4000

const execute = promisify(execFile)

/** A running ffmpeg. */
export type FfmpegRun = {
  readonly child: ChildProcess
  /** Resolves when it has ended: null when all went well, else its last words. */
  readonly ended: Promise<string | null>
  /** Ends it at once. */
  readonly kill: () => void
}

/**
 * The user's own ffmpeg, a separate program: found in the usual places, or chosen in a dialog of the main process. It is
 * started with a list of arguments and never through a shell, and ends with the app at the latest.
 */
export class Ffmpeg {
  readonly #chosen: ChosenFfmpeg
  readonly #running = new Set<ChildProcess>()
  #state: Promise<FfmpegState> | null = null
  #encoders: Promise<string> | null = null

  constructor(chosen: ChosenFfmpeg) {
    this.#chosen = chosen
  }

  /** The ffmpeg in use; looked for once, or anew while there is none. */
  async find(): Promise<FfmpegState> {
    this.#state ??= this.#look()
    const state = await this.#state
    if (state.path === null) this.#state = null
    return state
  }

  /** Takes a program that the user chose, if it is an ffmpeg. */
  async choose(file: string): Promise<Result<FfmpegState>> {
    const version = await versionOf(file)
    if (version === null) return refuse(notFfmpeg(file))
    this.#chosen.set(file)
    this.#forgetFound()
    return ok(await this.find())
  }

  /** Goes back to the one that is found by itself. */
  async forget(): Promise<FfmpegState> {
    this.#chosen.set(null)
    this.#forgetFound()
    return this.find()
  }

  /**
   * Starts it; null when there is none. `args` are those after the common ones. Its standard output is the caller's to
   * read.
   */
  async start(args: readonly string[]): Promise<FfmpegRun | null> {
    const { path: program } = await this.find()
    if (program === null) return null
    const child = spawn(program, ['-nostdin', '-hide_banner', '-nostats', '-loglevel', 'error', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      shell: false,
    })
    this.#running.add(child)
    let complaint = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-mostComplaint)
    })
    const ended = new Promise<string | null>((resolve) => {
      child.once('error', (error) => resolve(error.message))
      child.once('close', (code, signal) =>
        resolve(code === 0 ? null : lastWords(complaint) || `ended with ${signal ?? code}`),
      )
    }).finally(() => this.#running.delete(child))
    return { child, ended, kill: () => child.kill('SIGKILL') }
  }

  /** Whether it can encode with an encoder of this name. */
  async hasEncoder(name: string): Promise<boolean> {
    const { path: program } = await this.find()
    if (program === null) return false
    this.#encoders ??= execute(program, ['-hide_banner', '-encoders'], { timeout: patience }).then(
      ({ stdout }) => stdout,
      () => '',
    )
    return new RegExp(`^\\s*V\\S*\\s+${name}\\s`, 'm').test(await this.#encoders)
  }

  /** Ends every one that still runs. */
  end(): void {
    for (const child of this.#running) child.kill('SIGKILL')
  }

  #forgetFound(): void {
    this.#state = null
    this.#encoders = null
  }

  async #look(): Promise<FfmpegState> {
    const chosen = this.#chosen.get()
    const found = ffmpegPlaces({ platform: process.platform, home: os.homedir(), env: process.env })
    for (const file of [...(chosen === null ? [] : [chosen]), ...found]) {
      const version = (await isProgram(file)) ? await versionOf(file) : null
      if (version !== null) return { path: file, version, isChosen: file === chosen }
    }
    return { path: null, version: null, isChosen: false }
  }
}

/** The argument that names a file to ffmpeg, whatever its name holds: a leading hyphen, a colon, a percent sign. */
export function fileArgument(file: string): string {
  return `file:${path.resolve(file)}`
}

/** The arguments that open a file to read. Only files may be opened: a list of addresses inside it leads nowhere. */
export function inputArguments(file: string): readonly string[] {
  return ['-protocol_whitelist', 'file', '-i', fileArgument(file)]
}

/** What an ffmpeg says of its version; null for a program that is none or does not answer. */
async function versionOf(file: string): Promise<string | null> {
  try {
    const { stdout } = await execute(file, ['-version'], { timeout: patience, windowsHide: true })
    return /^ffmpeg version (\S+)/.exec(stdout)?.[1] ?? null
  } catch {
    return null
  }
}

function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** The last three lines of what a program complained about, without repetitions. */
function lastWords(complaint: string): string {
  const lines = complaint.split(/\r?\n/).filter((line) => line.trim() !== '')
  return [...new Set(lines.slice(-3))].join(' / ')
}

function notFfmpeg(file: string): Problem {
  return {
    message: `${path.basename(file)} is not an ffmpeg that works here.`,
    expected: 'the program ffmpeg, which tells its version when it is started',
    found: file,
    remedy: 'Choose the program itself, named ffmpeg or ffmpeg.exe, not its folder, archive or installer.',
  }
}

/** The Problem for work that needs an ffmpeg while there is none. */
export function noFfmpeg(what: string): Problem {
  return {
    message: `${what} needs ffmpeg, and none was found.`,
    expected: 'ffmpeg on this machine',
    found: 'none in the folders where programs are kept',
    remedy: 'Install ffmpeg from your system’s packages or ffmpeg.org, or choose yours in the settings.',
  }
}

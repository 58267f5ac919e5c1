import type { FfmpegState, OpenedFilm, PreparedFilm, Preparing } from '../../shared/ipc/film.ts'
import type { Remedy } from '../../shared/media/filmPlan.ts'
import { steadyRate } from '../../shared/media/filmPlan.ts'
import { type Problem, type Result, refuse } from '../../shared/result.ts'
import { listen, request } from '../ipc.ts'
import { proresProxy } from '../media/proresProxy.ts'
import { Store } from './store.ts'

/** The ffmpeg of a machine that has none. */
const noFfmpeg: FfmpegState = { path: null, version: null, isChosen: false }

/** Copies of films that are being made, and the ffmpeg that makes them. */
export class FilmCopies {
  /** Preparations that wait or run, by the film's path. */
  readonly preparing = new Store<ReadonlyMap<string, Preparing>>(new Map())
  /** What went wrong with the last preparation of a film, by path. */
  readonly failures = new Store<ReadonlyMap<string, Problem>>(new Map())
  readonly ffmpeg = new Store<FfmpegState>(noFfmpeg)
  /** Films whose preparation runs, each with what stops it. */
  readonly #running = new Map<string, AbortController>()
  #isListening = false

  /** Asks the main process which ffmpeg there is. */
  async findFfmpeg(): Promise<FfmpegState> {
    return this.#took(await request('ffmpeg:find', {}))
  }

  /** Lets the user choose an ffmpeg; the Problem of one that is none. */
  async chooseFfmpeg(): Promise<Problem | null> {
    const chosen = await request('ffmpeg:choose', {})
    this.#took(chosen)
    return chosen.ok ? null : chosen.problem
  }

  /** Goes back to the ffmpeg that is found by itself. */
  async forgetFfmpeg(): Promise<void> {
    this.#took(await request('ffmpeg:forget', {}))
  }

  /** Makes a copy of a film. Null when it was stopped, or is being made already. */
  async make(film: OpenedFilm, remedy: Remedy): Promise<Result<PreparedFilm> | null> {
    const { path } = film
    if (this.#running.has(path)) return null
    this.#listen()
    const abort = new AbortController()
    this.#running.set(path, abort)
    this.#fail(path, null)
    this.#tell({ path, remedy, fraction: 0, secondsLeft: null })
    const made =
      remedy === 'prores-proxy'
        ? await this.#makeHere(film, abort.signal)
        : await request('media:prepare', { path, remedy })
    if (this.#running.get(path) !== abort) return null
    this.#running.delete(path)
    this.#forget(path)
    if (!made.ok && !abort.signal.aborted) this.#fail(path, made.problem)
    return abort.signal.aborted ? null : made
  }

  /** Stops making a copy; nothing of it is kept. */
  async cancel(path: string): Promise<void> {
    this.#running.get(path)?.abort()
    await request('media:cancel', { path })
  }

  /** Stops everything, as when the production is closed. */
  cancelAll(): void {
    for (const path of this.#running.keys()) void this.cancel(path)
  }

  /** ProRes is decoded and encoded in this window; the main process keeps what comes of it. */
  async #makeHere(
    { path, url, name, ...facts }: OpenedFilm,
    signal: AbortSignal,
  ): Promise<Result<PreparedFilm>> {
    const begun = await request('made:start', { path })
    if (!begun.ok) return begun
    const { token, url: target } = begun.value
    const rate = steadyRate(facts)
    const began = performance.now()
    const progress = (fraction: number) => {
      const spent = (performance.now() - began) / 1000
      const secondsLeft = spent < 2 || fraction === 0 ? null : Math.round((spent * (1 - fraction)) / fraction)
      this.#tell({ path, remedy: 'prores-proxy', fraction, secondsLeft })
    }
    try {
      if (!rate) throw new Error('it has no picture')
      await proresProxy({ url, target, rate }, signal, progress)
    } catch (error) {
      await request('made:drop', { token })
      return refuse(notEncoded(name, error))
    }
    return request('made:finish', { token })
  }

  #took(state: Result<FfmpegState>): FfmpegState {
    if (state.ok) this.ffmpeg.set(state.value)
    return this.ffmpeg.value
  }

  #listen(): void {
    if (this.#isListening) return
    this.#isListening = true
    listen('media:preparing', (preparing) => {
      if (this.#running.has(preparing.path)) this.#tell(preparing)
    })
  }

  #tell(preparing: Preparing): void {
    this.preparing.set(new Map(this.preparing.value).set(preparing.path, preparing))
  }

  #forget(path: string): void {
    const rest = new Map(this.preparing.value)
    rest.delete(path)
    this.preparing.set(rest)
  }

  #fail(path: string, problem: Problem | null): void {
    const failures = new Map(this.failures.value)
    if (problem) failures.set(path, problem)
    else failures.delete(path)
    this.failures.set(failures)
  }
}

function notEncoded(name: string, error: unknown): Problem {
  return {
    message: `A proxy of ${name} could not be made in this window.`,
    expected: 'ProRes that can be decoded, and room on the disk',
    found: error instanceof Error ? error.message : String(error),
    remedy: 'Choose your ffmpeg in the settings and try again, or attach a proxy of your own.',
  }
}

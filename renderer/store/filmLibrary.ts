import type { FfmpegState, OpenedFilm, PreparedFilm, Preparing } from '../../shared/ipc/film.ts'
import {
  type Abilities,
  type FilmPlan,
  filmPlan,
  type Remedy,
  type Seen,
} from '../../shared/media/filmPlan.ts'
import { filmProblem } from '../../shared/media/filmProblem.ts'
import type { Reel } from '../../shared/model/production.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import type { Frames } from '../../shared/time/frames.ts'
import { request } from '../ipc.ts'
import { decodesHevc } from './decodesHevc.ts'
import { FilmCopies } from './filmCopies.ts'
import { framesOfFilm } from './filmProduction.ts'
import { Store } from './store.ts'

/** What a library tells of its films. */
export type FilmNews = {
  /** A copy stands in for a film from now on. */
  readonly prepared: (film: OpenedFilm) => void
  readonly problem: (problem: Problem) => void
}

/** The films of the open production, each probed once, with the copies that stand in for them. */
export class FilmLibrary {
  /** Films by path. */
  readonly films = new Store<ReadonlyMap<string, OpenedFilm>>(new Map())
  readonly #copies = new FilmCopies()
  readonly #news: FilmNews
  /** What loading a film into the player showed, by path. */
  readonly #seen = new Map<string, Seen>()
  #hevc: Promise<boolean> | null = null
  #decodesHevc = false

  constructor(news: FilmNews) {
    this.#news = news
  }

  /** Preparations that wait or run, by path. */
  get preparing(): Store<ReadonlyMap<string, Preparing>> {
    return this.#copies.preparing
  }

  /** What went wrong with the last preparation of a film, by path. */
  get failures(): Store<ReadonlyMap<string, Problem>> {
    return this.#copies.failures
  }

  get ffmpeg(): Store<FfmpegState> {
    return this.#copies.ffmpeg
  }

  /** The film of a reel, probed and readable by the page, with the reel's own proxy if that is there and fit. */
  async open(reel: Reel): Promise<Result<OpenedFilm>> {
    if (!reel.media) return refuse(noFilm(reel))
    const { path, proxy } = reel.media
    const known = this.films.value.get(path)
    if (known && (proxy === null) === (known.prepared?.kind !== 'own')) return ok(known)
    const opened = await this.openPath(path)
    if (!opened.ok || !proxy) return opened
    const attached = await request('media:attachProxy', { path, proxy: proxy.path })
    if (!attached.ok) {
      this.#news.problem(attached.problem)
      return opened
    }
    const film = { ...opened.value, prepared: attached.value.prepared }
    this.add(film)
    return ok(film)
  }

  /** A film by its path, probed, with what this machine can do for it found out. */
  async openPath(path: string): Promise<Result<OpenedFilm>> {
    this.#hevc ??= decodesHevc()
    const [opened, hevc] = await Promise.all([
      request('media:open', { path }),
      this.#hevc,
      this.#copies.findFfmpeg(),
    ])
    this.#decodesHevc = hevc
    if (opened.ok) this.add(opened.value)
    return opened
  }

  /** Takes a film on that was opened elsewhere. */
  add(film: OpenedFilm): void {
    this.films.set(new Map(this.films.value).set(film.path, film))
  }

  /** Forgets what was found out about a film, so that it is probed anew. */
  forget(path: string): void {
    this.#seen.delete(path)
    const others = [...this.films.value].filter(([other]) => other !== path)
    this.films.set(new Map(others))
  }

  /** Forgets every film, as when the production is closed. */
  forgetAll(): void {
    this.#copies.cancelAll()
    this.#seen.clear()
    this.films.set(new Map())
  }

  /** What this machine can do. */
  get abilities(): Abilities {
    return { hevc: this.#decodesHevc, ffmpeg: this.ffmpeg.value.path !== null }
  }

  /** What becomes of a film's own file on this machine, with what the player has shown of it. */
  planOf(film: OpenedFilm): FilmPlan {
    return filmPlan(film, this.abilities, this.#seen.get(film.path))
  }

  /** What cannot be had of a film, in words; null when it opens whole, as it is or once it is prepared. */
  problemOf(film: OpenedFilm): Problem | null {
    return filmProblem(film, film.name, this.planOf(film), this.abilities)
  }

  /** Notes what the player shows of a film's own file; true when that is news. */
  note(film: OpenedFilm, seen: Seen): boolean {
    const isNews = (this.#seen.get(film.path) ?? 'whole') !== seen
    this.#seen.set(film.path, seen)
    if (isNews) this.add({ ...film })
    return isNews
  }

  /** Makes a copy of a film in the background; it stands in for the film as soon as it is there. */
  async prepare(path: string, remedy: Remedy): Promise<void> {
    const film = this.films.value.get(path)
    if (!film) return
    const made = await this.#copies.make(film, remedy)
    if (made && !made.ok) this.#news.problem(made.problem)
    if (made?.ok) this.standIn(path, made.value)
  }

  /** Lets a copy stand in for a film. */
  standIn(path: string, prepared: PreparedFilm | null): void {
    const film = this.films.value.get(path)
    if (!film) return
    const changed = { ...film, prepared }
    this.add(changed)
    this.#news.prepared(changed)
  }

  /** Stops making a copy. */
  cancelPreparing(path: string): Promise<void> {
    return this.#copies.cancel(path)
  }

  /** Lets the user choose an ffmpeg; plans change with it. */
  async chooseFfmpeg(): Promise<void> {
    const problem = await this.#copies.chooseFfmpeg()
    if (problem) this.#news.problem(problem)
  }

  /** Looks which ffmpeg there is now. */
  async findFfmpeg(): Promise<void> {
    await this.#copies.findFfmpeg()
  }

  /** Goes back to the ffmpeg that is found by itself. */
  forgetFfmpeg(): Promise<void> {
    return this.#copies.forgetFfmpeg()
  }

  /** Frames in a film at the production's rate; a sound file has as many as its length holds. */
  frameCount(film: OpenedFilm, rate: FrameRate): Frames {
    return framesOfFilm(film, rate)
  }
}

function noFilm(reel: Reel): Problem {
  return {
    message: `${reel.label || 'This reel'} has no film.`,
    expected: 'a film attached to the reel',
    found: 'none',
    remedy: 'Attach the film of the locked cut. Cues can be typed and exported without it.',
  }
}

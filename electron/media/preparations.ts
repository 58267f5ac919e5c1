import { rm } from 'node:fs/promises'
import type { OpenedFilm, PreparedFilm, Preparing } from '../../shared/ipc/film.ts'
import { type Remedy, steadyRate } from '../../shared/media/filmPlan.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { frames } from '../../shared/time/frames.ts'
import { type CopySource, copyFault } from './copyCheck.ts'
import type { Counted } from './countFrames.ts'
import type { Ffmpeg } from './ffmpeg.ts'
import { JobQueue } from './jobQueue.ts'
import { type MakeOrder, makeCopy } from './makeCopy.ts'
import type { CopyFacts, PreparedCache, PreparedCopy } from './preparedCache.ts'
import { prepareInThread, Stopped } from './prepareThread.ts'
import type { ProbeThread } from './probeThread.ts'

/** What preparations are made with. */
export type Workshop = {
  readonly cache: PreparedCache
  readonly ffmpeg: Ffmpeg
  readonly probes: ProbeThread
  /** The address at which the page finds a copy. */
  readonly serve: (file: string) => string
  /** Tells the page how far a preparation is. */
  readonly tell: (preparing: Preparing) => void
}

/** The film that a copy is made of. */
export type Original = Pick<OpenedFilm, 'path' | 'name' | 'identity'> & {
  readonly facts: CopySource['facts']
}

type Job = {
  readonly remedy: Remedy
  readonly abort: AbortController
  readonly result: Promise<Result<PreparedFilm>>
}

/** Makes copies of films that do not play or cannot be sought here; one quick and one long job at a time. */
export class Preparations {
  readonly #workshop: Workshop
  readonly #jobs = new Map<string, Job>()
  readonly #quick = new JobQueue()
  readonly #long = new JobQueue()

  constructor(workshop: Workshop) {
    this.#workshop = workshop
  }

  /** A copy that was made earlier; null when there is none. */
  async find({ identity, name }: Pick<Original, 'identity' | 'name'>): Promise<PreparedFilm | null> {
    const copy = await this.#workshop.cache.find(identity)
    return copy && this.#served(copy, name)
  }

  /** Makes a copy in the background and resolves when it is there; asked again meanwhile, it is the same job. */
  prepare(film: Original, remedy: Remedy): Promise<Result<PreparedFilm>> {
    const running = this.#jobs.get(film.path)
    if (running?.remedy === remedy && !running.abort.signal.aborted) return running.result
    running?.abort.abort()
    return this.enqueue(film, remedy, (draft, progress, signal) =>
      makeCopy(this.#workshop.ffmpeg, orderOf(film, remedy, draft), progress, signal),
    )
  }

  /** Has `make` write a copy when its turn has come, checks it against the film and keeps it. */
  enqueue(
    film: Original,
    remedy: Remedy,
    make: (draft: string, progress: (fraction: number) => void, signal: AbortSignal) => Promise<void>,
  ): Promise<Result<PreparedFilm>> {
    const abort = new AbortController()
    const queue = remedy === 'rewrap' || remedy === 'wav' ? this.#quick : this.#long
    this.#workshop.tell({ path: film.path, remedy, fraction: 0, secondsLeft: null })
    let hasBegun = false
    const turn = queue.run(() => {
      hasBegun = true
      return this.#make(film, remedy, abort.signal, make)
    })
    // Stopped while it waits, a job is over at once; its turn passes by.
    const stoppedWaiting = new Promise<never>((_, reject) => {
      abort.signal.addEventListener('abort', () => hasBegun || reject(new Stopped()), { once: true })
    })
    const result = Promise.race([turn, stoppedWaiting])
      .catch((error: unknown) => refuse(error instanceof Stopped ? stopped(film) : cannotMake(film, error)))
      .finally(() => {
        if (this.#jobs.get(film.path)?.abort === abort) this.#jobs.delete(film.path)
      })
    this.#jobs.set(film.path, { remedy, abort, result })
    return result
  }

  /** Stops the preparation of a film, if there is one, and removes what it had made. */
  cancel(path: string): void {
    this.#jobs.get(path)?.abort.abort()
  }

  /** Stops everything, as when the app ends. */
  end(): void {
    for (const { abort } of this.#jobs.values()) abort.abort()
  }

  async #make(
    film: Original,
    remedy: Remedy,
    signal: AbortSignal,
    make: (draft: string, progress: (fraction: number) => void, signal: AbortSignal) => Promise<void>,
  ): Promise<Result<PreparedFilm>> {
    if (signal.aborted) throw new Stopped()
    const { cache } = this.#workshop
    const lacking = await cache.lacksRoom(expectedBytes(film, remedy))
    if (lacking) return refuse(lacking)
    const draft = await cache.draft()
    try {
      // Who stops it meanwhile is not heard by work that begins later.
      if (signal.aborted) throw new Stopped()
      await make(draft, this.#progress(film.path, remedy), signal)
      if (signal.aborted) throw new Stopped()
      const checked = await this.#check(film, draft, signal)
      if (!checked.ok) return checked
      return ok(this.#served(await cache.keep(film.identity, remedy, draft, checked.value), film.name))
    } finally {
      await rm(draft, { force: true })
    }
  }

  /** Reads a copy and refuses it unless it has the film's frames. */
  async #check(
    { path, name, facts }: Original,
    draft: string,
    signal: AbortSignal,
  ): Promise<Result<CopyFacts>> {
    const probed = await this.#workshop.probes.probe(draft)
    if (!probed.ok) return probed
    const rate = steadyRate(facts)
    const counted = await this.count(draft, signal)
    const source = { name, facts, counted: await this.countFilm({ path, facts }, signal) }
    const copy = {
      name: `The copy of ${name}`,
      facts: probed.value.facts,
      counted: counted ?? { frames: 0, sounds: 1 },
    }
    const fault = copyFault(source, copy, rate)
    if (fault)
      return refuse({ ...fault, remedy: 'Export an H.264 MP4 of the cut, or attach a proxy of your own.' })
    const { picture, sounds } = probed.value.facts
    return ok({
      width: picture?.width ?? 0,
      height: picture?.height ?? 0,
      rate: rate ?? { num: 24, den: 1, dropFrame: false },
      frameCount: frames(facts.picture ? copy.counted.frames : 0),
      soundCount: sounds.length,
    })
  }

  /** Counts the pictures of a probed film; null where it has none, or where its index leads nowhere and counting comes to no end. */
  async countFilm(
    { path, facts }: Pick<Original, 'path' | 'facts'>,
    signal?: AbortSignal,
  ): Promise<Counted | null> {
    return facts.picture && !facts.hasBrokenIndex ? this.count(path, signal) : null
  }

  /** Counts the pictures of a file in its index; null where it has none that can be read. */
  async count(file: string, signal: AbortSignal = new AbortController().signal): Promise<Counted | null> {
    try {
      return await prepareInThread({ kind: 'count', source: file }, signal)
    } catch (error) {
      if (error instanceof Stopped) throw error
      return null
    }
  }

  #progress(path: string, remedy: Remedy): (fraction: number) => void {
    const began = performance.now()
    let told = Number.NEGATIVE_INFINITY
    return (fraction) => {
      const now = performance.now()
      if (now - told < 250) return
      told = now
      const spent = (now - began) / 1000
      const isEarly = spent < 2 || fraction < 0.005
      const secondsLeft = isEarly ? null : Math.round((spent * (1 - fraction)) / fraction)
      this.#workshop.tell({ path, remedy, fraction: Math.min(1, fraction), secondsLeft })
    }
  }

  #served({ remedy, file, facts }: PreparedCopy, name: string): PreparedFilm {
    return { ...facts, kind: remedy, name, url: this.#workshop.serve(file) }
  }
}

function orderOf({ path, facts }: Original, remedy: Remedy, target: string): MakeOrder {
  return { remedy, facts, source: path, target }
}

/** Bytes that a copy will take at most, about. */
export function expectedBytes({ facts }: Pick<Original, 'facts'>, remedy: Remedy): number {
  const perSecond = 500_000 + facts.sounds.reduce((sum, { channels }) => sum + channels * 10_000, 0)
  const isSameSize = remedy === 'rewrap' || (remedy === 'wav' && facts.container === 'AIFF')
  if (isSameSize) return Math.ceil(facts.size * 1.02) + 2 ** 20
  return Math.ceil(facts.durationSeconds * perSecond) + 2 ** 20
}

function stopped({ name }: Original): Problem {
  return {
    message: `The copy of ${name} was stopped.`,
    expected: 'a finished copy',
    found: 'one that was stopped before its end; nothing of it was kept',
    remedy: 'Start it again when there is time for it.',
  }
}

function cannotMake({ name }: Original, error: unknown): Problem {
  return {
    message: `A copy of ${name} that plays here cannot be made.`,
    expected: 'a copy with every frame of it',
    found: error instanceof Error ? error.message : String(error),
    remedy: 'Export an H.264 MP4 of the cut with the same timecode, or attach a proxy of your own.',
  }
}

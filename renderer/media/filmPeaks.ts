import type { OpenedFilm } from '../../shared/ipc/film.ts'
import type { Peaks } from '../../shared/peaks/peaks.ts'
import type { Problem } from '../../shared/result.ts'
import { Store } from '../store/store.ts'
import { extractPeaks, type PeaksRun } from './peaksClient.ts'

/** How far the analysis of a film's sound has come. */
export type PeaksActivity = {
  readonly path: string
  /** The sound stream that is read, counted from 0. */
  readonly stream: number
  readonly streamCount: number
  /** 0 to 1, of this stream. */
  readonly fraction: number
  /** Name of the file, if it is one that is read after the film. */
  readonly aside: string | null
}

/** What is known of one sound stream. */
type StreamPeaks = { peaks: Peaks | undefined; isWhole: boolean; refusal: Problem | null }

/** A film whose sound is read or has been. */
type ReadFilm = {
  readonly film: OpenedFilm
  /** The file that is read: the one that plays. */
  readonly url: string
  readonly durationSeconds: number
  readonly streams: Map<number, StreamPeaks>
}

/** Base columns by which the playhead must move before the analysis is told. */
const nearEnough = 5000
/** How far sound may be off in a film without pictures, in seconds. */
const soundTolerance = 0.04

/** The waveforms of the films that are open, one analysis at a time, the chosen stream before the others. */
export class FilmPeaks {
  /** What is being analysed now; null when nothing is. */
  readonly activity = new Store<PeaksActivity | null>(null)
  /** Rises whenever there is more to draw. */
  readonly revision = new Store(0)
  readonly #films = new Map<string, ReadFilm>()
  readonly #chosen = new Map<string, number>()
  readonly #near = new Map<string, number>()
  readonly #tell: (problem: Problem) => void
  /** Files to read once nothing else is to be read, by path. */
  readonly #later = new Map<string, OpenedFilm>()
  /** The one of them that is being read. */
  #aside: OpenedFilm | null = null
  #abort: AbortController | null = null
  #run: PeaksRun | null = null

  constructor(tell: (problem: Problem) => void) {
    this.#tell = tell
  }

  /** The waveform of a film's sound stream so far, of the chosen one unless another is named. */
  of(path: string, stream = this.#chosen.get(path) ?? 0): Peaks | undefined {
    return this.#films.get(path)?.streams.get(stream)?.peaks
  }

  /** Chooses the sound stream that is shown and read first. */
  setStream(path: string, stream: number): void {
    if ((this.#chosen.get(path) ?? 0) === stream) return
    this.#chosen.set(path, stream)
    this.#redraw()
    const read = this.#films.get(path)
    const isBusyElsewhere = this.activity.value?.path === path && this.activity.value.stream !== stream
    if (!read || !isBusyElsewhere || read.streams.get(stream)?.isWhole) return
    this.#stop()
    void this.read(read.film, read.durationSeconds)
  }

  /** Says at which base column of a film the playhead is, so that the sound there is read first. */
  follow(path: string, column: number): void {
    if (Math.abs((this.#near.get(path) ?? 0) - column) < nearEnough) return
    this.#near.set(path, column)
    if (this.activity.value?.path === path) this.#run?.follow(column)
  }

  /** Analyses what of a film's sound is not analysed yet; an analysis of another film is stopped, to go on later. */
  async read(film: OpenedFilm, durationSeconds: number): Promise<void> {
    if (film.sounds.length === 0 || (film.hasBrokenIndex && !film.prepared)) return
    const known = this.#films.get(film.path)
    if (this.activity.value?.path === film.path && known?.url === urlOf(film)) return
    this.#stop()
    await this.#readAll(film, durationSeconds)
  }

  async #readAll(film: OpenedFilm, durationSeconds: number): Promise<void> {
    const url = urlOf(film)
    const known = this.#films.get(film.path)
    const isSame = known?.url === url && known.durationSeconds === durationSeconds
    const streams = isSame ? known.streams : new Map<number, StreamPeaks>()
    const read: ReadFilm = { film, url, durationSeconds, streams }
    this.#films.set(film.path, read)
    const abort = new AbortController()
    this.#abort = abort
    for (let stream = this.#next(read); stream !== null; stream = this.#next(read)) {
      await this.#analyse(read, stream, abort)
      if (abort.signal.aborted) return
    }
    this.#end()
    this.#readNextAside()
  }

  /** Analyses the first sound of a file, such as a stem, as soon as nothing else is to be read. */
  readLater(film: OpenedFilm): void {
    const known = this.#films.get(film.path)?.streams.get(0)
    if (known?.isWhole || known?.refusal || this.activity.value?.path === film.path) return
    this.#later.set(film.path, { ...film, sounds: film.sounds.slice(0, 1) })
    if (!this.#abort) this.#readNextAside()
  }

  /** Stops the analysis; what there is stays drawn, and the next one goes on from there. */
  cancel(): void {
    this.#later.clear()
    this.#aside = null
    this.#stop()
  }

  /** Forgets all waveforms, as when the production is closed. */
  forgetAll(): void {
    this.cancel()
    this.#films.clear()
    this.#chosen.clear()
    this.#near.clear()
    this.#redraw()
  }

  /** The stream to read next: the chosen one, then the others in the file's order; null when all are read. */
  #next({ film, streams }: ReadFilm): number | null {
    const chosen = this.#chosen.get(film.path) ?? 0
    const all = [chosen, ...film.sounds.map(({ index }) => index).filter((index) => index !== chosen)]
    const isOpen = (stream: number): boolean => {
      const known = streams.get(stream)
      return !known?.isWhole && !known?.refusal
    }
    return all.find(isOpen) ?? null
  }

  async #analyse(read: ReadFilm, stream: number, abort: AbortController): Promise<void> {
    const { film, url, durationSeconds, streams } = read
    const own = streams.get(stream) ?? { peaks: undefined, isWhole: false, refusal: null }
    streams.set(stream, own)
    const aside = this.#aside === film ? film.name : null
    const activity = { path: film.path, stream, streamCount: film.sounds.length, aside }
    this.activity.set({ ...activity, fraction: 0 })
    const rate = film.picture?.rate
    const task = {
      url,
      stream,
      durationSeconds,
      frameSeconds: rate ? rate.den / rate.num : soundTolerance,
      near: this.#near.get(film.path) ?? 0,
      cacheUrl: `${film.peaksUrl}/${stream}${film.prepared ? 'p' : ''}`,
      columnsUrl: `${url.replace(/:\/\/film\//, '://columns/')}/${stream}`,
      peaks: own.peaks,
    }
    this.#run = extractPeaks(task, {
      signal: abort.signal,
      onPeaks: (peaks) => {
        own.peaks = peaks
        this.#redraw()
      },
      onProgress: ({ fraction }) => {
        if (this.#abort === abort) this.activity.set({ ...activity, fraction })
      },
      onDamage: this.#tell,
    })
    const result = await this.#run.result
    if (result.ok) {
      own.peaks = result.value
      own.isWhole = true
      this.#redraw()
    } else if (!abort.signal.aborted) {
      own.refusal = result.problem
      if (stream === (this.#chosen.get(film.path) ?? 0)) this.#tell(result.problem)
    }
  }

  /** Breaks off; a file that was read aside is taken up again. */
  #stop(): void {
    if (this.#aside) this.#later.set(this.#aside.path, this.#aside)
    this.#abort?.abort()
    this.#end()
  }

  #readNextAside(): void {
    const [next] = this.#later.values()
    if (!next) return
    this.#later.delete(next.path)
    this.#aside = next
    void this.#readAll(next, next.durationSeconds)
  }

  #end(): void {
    this.#aside = null
    this.#abort = null
    this.#run = null
    this.activity.set(null)
  }

  #redraw(): void {
    this.revision.set(this.revision.value + 1)
  }
}

function urlOf({ prepared, url }: OpenedFilm): string {
  return prepared?.url ?? url
}

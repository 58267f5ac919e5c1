import type { OpenedFilm } from '../../shared/ipc/film.ts'
import type { Peaks } from '../../shared/peaks/peaks.ts'
import type { Problem } from '../../shared/result.ts'
import { Store } from '../store/store.ts'
import { extractPeaks } from './peaksClient.ts'

/** How far the analysis of a film's sound has come. */
export type PeaksActivity = { readonly path: string; readonly fraction: number }

/** The waveforms of the films that are open, one analysis at a time. */
export class FilmPeaks {
  /** What is being analysed now; null when nothing is. */
  readonly activity = new Store<PeaksActivity | null>(null)
  /** Rises whenever there is more to draw. */
  readonly revision = new Store(0)
  readonly #peaks = new Map<string, Peaks>()
  /** Films that were analysed to the end. */
  readonly #whole = new Set<string>()
  readonly #tell: (problem: Problem) => void
  #abort: AbortController | null = null

  constructor(tell: (problem: Problem) => void) {
    this.#tell = tell
  }

  /** The waveform of a film so far. */
  of(path: string): Peaks | undefined {
    return this.#peaks.get(path)
  }

  /** Analyses a film's sound unless that is done; an analysis of another film is stopped. */
  async read(film: OpenedFilm, durationSeconds: number): Promise<void> {
    if (!film.sound || this.activity.value?.path === film.path) return
    this.cancel()
    if (this.#whole.has(film.path)) return
    const abort = new AbortController()
    this.#abort = abort
    this.activity.set({ path: film.path, fraction: 0 })
    const read = await extractPeaks(film.url, durationSeconds, {
      cacheUrl: film.peaksUrl,
      signal: abort.signal,
      onChunk: (peaks) => this.#take(film.path, peaks),
      onProgress: ({ fraction }) => {
        if (this.#abort === abort) this.activity.set({ path: film.path, fraction })
      },
      onDamage: this.#tell,
    })
    if (read.ok) {
      this.#take(film.path, read.value)
      this.#whole.add(film.path)
    } else if (!abort.signal.aborted) this.#tell(read.problem)
    if (this.#abort === abort) this.#end()
  }

  /** Stops the analysis; what there is stays drawn, the rest stays marked as not analysed. */
  cancel(): void {
    this.#abort?.abort()
    this.#end()
  }

  /** Forgets all waveforms, as when the production is closed. */
  forgetAll(): void {
    this.cancel()
    this.#peaks.clear()
    this.#whole.clear()
    this.revision.set(this.revision.value + 1)
  }

  #end(): void {
    this.#abort = null
    this.activity.set(null)
  }

  #take(path: string, peaks: Peaks): void {
    this.#peaks.set(path, peaks)
    this.revision.set(this.revision.value + 1)
  }
}

import type { OpenedFilm } from '../../shared/ipc/film.ts'
import type { Reel } from '../../shared/model/production.ts'
import { type FrameRate, sameSpeed } from '../../shared/time/frameRate.ts'
import type { LoadedFilm } from '../player/transport.ts'
import type { FilmLibrary } from '../store/filmLibrary.ts'

/** The films of reels as pictures can be had of them. A film that nobody has opened yet is opened, once. */
export class ReelFilms {
  readonly #library: FilmLibrary
  readonly #asked = new Map<string, Promise<OpenedFilm | null>>()

  constructor(library: FilmLibrary) {
    this.#library = library
  }

  /** What to take pictures from for a reel; null where nothing shows its picture at the production's rate. */
  async of(reel: Reel, rate: FrameRate): Promise<LoadedFilm | null> {
    if (!reel.media?.hasPicture) return null
    const film = this.#library.films.value.get(reel.media.path) ?? (await this.#open(reel, reel.media.path))
    if (!film?.picture || (film.picture.isVariableRate && !film.prepared)) return null
    if (!sameSpeed(film.prepared?.rate ?? film.picture.rate, rate)) return null
    return {
      url: film.prepared?.url ?? film.url,
      rate,
      frameCount: this.#library.frameCount(film, rate),
      hasPicture: true,
    }
  }

  forgetAll(): void {
    this.#asked.clear()
  }

  #open(reel: Reel, path: string): Promise<OpenedFilm | null> {
    const asked =
      this.#asked.get(path) ?? this.#library.open(reel).then((opened) => (opened.ok ? opened.value : null))
    this.#asked.set(path, asked)
    return asked
  }
}

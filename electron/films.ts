import path from 'node:path'
import type { OpenedFilm, ServedFilm } from '../shared/ipc/film.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import { fileProblem } from './fileProblem.ts'
import type { Grants } from './grants.ts'
import { contentIdentity, peaksKey } from './media/contentIdentity.ts'
import type { OpenFilms } from './media/openFilms.ts'
import type { PeaksCache } from './media/peaksCache.ts'
import { ProbeThread } from './media/probeThread.ts'
import { mediaScheme } from './schemes.ts'

/** Opens films for the page: probed first, then served under a token. */
export class Films {
  readonly #grants: Grants
  readonly #served: OpenFilms
  readonly #cache: PeaksCache
  readonly #probes = new ProbeThread()

  constructor(grants: Grants, served: OpenFilms, cache: PeaksCache) {
    this.#grants = grants
    this.#served = served
    this.#cache = cache
  }

  /** Serves a file that the user chose, at once. */
  serve(file: string): Result<ServedFilm> {
    return this.#grants.require(file) ?? ok({ name: path.basename(file), url: this.#address(file) })
  }

  /** Probes a film that the user chose or an open production names, and serves it if it is one. */
  async open(file: string): Promise<Result<OpenedFilm>> {
    const refused = this.#grants.require(file, this.#grants.hasFilm(file))
    if (refused) return refused
    const probed = await this.#probes.probe(file)
    if (!probed.ok) return probed
    try {
      const identity = await contentIdentity(file)
      const key = peaksKey(identity)
      this.#cache.admit(key)
      return ok({
        ...probed.value,
        path: file,
        name: path.basename(file),
        identity,
        url: this.#address(file),
        peaksUrl: `${mediaScheme}://peaks/${key}`,
      })
    } catch (error) {
      return refuse(fileProblem(error, file))
    }
  }

  #address(file: string): string {
    return `${mediaScheme}://film/${this.#served.grant(file)}`
  }
}

import path from 'node:path'
import type { AttachedProxy, MadeAddress, OpenedFilm, PreparedFilm, ServedFilm } from '../shared/ipc/film.ts'
import { filmPlan, type Remedy, steadyRate } from '../shared/media/filmPlan.ts'
import { brokenIndex } from '../shared/media/filmProblem.ts'
import { ok, type Problem, type Result, refuse } from '../shared/result.ts'
import { frames } from '../shared/time/frames.ts'
import type { Grants } from './grants.ts'
import { peaksKey } from './media/contentIdentity.ts'
import { proxyFault } from './media/copyCheck.ts'
import type { Ffmpeg } from './media/ffmpeg.ts'
import type { FilmReads } from './media/filmReads.ts'
import type { MadeFilms } from './media/madeFilms.ts'
import type { OpenFilms } from './media/openFilms.ts'
import { PageCopies } from './media/pageCopies.ts'
import type { PeaksCache } from './media/peaksCache.ts'
import { type Original, Preparations, type Workshop } from './media/preparations.ts'
import { ProbeThread } from './media/probeThread.ts'
import { mediaScheme } from './schemes.ts'

/** Milliseconds in which a folder must tell whether a file is there. */
const patience = 2000

/** Opens films for the page: probed first, then served under a token. */
export class Films {
  readonly #grants: Grants
  readonly #served: OpenFilms
  readonly #cache: PeaksCache
  readonly #reads: FilmReads
  readonly #probes = new ProbeThread()
  readonly #ffmpeg: Ffmpeg
  readonly #preparations: Preparations
  readonly copies: PageCopies
  /** The films that were opened in this run, by path. */
  readonly #opened = new Map<string, Original>()

  constructor(
    grants: Grants,
    served: OpenFilms,
    cache: PeaksCache,
    reads: FilmReads,
    workshop: Pick<Workshop, 'cache' | 'ffmpeg' | 'tell'> & { readonly made: MadeFilms },
  ) {
    this.#grants = grants
    this.#served = served
    this.#cache = cache
    this.#reads = reads
    const serve = (file: string) => this.#address(file)
    this.#preparations = new Preparations({ ...workshop, probes: this.#probes, serve })
    this.copies = new PageCopies(this.#preparations, workshop.made)
    this.#ffmpeg = workshop.ffmpeg
    void workshop.cache.tidy()
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
    const { facts, identity } = probed.value
    const key = peaksKey(identity)
    this.#cache.admit(key)
    const name = path.basename(file)
    this.#opened.set(file, { path: file, name, identity, facts })
    return ok({
      ...facts,
      path: file,
      name,
      identity,
      url: this.#address(file),
      peaksUrl: `${mediaScheme}://peaks/${key}`,
      decodedUrl: this.#address(file).replace('://film/', '://decoded/'),
      prepared: await this.#preparations.find({ identity, name }),
    })
  }

  /** Makes a copy of an opened film that plays here, in the background. */
  async prepare(file: string, remedy: Exclude<Remedy, 'prores-proxy'>): Promise<Result<PreparedFilm>> {
    const film = this.#opened.get(file)
    return film ? this.#preparations.prepare(film, remedy) : refuse(notOpened(file))
  }

  /** Stops making a copy. */
  async cancel(file: string): Promise<Result<null>> {
    this.#preparations.cancel(file)
    return ok(null)
  }

  /** Lets the page write a copy of an opened film, when its turn has come. */
  async startCopy(file: string): Promise<Result<MadeAddress>> {
    const film = this.#opened.get(file)
    return film ? this.copies.start(film) : refuse(notOpened(file))
  }

  /** Takes a file as the proxy of an opened film, if it is one frame for frame and plays here. */
  async attachProxy(file: string, proxy: string): Promise<Result<AttachedProxy>> {
    const film = this.#opened.get(file)
    if (!film) return refuse(notOpened(file))
    const refused = this.#grants.require(proxy, this.#grants.hasFilm(proxy))
    if (refused) return refused
    const probed = await this.#probes.probe(proxy)
    if (!probed.ok) return probed
    const { facts, identity } = probed.value
    const name = path.basename(proxy)
    if (facts.hasBrokenIndex) return refuse(brokenIndex(name))
    if (filmPlan(facts, { hevc: false, ffmpeg: false }).picture !== 'plays')
      return refuse(noProxy(name, facts.picture))
    const rate = steadyRate(film.facts) ?? facts.picture?.rate ?? null
    const own = await this.#preparations.countFilm(film)
    const other = await this.#preparations.countFilm({ path: proxy, facts })
    const counted = other ?? { frames: facts.picture?.frameCount ?? 0, sounds: facts.sounds.length }
    const fault = proxyFault({ ...film, counted: own }, { name, facts, counted }, rate)
    if (fault || !facts.picture || !rate) return refuse(fault ?? noProxy(name, facts.picture))
    const { width, height } = facts.picture
    const prepared: PreparedFilm = {
      ...{ kind: 'own', name, url: this.#address(proxy), width, height, rate },
      ...{ frameCount: frames(counted.frames), soundCount: facts.sounds.length },
    }
    return ok({ prepared, identity })
  }

  /** Ends every preparation, and every program that was started for one. */
  end(): void {
    this.#preparations.end()
    this.#ffmpeg.end()
  }

  /** Whether there is a file at a path; null when its folder does not answer soon. */
  isThere(file: string): Promise<boolean | null> {
    return this.#reads.isThere(file, patience)
  }

  #address(file: string): string {
    return `${mediaScheme}://film/${this.#served.grant(file)}`
  }
}

function notOpened(file: string): Problem {
  return {
    message: `${path.basename(file)} is not open.`,
    expected: 'a film that was opened before',
    found: file,
    remedy: 'Open it, then try again.',
  }
}

function noProxy(name: string, picture: OpenedFilm['picture']): Problem {
  return {
    message: `${name} does not play frame by frame here, so it cannot stand in.`,
    expected: 'H.264 in MP4 or MOV',
    found: picture ? picture.codecName : 'a file without a picture',
    remedy: 'Export the proxy as an H.264 MP4.',
  }
}

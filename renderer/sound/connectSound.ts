import type { OpenedFilm } from '../../shared/ipc/film.ts'
import { type Mix, plainMix } from '../../shared/ipc/mixSchema.ts'
import type { Reel } from '../../shared/model/production.ts'
import { request } from '../ipc.ts'
import type { Session } from '../store/session.ts'
import { filmTracks, stemTracks } from './soundTracks.ts'

/** Milliseconds after the last change of the mix before it is kept. */
const keepAfter = 300

/** Gives the engine the tracks of the film under the playhead, and keeps each production's mix. */
export function connectSound(session: Session): void {
  const { sound, playhead, transport, films, work } = session
  const stems = new StemFiles(session, () => refresh())
  let drawn = sound.mix.value.stream
  /** What the tracks were last made of. */
  let made: readonly unknown[] = []
  const refresh = () => {
    const open = work.value
    const document = open?.documents.document
    const reel = playhead.state.value.reel
    const record = reel ? document?.reels[reel] : undefined
    const film = record?.media ? films.films.value.get(record.media.path) : undefined
    if (!document || !record || (!film && transport.state.value.status === 'none')) {
      stems.forget(open !== null)
      if (made.length > 0) sound.setTracks([], null)
      made = []
      return
    }
    const isLoaded = film && transport.video.src === (film.prepared?.url ?? film.url)
    if (!isLoaded || transport.state.value.status !== 'ready') return
    const { rate } = document.production
    const start = transport.pictureStart
    const next = [film, record.stems, record.media?.startFrame, rate, start, stems.of(record)]
    if (next.length === made.length && next.every((part, index) => Object.is(part, made[index]))) return
    made = next
    sound.setTracks([...filmTracks(film), ...stemTracks(record, stems.files, rate, start)], rate)
    drawStream()
  }
  /** The waveform is that of the stream that is heard. */
  const drawStream = () => {
    const { reel } = playhead.state.value
    const path = reel && work.value?.documents.document.reels[reel]?.media?.path
    const { stream } = sound.mix.value
    if (path && sound.tracks.value.some((track) => track.stream === stream))
      session.peaks.setStream(path, stream)
  }
  sound.mix.subscribe((mix) => {
    if (mix.stream !== drawn) drawStream()
    drawn = mix.stream
  })
  playhead.state.subscribe(refresh)
  transport.state.subscribe(refresh)
  films.films.subscribe(refresh)
  session.links.states.subscribe(() => {
    stems.askAgain()
    refresh()
  })
  let leave = () => {}
  work.subscribe((open) => {
    leave()
    leave = open?.documents.state.subscribe(refresh) ?? (() => {})
    refresh()
  })
  keepMixes(session)
}

/** Keeps the mix of each production, and brings it back when the production is opened. */
function keepMixes({ sound, work }: Session): void {
  let id: string | null = null
  let kept: Mix = plainMix
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(timer)
    const mix = sound.mix.value
    if (id === null || mix === kept) return
    kept = mix
    void request('mix:set', { id, mix })
  }
  sound.mix.subscribe(() => {
    clearTimeout(timer)
    timer = setTimeout(keep, keepAfter)
  })
  work.subscribe(async (open) => {
    keep()
    id = null
    kept = plainMix
    sound.mix.set(plainMix)
    if (!open) return
    const found = await request('mix:get', { id: open.id })
    if (work.value !== open) return
    if (found.ok && found.value && sound.mix.value === plainMix) {
      kept = found.value
      sound.mix.set(found.value)
    }
    id = open.id
  })
}

/** The files of stems, each opened once. */
class StemFiles {
  readonly #session: Session
  readonly #opened: () => void
  readonly #asked = new Set<string>()

  constructor(session: Session, opened: () => void) {
    this.#session = session
    this.#opened = opened
  }

  get files(): ReadonlyMap<string, OpenedFilm> {
    return this.#session.sound.stemFiles.value
  }

  /** The files that are known, after those of this reel were asked for; another map when there are more. */
  of({ stems }: Reel): ReadonlyMap<string, OpenedFilm> {
    for (const { path } of stems) if (!this.#asked.has(path)) void this.#open(path)
    return this.files
  }

  /** Lets files that could not be opened be asked for again. */
  askAgain(): void {
    for (const path of [...this.#asked]) if (!this.files.has(path)) this.#asked.delete(path)
  }

  forget(isKept: boolean): void {
    if (isKept || this.#asked.size === 0) return
    this.#asked.clear()
    this.#session.sound.stemFiles.set(new Map())
  }

  async #open(path: string): Promise<void> {
    this.#asked.add(path)
    const opened = await request('media:open', { path })
    if (!this.#asked.has(path)) return
    if (opened.ok) {
      this.#session.sound.stemFiles.set(new Map(this.files).set(path, opened.value))
      this.#opened()
    } else if (!this.#session.links.isMissing(path)) this.#session.tell(opened.problem)
  }
}

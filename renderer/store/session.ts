import { createContext, useContext } from 'react'
import { openCueOf } from '../../shared/edits/cueSpans.ts'
import type { Edit } from '../../shared/edits/edit.ts'
import type { PackedProduction, StartState } from '../../shared/ipc/contract.ts'
import type { OpenedFilm, ServedFilm } from '../../shared/ipc/film.ts'
import { type GuardState, isOnlyLookedAt } from '../../shared/ipc/guardState.ts'
import type { KeptView } from '../../shared/ipc/keptView.ts'
import { defaultSettings, type Settings } from '../../shared/ipc/settingsSchema.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId, Id, MakeId } from '../../shared/model/ids.ts'
import { columnAtFrame } from '../../shared/peaks/peaks.ts'
import type { Problem, Result } from '../../shared/result.ts'
import { type FrameRate, sameRate } from '../../shared/time/frameRate.ts'
import { onlyLookedAt } from '../guard/guardWords.ts'
import { request } from '../ipc.ts'
import { FilmPeaks } from '../media/filmPeaks.ts'
import { PictureWindow } from '../picture/pictureWindow.ts'
import { KeyHolds } from '../player/keyHolds.ts'
import { MarkQueue } from '../player/markQueue.ts'
import { Playhead } from '../player/playhead.ts'
import { ShuttleKeys } from '../player/shuttleKeys.ts'
import { Transport } from '../player/transport.ts'
import { RecoveryDesk } from '../recovery/recoveryDesk.ts'
import { MediaFinder } from '../relink/mediaFinder.ts'
import { MediaLinks } from '../relink/mediaLinks.ts'
import { relinkMoved } from '../relink/relink.ts'
import { ReviewLink } from '../review/reviewLink.ts'
import { startReviewThread } from '../review/startReviewThread.ts'
import { SoundEngine } from '../sound/soundEngine.ts'
import { ReelFilms } from '../thumbnails/reelFilms.ts'
import { Thumbnails } from '../thumbnails/thumbnails.ts'
import { buildAxis } from '../timeline/axis.ts'
import type { OnsetProvider } from '../timeline/onsets.ts'
import { onsetsOf } from '../timeline/soundOnsets.ts'
import { type Picked, TimelineView } from '../timeline/timelineView.ts'
import { DocumentStore } from './documentStore.ts'
import { FilmLibrary } from './filmLibrary.ts'
import { JournalLink } from './journalLink.ts'
import { firstMoment, type Moment, notify } from './moment.ts'
import { packGently } from './packGently.ts'
import { PendingSave } from './pendingSave.ts'
import { playFilm, takeCopy } from './playFilm.ts'
import { Store } from './store.ts'

/** The production that is open in the window. */
export type OpenWork = {
  readonly id: string
  readonly documents: DocumentStore
  readonly journal: JournalLink
  readonly review: ReviewLink
  /** Where it is saved, and the sequence of the last change in that file. */
  readonly saved: Store<{ readonly path: string | null; readonly sequence: number }>
  /** Who has its file open, and what became of it on the disk. */
  readonly guard: Store<GuardState>
  /** A save that the disk refused and that is tried again. */
  readonly pending: PendingSave
}

const unscrolled: KeptView['scroll'] = { cues: 0, review: 0 }

/** Makes ids that no record has yet. */
export const makeId: MakeId = <Table extends string>() => crypto.randomUUID() as string as Id<Table>

/** Everything that one window works with: the open production, the film, and where the editor is in it. */
export class Session {
  readonly work = new Store<OpenWork | null>(null)
  readonly start = new Store<StartState | null>(null)
  readonly settings = new Store<Settings>(defaultSettings)
  readonly moment = new Store<Moment>(firstMoment)
  /** The film that is being opened, whose first picture is shown already. */
  readonly opening = new Store<ServedFilm | null>(null)
  /** What the main process is busy with, for the user to see; null when it is idle. */
  readonly busy = new Store<string | null>(null)
  /** CSS px by which the lists are scrolled. */
  readonly scrolls = new Store<KeptView['scroll']>(unscrolled)
  /** What came back from a journal when the production was opened. */
  readonly recovery = new RecoveryDesk()
  /** Whether films, proxies and stems are where they were, and what is found for those that are not. */
  readonly links = new MediaLinks()
  readonly finder = new MediaFinder()
  readonly films = new FilmLibrary({
    prepared: (film) => takeCopy(this, film),
    problem: (problem) => this.tell(problem),
  })
  readonly peaks = new FilmPeaks((problem) => this.tell(problem))
  readonly transport: Transport
  readonly playhead: Playhead
  /** J, K and L as they are held. */
  readonly shuttle: ShuttleKeys
  readonly marks = new MarkQueue()
  /** Type keys as they are held to mark. */
  readonly holds = new KeyHolds()
  readonly timeline: TimelineView
  /** The picture in a window of its own. */
  readonly picture: PictureWindow
  readonly thumbnails: Thumbnails
  readonly reelFilms = new ReelFilms(this.films)
  /** Where sound sets in, for dragged edges to catch on. */
  readonly onsets = new Store<OnsetProvider>(onsetsOf(this))
  /** Everything that is heard. */
  readonly sound: SoundEngine

  /** What was heard of the files of productions, by id, also while they are still being opened. */
  readonly guards = new Map<string, GuardState>()
  /** Names of versions beside the file that the user has seen and left alone. */
  readonly leftCopies = new Store<ReadonlySet<string>>(new Set())

  readonly #reviews = startReviewThread()
  /** The reels that the timeline's axis was built from. */
  #reels: ProductionDocument['reels'] | null = null
  /** The rate at which the film under the playhead was loaded. */
  #rate: FrameRate | null = null

  constructor() {
    const video = document.createElement('video')
    video.crossOrigin = 'anonymous'
    video.preload = 'auto'
    video.disablePictureInPicture = true
    this.transport = new Transport(video)
    this.playhead = new Playhead(
      this.transport,
      async (reel) => {
        const opened = await this.films.open(reel)
        if (!opened.ok) {
          if (!this.links.isMissing(reel.media?.path ?? '')) this.tell(opened.problem)
          return false
        }
        return this.#play(opened.value)
      },
      (reel) => void this.films.open(reel),
    )
    this.shuttle = new ShuttleKeys(this.playhead)
    this.timeline = new TimelineView(this.playhead)
    this.timeline.picked.subscribe((picked) => picked && this.moment.patch({ selection: [], edge: 'both' }))
    this.playhead.state.subscribe(() => this.#followPeaks())
    this.picture = new PictureWindow(video)
    this.thumbnails = new Thumbnails(this.transport)
    this.sound = new SoundEngine(this.transport, () => this.settings.value.scrubSound)
  }

  /** Takes an opened production into the window in place of the one before, where the editor was in it. */
  adopt(
    opened: PackedProduction,
    document: ProductionDocument,
    film?: OpenedFilm,
    view: KeptView | null = null,
  ): void {
    const { id, lastSequence } = opened
    const journal = new JournalLink(
      lastSequence,
      (sequence, change) =>
        request('journal:append', { id, sequence, ...change, change: [...change.change] as never }),
      async (sequence) =>
        request('journal:restart', {
          id,
          lastSequence: sequence,
          document: await packGently(documents.document),
        }),
    )
    const guard = new Store(this.guards.get(id) ?? opened.guard)
    this.work.value?.review.end()
    this.work.value?.pending.end()
    const review = new ReviewLink(this.#reviews, document, opened.document)
    const documents = new DocumentStore(
      document,
      (change) => {
        journal.add(change)
        review.take(change.change)
        this.recovery.take(change)
      },
      () => (isOnlyLookedAt(guard.value) ? onlyLookedAt(guard.value) : null),
    )
    documents.state.subscribe((state) => {
      review.follow(state.document)
      this.#documentChanged()
    })
    this.#forgetFilms()
    this.recovery.begin(opened.recovered.length > 0)
    this.links.begin(opened.media)
    this.finder.clear()
    this.playhead.beginAt(view?.place ?? null)
    this.scrolls.set(view?.scroll ?? unscrolled)
    if (film) this.films.add(film)
    this.opening.set(null)
    this.moment.set(firstMoment)
    const sequence = opened.lastSequence - opened.recovered.length
    this.work.set({
      id: opened.id,
      documents,
      journal,
      review,
      saved: new Store({ path: opened.path, sequence }),
      guard,
      pending: new PendingSave(),
    })
    relinkMoved(this)
    this.#documentChanged()
    this.timeline.fit()
    if (view) this.#comeBack(view)
    this.timeline.forgetHistory()
    const open = openCueOf(document)
    if (!open) return
    if (!view || view.selection.length === 0) this.select([open.id])
    this.say(`${open.number ? `Cue ${open.number}` : 'A cue'} is still open: go to its end and press O.`)
  }

  /** Leaves the production; the welcome screen shows again. */
  leave(): void {
    this.work.value?.review.end()
    this.work.value?.pending.end()
    this.work.set(null)
    this.#forgetFilms()
    this.transport.unload()
    this.moment.set(firstMoment)
  }

  /** Analyses the sound of the film under the playhead, if that was stopped before its end. */
  readSound(): void {
    const { reel } = this.playhead.state.value
    const media = reel && this.work.value?.documents.document.reels[reel]?.media
    const film = media && this.films.films.value.get(media.path)
    if (film) void this.peaks.read(film, film.durationSeconds)
  }

  /** Makes an edit and tells the user if it is refused. True when it was made. */
  apply(edit: Edit, key: string | null = null): boolean {
    const work = this.work.value
    if (!work) return false
    return this.#report(work.documents.apply(edit, key))
  }

  /** Selects cues, everywhere they are shown. */
  select(cues: readonly CueId[]): void {
    this.timeline.picked.set(null)
    this.moment.patch({ selection: cues, edge: 'both', titleWanted: null, catalogueConflicts: [] })
  }

  /** Takes note of a key: a title that was to take the keyboard before it and has not done so comes too late. */
  noteKey(): void {
    this.moment.patch({ titleWanted: null })
  }

  /** Puts the keyboard into the title of the selected cue. */
  typeTitle(): void {
    this.moment.patch({ room: 'spot', titleWanted: this.moment.value.selection[0] ?? null })
  }

  /** Shows a Problem until the user closes it. */
  tell(problem: Problem): void {
    notify(this.moment, { tone: 'problem', text: problem.message, problem })
  }

  /** Says what was done, for a few seconds. */
  say(text: string): void {
    notify(this.moment, { tone: 'done', text })
  }

  #comeBack({ timeline, selection, picked, panel, isMixOpen, room }: KeptView): void {
    const document = this.work.value?.documents.document
    if (!document) return
    this.timeline.comeBack(timeline)
    this.select(selection.filter((id) => Object.hasOwn(document.cues, id)) as CueId[])
    if (picked && Object.hasOwn(document[picked.table], picked.id)) this.timeline.picked.set(picked as Picked)
    this.moment.patch({ panel, isMixOpen, room })
  }

  #forgetFilms(): void {
    this.#reels = null
    this.#rate = null
    this.playhead.clear()
    this.films.forgetAll()
    this.thumbnails.forgetAll()
    this.reelFilms.forgetAll()
    this.peaks.forgetAll()
  }

  #report(result: Result<unknown>): boolean {
    if (!result.ok) this.tell(result.problem)
    return result.ok
  }

  async #play(film: OpenedFilm): Promise<boolean> {
    const loaded = await playFilm(this, film)
    void this.peaks.read(film, film.durationSeconds)
    return loaded
  }

  /** Has the sound around the playhead read first. */
  #followPeaks(): void {
    const { reel, frame } = this.playhead.state.value
    const document = this.work.value?.documents.document
    const media = reel && document?.reels[reel]?.media
    if (!document || !media) return
    const column = columnAtFrame(
      frame - media.startFrame,
      document.production.rate,
      this.transport.pictureStart,
    )
    this.peaks.follow(media.path, column)
  }

  #documentChanged(): void {
    const work = this.work.value
    if (!work) return
    const { document } = work.documents
    if (this.#rate && !sameRate(document.production.rate, this.#rate)) {
      this.playhead.clear()
      this.#reels = null
    }
    this.#rate = document.production.rate
    if (document.reels !== this.#reels) {
      this.#reels = document.reels
      const axis = buildAxis(document)
      this.timeline.setAxis(axis)
      this.playhead.setAxis(axis)
    }
    const gone = this.moment.value.selection.filter((id) => !Object.hasOwn(document.cues, id))
    if (gone.length > 0) this.select(this.moment.value.selection.filter((id) => !gone.includes(id)))
  }
}

const SessionContext = createContext<Session | null>(null)

/** Gives the session to everything inside. */
export const SessionProvider = SessionContext.Provider

/** The session of this window. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('there is no session around this component')
  return session
}

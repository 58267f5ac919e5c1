import { type ApplyWish, applyTemplate } from '../../shared/catalogue/applyTemplate.ts'
import type { SeriesTemplate } from '../../shared/catalogue/seriesTemplate.ts'
import { joinEdits } from '../../shared/edits/edit.ts'
import { attachMedia, setProgramme } from '../../shared/edits/reelEdits.ts'
import type { Input, PackedProduction } from '../../shared/ipc/contract.ts'
import type { OpenedFilm } from '../../shared/ipc/film.ts'
import { isOnlyLookedAt } from '../../shared/ipc/guardState.ts'
import { recordsOf } from '../../shared/model/document.ts'
import { type Problem, problemText, type Result } from '../../shared/result.ts'
import { sameSpeed } from '../../shared/time/frameRate.ts'
import { request } from '../ipc.ts'
import { tellRecovered } from '../recovery/recover.ts'
import { followMedia } from '../relink/relink.ts'
import { flushDrafts } from '../ui/FieldDraft.ts'
import {
  mediaOfFilm,
  otherBounds,
  otherRate,
  pictureRateOf,
  productionForFilm,
  productionWithoutFilm,
  programmeOfFilm,
  rateOfFilm,
} from './filmProduction.ts'
import { packGently, unpackGently } from './packGently.ts'
import { makeId, type OpenWork, type Session } from './session.ts'
import { offerVersions, offerVersionsOfWork } from './versionOffer.ts'
import { keepView, keptView } from './viewKeeper.ts'

/** Files that are read as cues, and not as a film: exchange files, and lists and timelines of other programs. */
const importable = /\.(json|edl|xml|fcpxml|otio|srt|vtt|csv|txt)$/i

/** Milliseconds that reading a film waits for its first picture, which it would hold up. */
const longestPreview = 1000

/** Milliseconds that leaving a production waits for the journal. */
const longestFlush = 4000

/** Milliseconds after which the window says that a film does not answer; the main process gives it up later. */
const quietTime = 3000

/** The opening that was begun last in a window: a film that answers late does not push aside what came after it. */
const lastOpening = new WeakMap<Session, object>()

/** Begins an opening; the answer tells whether no other was begun since. */
function beginOpening(session: Session): () => boolean {
  const opening = {}
  lastOpening.set(session, opening)
  return () => lastOpening.get(session) === opening
}

/** Asks which file to open, and opens it. */
export async function chooseAndOpen(session: Session): Promise<void> {
  const chosen = await request('file:choose', { purpose: 'open' })
  if (chosen.ok && chosen.value) await openPath(session, chosen.value)
}

/** Opens a production, an exchange file or a film, by what its name says; what is open stays if that fails. */
export async function openPath(
  session: Session,
  path: string,
  takeOver: string | null = null,
): Promise<void> {
  flushDrafts()
  const isLatest = beginOpening(session)
  if (/\.needledrop$/i.test(path))
    await openWith(session, request('production:open', { path, takeOver }), undefined, (problem) =>
      offerVersions(session, path, problem),
    )
  else if (importable.test(path))
    await openWith(session, request('import:read', importRequest(session, path)))
  else await openFilm(session, path, isLatest)
}

/** A list that does not say its rate, or where its picture begins, is read as one of the film that is open. */
function importRequest(session: Session, path: string): Input<'import:read'> {
  const document = session.work.value?.documents.document
  const [first] = document ? recordsOf(document, 'reels').toSorted((a, b) => a.order - b.order) : []
  if (!document) return { path }
  const start = first ? (first.media?.startFrame ?? first.programme.start) : null
  return { path, assumed: { rate: document.production.rate, start } }
}

/** Opens the bundled demo as a production of its own; the bundled file is never written to. */
export function openDemo(session: Session): Promise<void> {
  beginOpening(session)
  return openWith(session, request('production:demo', {}))
}

/** Opens work that was never saved. */
export function recover(session: Session, id: string): Promise<void> {
  beginOpening(session)
  return openWith(session, request('production:recover', { id }), undefined, (problem) =>
    offerVersionsOfWork(session, id, problem),
  )
}

/** Opens a version in place of a production file that is damaged or gone. */
export function openRescued(session: Session, key: string, path: string): Promise<void> {
  beginOpening(session)
  return openWith(session, request('versions:rescue', { key, path }))
}

/** Begins the next episode of a series: a production without a film yet, at the rate of the template. */
export async function createFromTemplate(
  session: Session,
  template: SeriesTemplate,
  wish: ApplyWish,
): Promise<void> {
  const made = applyTemplate(template, wish, makeId).run(productionWithoutFilm(template.rate, makeId))
  if (!made.ok) {
    session.tell(made.problem)
    return
  }
  beginOpening(session)
  await openWith(session, request('production:create', { document: made.value }))
}

/** Asks for an exchange file and opens what it holds as a new production. */
export async function importExchange(session: Session): Promise<void> {
  const chosen = await request('file:choose', { purpose: 'import' })
  if (!chosen.ok || !chosen.value) return
  beginOpening(session)
  await openWith(session, request('import:read', importRequest(session, chosen.value)))
}

/** Asks for the film of the reel under the playhead and attaches it. */
export async function attachFilm(session: Session): Promise<void> {
  const work = session.work.value
  const reelId = session.playhead.state.value.reel
  if (!work || !reelId) return
  const chosen = await request('file:choose', { purpose: 'film' })
  if (!chosen.ok || !chosen.value) return
  const film = await probed(session, chosen.value)
  const reel = work.documents.document.reels[reelId]
  if (!film || !reel) return
  const { rate } = work.documents.document.production
  const own = rateOfFilm(film)
  if (own && !sameSpeed(own, rate)) {
    session.tell(otherRate(film, rate))
    return
  }
  const media = mediaOfFilm(film, rate, reel.programme.start)
  const hasCues = recordsOf(work.documents.document, 'cues').some(({ spans }) =>
    spans.some((span) => span.reel === reelId),
  )
  const bounds = programmeOfFilm(media, rate)
  const edits = [
    attachMedia(reelId, media, pictureRateOf(film)),
    ...(hasCues ? [] : [setProgramme(reelId, bounds)]),
  ]
  if (!session.apply(joinEdits('Attach media', edits)) || !hasCues) return
  if (bounds.start > reel.programme.start || bounds.end < reel.programme.end)
    session.say(otherBounds(film, bounds, rate))
}

/**
 * Saves to the production's file, or asks for one. Resolves to whether everything is in a file now. A version of another
 * program on the disk is replaced only if it is `over`, which the user has seen. Tried again `byItself`, it opens no dialog.
 */
export async function saveProduction(
  session: Session,
  as: boolean,
  over: string | null = null,
  byItself = false,
): Promise<boolean> {
  const work = session.work.value
  if (!work) return false
  flushDrafts()
  // Saving elsewhere does not wait for a folder that does not answer.
  if (as) return save(session, work, { as, over: null, byItself: false })
  return work.pending.inTurn(() => save(session, work, { as, over, byItself }))
}

type SaveWish = { readonly as: boolean; readonly over: string | null; readonly byItself: boolean }

async function save(session: Session, work: OpenWork, { as, over, byItself }: SaveWish): Promise<boolean> {
  // Not held up by a journal that cannot be written: then saving is what brings the changes to safety.
  work.journal.retryNow()
  const { path } = work.saved.value
  const { made } = work.journal.state.value
  const { document } = work.documents
  const saved = await whileBusy(
    session,
    'Saving',
    packGently(document).then((packed) =>
      request('production:save', { id: work.id, document: packed, lastSequence: made, as, over }),
    ),
    'Saving: the folder does not answer yet',
  )
  const hasMoved = !as && work.saved.value.path !== path
  if (session.work.value !== work) return saved.ok && saved.value !== null && saved.value !== 'changed'
  if (!saved.ok) {
    const isTriedAgain =
      !as && !hasMoved && work.saved.value.path !== null && !isOnlyLookedAt(work.guard.value)
    if (isTriedAgain) work.pending.refused(saved.problem, () => saveProduction(session, false, over, true))
    else session.tell(saved.problem)
    return false
  }
  if (saved.value === null) return false
  if (saved.value === 'changed') {
    work.pending.done()
    if (!byItself) session.moment.patch({ dialog: 'otherVersion', otherCopy: null })
    return false
  }
  work.pending.done()
  work.journal.retryNow()
  work.saved.set({ path: saved.value.path, sequence: made })
  work.guard.set(saved.value.guard)
  const { title, kept } = saved.value
  session.say(
    kept === null ? `Saved as ${title}` : `Saved as ${title}. The other version is kept as “${kept}”.`,
  )
  return true
}

/** Closes the production; what was not saved stays in the journal and is offered on the welcome screen. */
export async function closeProduction(session: Session): Promise<void> {
  const work = session.work.value
  if (!work) return
  if (!(await settle(session, work))) return
  session.leave()
  await refreshStart(session)
}

/**
 * Makes sure that nothing is lost when the production goes: writes it to its file if it has one. Resolves to false, having
 * said so, when changes are neither in a file nor in the journal; then the production stays open.
 */
export async function settle(session: Session, work: OpenWork): Promise<boolean> {
  flushDrafts()
  await keepView(session)
  const { path, sequence } = work.saved.value
  if (path !== null && work.journal.state.value.made > sequence) await saveProduction(session, false)
  const isSaved = work.saved.value.sequence === work.journal.state.value.made
  if (!isSaved && !(await work.journal.isSafeWithin(longestFlush))) {
    session.tell(notSafe(work))
    return false
  }
  if (!isSaved && session.moment.value.dialog === 'otherVersion') return false
  await request('production:close', { id: work.id })
  return true
}

function notSafe({ journal }: OpenWork): Problem {
  const { made, safe, problem } = journal.state.value
  return {
    message: 'This production stays open: its last changes are not on the disk.',
    expected: 'every change in the journal or in a file',
    found: `${made - safe} ${made - safe === 1 ? 'change' : 'changes'} in memory only${problem ? `; ${problem.found}` : ''}`,
    remedy:
      'Save it on a disk that has room, with Save as. Closing the window once more leaves without them.',
  }
}

/** Reads what the welcome screen shows. */
export async function refreshStart(session: Session): Promise<void> {
  const start = await request('app:start', {})
  if (!start.ok) throw new Error(problemText(start.problem))
  session.start.set(start.value)
  session.settings.set(start.value.settings)
}

async function openFilm(session: Session, path: string, isLatest: () => boolean): Promise<void> {
  if (!session.work.value) await preview(session, path)
  const film = await probed(session, path)
  if (!isLatest()) return
  if (!film) {
    endPreview(session)
    return
  }
  const { document, note } = productionForFilm(film, makeId)
  await openWith(session, request('production:create', { document }), film)
  if (note) session.say(note)
  if (film.picture && film.sounds.length === 0)
    session.say('This film has no sound. Cues are marked by the picture.')
}

/** Shows the film's first picture while it is being read. */
async function preview(session: Session, path: string): Promise<void> {
  const served = await request('media:serve', { path })
  if (!served.ok) return
  session.opening.set(served.value)
  session.transport.preview(served.value.url)
  await session.transport.firstPicture(longestPreview)
}

function endPreview(session: Session): void {
  if (session.opening.value) session.transport.unload()
  session.opening.set(null)
}

async function openWith(
  session: Session,
  opening: Promise<Result<PackedProduction>>,
  film?: OpenedFilm,
  offer?: (problem: Problem) => Promise<boolean>,
): Promise<void> {
  session.guards.clear()
  const [opened] = await Promise.all([whileBusy(session, 'Opening', opening), keepView(session)])
  if (!opened.ok) {
    endPreview(session)
    if (!(await offer?.(opened.problem))) session.tell(opened.problem)
    return
  }
  const before = session.work.value
  // The same production, opened again, has taken its place in the main process already, journal and all.
  if (before && before.id !== opened.value.id && !(await settle(session, before))) {
    await request('production:close', { id: opened.value.id })
    return
  }
  const [document, view] = await Promise.all([unpackGently(opened.value.document), keptView(opened.value.id)])
  session.adopt(opened.value, document, film, view)
  for (const warning of opened.value.warnings) session.tell(warning)
  const work = session.work.value
  if (!work) return
  if (opened.value.recovered.length > 0) void tellRecovered(session, work)
  followMedia(session, work)
}

async function probed(session: Session, path: string): Promise<OpenedFilm | null> {
  const name = path.split(/[\\/]/).at(-1) ?? path
  const quiet = `${name} does not answer yet`
  const film = await whileBusy(session, 'Reading the film', session.films.openPath(path), quiet)
  const problem = film.ok ? unsteady(session, film.value) : film.problem
  if (problem) session.tell(problem)
  return film.ok && !problem ? film.value : null
}

/** The Problem for a film of a variable rate where no copy at a constant one is there or can be made. */
function unsteady({ films }: Session, film: OpenedFilm): Problem | null {
  const isHopeless = film.picture?.isVariableRate && !film.prepared && !films.abilities.ffmpeg
  return isHopeless ? films.problemOf(film) : null
}

/** Shows what is under way; `quiet` takes its place when that takes long. */
async function whileBusy<T>(session: Session, what: string, work: Promise<T>, quiet = what): Promise<T> {
  session.busy.set(what)
  const timer = setTimeout(() => {
    if (session.busy.value === what) session.busy.set(quiet)
  }, quietTime)
  try {
    return await work
  } finally {
    clearTimeout(timer)
    // Another opening may have begun meanwhile.
    if (session.busy.value === what || session.busy.value === quiet) session.busy.set(null)
  }
}

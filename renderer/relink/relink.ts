import { type Relink, relinkMedia } from '../../shared/edits/relinkEdits.ts'
import type { NamedFile } from '../../shared/model/namedFiles.ts'
import { fileName, namedFiles } from '../../shared/model/namedFiles.ts'
import { request } from '../ipc.ts'
import type { OpenWork, Session } from '../store/session.ts'
import { comparedOffer, type Offer, relinkOf, sameOffer } from './mediaFinder.ts'
import { eachPathOnce, troubledFiles } from './mediaLinks.ts'
import { troubleText } from './relinkWords.ts'

/** Points the production at files that were found again by themselves when it was opened. */
export function relinkMoved(session: Session): void {
  const work = session.work.value
  if (!work) return
  const named = new Set(namedFiles(work.documents.document).map(({ path }) => path))
  const moved = session.links.moved.filter(({ from }) => named.has(from))
  if (moved.length > 0) session.apply(relinkMedia(moved.map((file) => ({ ...file, content: null }))))
}

/** Looks whether files are those that were spotted, now and whenever the production names others, behind everything else. */
export function followMedia(session: Session, work: OpenWork): void {
  let { reels } = work.documents.document
  void checkMedia(session, work)
  work.documents.state.subscribe(({ document }) => {
    if (document.reels === reels) return
    reels = document.reels
    void checkMedia(session, work)
  })
}

async function checkMedia(session: Session, work: OpenWork): Promise<void> {
  if (session.work.value !== work) return
  const files = session.links.takeUnchecked(eachPathOnce(work.documents.document))
  if (files.length === 0) return
  const checked = await request('media:check', {
    files: files.map(({ path, identity }) => ({ path, identity })),
  })
  if (!checked.ok || session.work.value !== work) return
  session.links.note(files.map(({ path }, index) => [path, checked.value[index] ?? 'silent'] as const))
  announceTrouble(session, work)
}

/** Has a screen reader say what the strip says, when that is new. */
function announceTrouble({ links, moment }: Session, { documents }: OpenWork): void {
  const { document } = documents
  const text = troubleText(troubledFiles(document, links.states.value), eachPathOnce(document).length)
  if (text !== '' && !moment.value.announcement.includes(text)) moment.patch({ announcement: text })
}

/** Opens the dialog that finds media; what lies where something else was expected is compared already. */
export function openFinder(session: Session): void {
  if (session.finder.state.value.progress === null) session.finder.clear()
  session.moment.patch({ dialog: 'media' })
  const work = session.work.value
  if (!work) return
  for (const file of troubledFiles(work.documents.document, session.links.states.value)) {
    const there = file.state === 'changed' ? file.path : file.other
    if (there) void compareFile(session, file, there)
  }
}

/** Lets the user choose a folder and looks through it for every file that is missing. */
export async function searchFolder(session: Session): Promise<void> {
  const work = session.work.value
  const chosen = await request('media:chooseFolder', {})
  if (!chosen.ok || !chosen.value || !work || session.work.value !== work) return
  const missing = troubledFiles(work.documents.document, session.links.states.value)
  const { finder } = session
  const progress = { folders: 0, files: 0, found: 0, at: chosen.value }
  finder.state.patch({ progress, outcome: null })
  const searched = await request('media:search', {
    folder: chosen.value,
    wanted: missing.map(({ path, identity }) => ({ path, identity })),
  })
  if (session.work.value !== work) return
  finder.state.patch({ progress: null })
  if (!searched.ok) {
    session.tell(searched.problem)
    return
  }
  for (const { path, file, by } of searched.value.found) {
    const named = missing.find((entry) => entry.path === path)
    if (!named) continue
    if (by === 'content') finder.offer(path, sameOffer(file))
    else if (finder.state.value.offers.get(path)?.kind !== 'same') await compareFile(session, named, file)
  }
  finder.state.patch({ outcome: searched.value })
}

/** Ends the search that is under way; what it has found so far is not offered. */
export async function stopSearch(): Promise<void> {
  await request('media:stopSearch', {})
}

/** Lets the user choose the file for one that is named, and compares the two. */
export async function chooseFile(session: Session, file: NamedFile): Promise<void> {
  const work = session.work.value
  const chosen = await request('file:choose', { purpose: 'film' })
  if (!chosen.ok || !chosen.value || session.work.value !== work) return
  await compareFile(session, file, chosen.value)
  const offer = session.finder.state.value.offers.get(file.path)
  if (session.moment.value.dialog === 'media') return
  if (offer?.kind === 'same') relink(session, [[file, offer]])
  else if (offer) session.moment.patch({ dialog: 'media' })
}

/** Relinks everything that is ticked, as one edit. */
export function relinkTaken(session: Session): void {
  const work = session.work.value
  if (!work) return
  const { offers } = session.finder.state.value
  const taken = eachPathOnce(work.documents.document).flatMap((file): [NamedFile, Offer][] => {
    const offer = offers.get(file.path)
    return offer?.isTaken ? [[file, offer]] : []
  })
  if (taken.length > 0 && relink(session, taken)) session.moment.patch({ dialog: 'none' })
}

async function compareFile(session: Session, file: NamedFile, at: string): Promise<void> {
  const work = session.work.value
  const opened = await request('media:open', { path: at })
  if (!work || session.work.value !== work) return
  if (!opened.ok) {
    session.tell(opened.problem)
    return
  }
  const { rate } = work.documents.document.production
  session.finder.offer(file.path, comparedOffer(file, opened.value, rate))
}

function relink(session: Session, taken: readonly (readonly [NamedFile, Offer])[]): boolean {
  const document = session.work.value?.documents.document
  if (!document) return false
  const { rate } = document.production
  const links = taken.map(([file, offer]): Relink => relinkOf(file, offer, rate))
  if (!session.apply(relinkMedia(links))) return false
  session.links.note(links.map(({ to }) => [to, 'same'] as const))
  reopen(session, new Set(links.flatMap(({ from, to }) => (from === to ? [to] : []))))
  const [only] = links
  session.say(
    links.length === 1 && only
      ? `Relinked: ${fileName(only.to)}`
      : `${links.length} media files relinked. Undo takes all of it back.`,
  )
  return true
}

/** Looks once more whether files are at their places, as after a disk was connected. */
export async function lookAgain(session: Session): Promise<void> {
  const work = session.work.value
  if (!work) return
  const before = troubledFiles(work.documents.document, session.links.states.value)
  const checked = await request('media:check', {
    files: before.map(({ path, identity }) => ({ path, identity })),
  })
  if (!checked.ok || session.work.value !== work) return
  session.links.note(before.map(({ path }, index) => [path, checked.value[index] ?? 'silent'] as const))
  const after = troubledFiles(work.documents.document, session.links.states.value)
  reopen(session, new Set(before.map(({ path }) => path)))
  const back = before.length - after.length
  session.say(back === 0 ? 'Nothing has come back yet.' : `${back} of ${before.length} are there again.`)
}

/** Opens films anew of which the content has changed, if one of them is under the playhead. */
function reopen(session: Session, paths: ReadonlySet<string>): void {
  for (const path of paths) session.films.forget(path)
  const { reel: id } = session.playhead.state.value
  const reel = id && session.work.value?.documents.document.reels[id]
  if (reel?.media && paths.has(reel.media.path)) void session.playhead.open(reel)
}

import { connectCatalogue } from '../catalogue/connectCatalogue.ts'
import { bindKeys, commandById, runCommand } from '../commands/commands.ts'
import { connectGuard } from '../guard/connectGuard.ts'
import { connectHistory } from '../history/connectHistory.ts'
import { acceptDroppedFile, listen, request } from '../ipc.ts'
import { connectPicture } from '../picture/connectPicture.ts'
import { connectSound } from '../sound/connectSound.ts'
import { openPath, refreshStart, settle } from '../store/openings.ts'
import type { OpenWork, Session } from '../store/session.ts'
import { heardOfVersion } from '../store/versionOffer.ts'
import { connectView } from '../store/viewKeeper.ts'

/** Connects a session to the window and the main process: keys, menu, dropped files, settings, closing. */
export function connectSession(session: Session): void {
  bindKeys(session, window)
  connectPicture(session)
  connectSound(session)
  connectView(session)
  listen('media:searching', (progress) => {
    if (session.finder.state.value.progress) session.finder.state.patch({ progress })
  })
  connectGuard(session)
  connectHistory(session)
  connectCatalogue(session)
  listen('menu:chosen', ({ command }) => runCommand(session, commandById(command)))
  listen('file:offered', ({ path }) => void openPath(session, path))
  listen('versions:kept', (news) => heardOfVersion(session, news))
  listen('window:closing', () => void leaveWindow(session))
  acceptDrops(session)
  session.settings.subscribe(({ theme, follow, overviewColour }) => {
    document.documentElement.dataset.theme = theme
    document.documentElement.dataset.cueColour = overviewColour
    session.timeline.setFollow(follow, matchMedia('(prefers-reduced-motion: reduce)').matches)
  })
  session.work.subscribe((work) => {
    document.title = work ? `${work.documents.document.production.title} – Needledrop` : 'Needledrop'
  })
  void begin(session)
}

async function begin(session: Session): Promise<void> {
  await refreshStart(session)
  const start = session.start.value
  for (const problem of start?.problems ?? []) session.tell(problem)
  if (start?.file) await openPath(session, start.file)
}

/** Productions that the user was told cannot be brought to safety; closing the window again leaves them all the same. */
const warned = new WeakSet<OpenWork>()

async function leaveWindow(session: Session): Promise<void> {
  const work = session.work.value
  const mayGo = !work || warned.has(work) || (await settle(session, work))
  if (work && !mayGo) warned.add(work)
  await request('window:close', { stays: !mayGo })
}

function acceptDrops(session: Session): void {
  window.addEventListener('dragover', (event) => event.preventDefault())
  window.addEventListener('drop', (event) => {
    event.preventDefault()
    const [file] = event.dataTransfer?.files ?? []
    if (file) void openDropped(session, file)
  })
}

async function openDropped(session: Session, file: File): Promise<void> {
  const path = await acceptDroppedFile(file)
  if (path) await openPath(session, path)
}

import { attachProxy } from '../../shared/edits/reelEdits.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import { request } from '../ipc.ts'
import type { Session } from './session.ts'

/** Asks for a proxy of the user's own and lets it stand in for a reel's film, if it is that film frame for frame. */
export async function attachOwnProxy(session: Session, reel: ReelId): Promise<void> {
  const media = session.work.value?.documents.document.reels[reel]?.media
  if (!media) return
  const chosen = await request('file:choose', { purpose: 'film' })
  if (!chosen.ok || !chosen.value) return
  const attached = await request('media:attachProxy', { path: media.path, proxy: chosen.value })
  if (!attached.ok) {
    session.tell(attached.problem)
    return
  }
  const { prepared, identity } = attached.value
  if (session.apply(attachProxy(reel, { path: chosen.value, identity })))
    session.films.standIn(media.path, prepared)
}

/** Lets the film itself, or the copy that the app has of it, play again. */
export async function detachOwnProxy(session: Session, reel: ReelId): Promise<void> {
  const media = session.work.value?.documents.document.reels[reel]?.media
  if (!media?.proxy || !session.apply(attachProxy(reel, null))) return
  const opened = await session.films.openPath(media.path)
  if (opened.ok) session.films.standIn(media.path, opened.value.prepared)
}

import type { Place } from '../../shared/edits/cueSpans.ts'
import { frames } from '../../shared/time/frames.ts'
import type { Session } from '../store/session.ts'
import type { WantedPicture } from './thumbnails.ts'

/** How a picture of a place is wanted. */
export type PictureWish = Pick<WantedPicture, 'width' | 'urgency'> & { readonly signal: AbortSignal }

/** The small picture at a timecode frame of a reel; null where no film shows it. */
export async function pictureOfPlace(
  session: Session,
  { reel: id, frame }: Place,
  { width, urgency, signal }: PictureWish,
): Promise<ImageBitmap | null> {
  const document = session.work.value?.documents.document
  const reel = document?.reels[id]
  if (!document || !reel?.media) return null
  const film = await session.reelFilms.of(reel, document.production.rate)
  const fileFrame = frames(frame - reel.media.startFrame)
  if (!film || signal.aborted || fileFrame < 0 || fileFrame >= film.frameCount) return null
  return session.thumbnails.request({ film, frame: fileFrame, width, urgency }, signal)
}

/** Draws a small picture over the whole of a canvas. */
export function drawPicture(canvas: HTMLCanvasElement, picture: ImageBitmap): void {
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext('2d', { alpha: false })?.drawImage(picture, 0, 0)
}

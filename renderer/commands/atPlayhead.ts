import type { Place } from '../../shared/edits/cueSpans.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import type { Session } from '../store/session.ts'

/**
 * Does something at the frame on screen at this moment, by the rules of a mark: as soon as the picture proves the frame,
 * in the order of the keys, and not at all if it cannot be proved. `what` is done, as in “The note is not set”.
 */
export function atShownFrame(session: Session, what: string, run: (place: Place) => void): void {
  const at = session.playhead.mark()
  if (!at) {
    session.say('There is no reel yet: open a film first.')
    return
  }
  const place: Place = { reel: at.reel, frame: at.frame }
  const work = session.work.value
  const isShown = at.verified || session.playhead.verify(place)
  session.marks.add(() => {
    if (session.work.value !== work) return undefined
    if (isShown !== true) return whenShown(session, isShown, what, place, run)
    run(place)
    return undefined
  })
}

async function whenShown(
  session: Session,
  isShown: Promise<boolean>,
  what: string,
  place: Place,
  run: (place: Place) => void,
): Promise<void> {
  const work = session.work.value
  const isProven = await isShown
  if (session.work.value !== work || !work) return
  if (isProven) {
    run(place)
    return
  }
  session.tell({
    message: `${what}: the picture could not be brought to its frame.`,
    expected: `the picture of ${formatTimecode(place.frame, work.documents.document.production.rate)}`,
    found: 'another frame on screen',
    remedy: 'Step to the frame with the arrow keys and try again.',
  })
}

import { type Place, spansOf } from '../../shared/edits/cueSpans.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import type { Session } from '../store/session.ts'
import type { PictureStage } from './pictureWindow.ts'

/** Writes the timecode of the picture on screen and the cue that plays there, or nothing if the user wants neither. */
export function writeOverlay(session: Session, { overlay, timecode, cue }: PictureStage): void {
  const document = session.work.value?.documents.document
  const { reel, frame, shown } = session.playhead.state.value
  const isWanted = session.settings.value.pictureOverlay && document !== undefined && reel !== null
  overlay.hidden = !isWanted
  if (!isWanted) return
  const place = { reel, frame: shown ?? frame }
  timecode.textContent = formatTimecode(place.frame, document.production.rate)
  cue.textContent = cuesAt(document, place)
    .map((playing) => nameOf(document, playing))
    .join(' · ')
}

/** The cues with music at a place, in the order of the document; an open one goes on from its in. */
export function cuesAt(document: ProductionDocument, { reel, frame }: Place): readonly Cue[] {
  return recordsOf(document, 'cues').filter((cue) =>
    spansOf(cue).some(
      ({ reel: on, start, end }) =>
        on === reel &&
        typeof start === 'number' &&
        start <= frame &&
        (end === null || (typeof end === 'number' && frame < end)),
    ),
  )
}

function nameOf({ works }: ProductionDocument, { number, title, work }: Cue): string {
  return [number, title || (work && works[work]?.title) || 'Untitled'].filter(Boolean).join(' ')
}

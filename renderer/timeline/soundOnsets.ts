import { columnsPerSecond } from '../../shared/peaks/peakColumns.ts'
import { columnAtFrame } from '../../shared/peaks/peaks.ts'
import { frames } from '../../shared/time/frames.ts'
import { KnownOnsets } from '../media/knownOnsets.ts'
import { findOnsets } from '../media/onsetsSource.ts'
import type { Session } from '../store/session.ts'
import type { OnsetProvider } from './onsets.ts'
import { lanesHere } from './soundLanes/lanesHere.ts'
import { shownLane } from './soundLanes/soundLane.ts'

/**
 * Base columns by which sound may show before its time: codecs smear an attack ahead. Sound mostly sets in with a frame, so
 * that what begins less than this before a frame is said to begin with it.
 */
const smear = 4

const ofAll = new KnownOnsets(findOnsets)

/**
 * Gives the onsets of sound as far as they are known. Asking has what is missing analysed in a thread of its own, so that
 * asking again a moment later finds more. None in what is not analysed yet, and none in ranges of more than four minutes.
 */
export function onsetsOf(session: Session, known: KnownOnsets = ofAll): OnsetProvider {
  return (id, { start, end }) => {
    const document = session.work.value?.documents.document
    const reel = document?.reels[id]
    const part = shownLane(lanesHere(session), session.sound.mix.value)?.parts.get(id)
    const peaks = part && session.peaks.of(part.path, part.stream)
    if (!document || !reel || !part || !peaks) return []
    const { rate } = document.production
    const origin = reel.media?.startFrame ?? reel.programme.start
    const second = part.secondAtOrigin ?? session.transport.pictureStart
    const columns = {
      start: columnAtFrame(start - origin, rate, second),
      end: columnAtFrame(end - origin, rate, second),
    }
    const found = known
      .within(peaks, columns)
      .map((column) => ((column + smear) / columnsPerSecond - second) * (rate.num / rate.den))
    return [...new Set(found.map((at) => frames(origin + Math.floor(at))))].filter(
      (frame) => frame >= start && frame < end,
    )
  }
}

import type { CueId } from '../../shared/model/ids.ts'
import { cueExtent } from '../commands/cuePlaces.ts'
import type { Session } from '../store/session.ts'

/** Selects a use everywhere and brings the picture to its first frame. */
export function showUse(session: Session, id: CueId): void {
  session.select([id])
  const extent = extentOf(session, id)
  if (extent?.start == null) return
  session.playhead.goToAxisFrame(extent.start)
  session.timeline.reveal(extent.start)
}

/** Plays a use from its first frame to its last, once. */
export function playUse(session: Session, id: CueId): void {
  showUse(session, id)
  if (extentOf(session, id)?.start == null) return
  session.playhead.playStretch({
    kind: 'around',
    range: () => {
      const extent = extentOf(session, id)
      return extent?.start == null || extent.end === null ? null : { start: extent.start, end: extent.end }
    },
  })
}

function extentOf(session: Session, id: CueId) {
  const cue = session.work.value?.documents.document.cues[id]
  return cue ? cueExtent(session.timeline.axis.value, cue) : null
}

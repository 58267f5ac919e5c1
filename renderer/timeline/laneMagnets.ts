import type { OpenWork, Session } from '../store/session.ts'
import { magnetsFor } from './magnetSources.ts'
import type { Magnet } from './snapping.ts'

/** What a note or a segment border is caught by; `dragged` is an axis frame that catches nothing, since it is what moves; none while catching is off. */
export function laneMagnets(session: Session, work: OpenWork, dragged: number): readonly Magnet[] {
  if (!session.settings.value.snapping) return []
  return magnetsFor(session, work, null).filter(({ frame, kind }) => kind === 'playhead' || frame !== dragged)
}

import type { Finding, Severity } from '../../shared/model/finding.ts'
import { projectionOf } from '../review/findings.ts'
import type { Session } from '../store/session.ts'
import { cueExtent } from './cuePlaces.ts'

/** Shows what a finding is about: selects its cue, brings the playhead to its in, and the timeline to the playhead. */
export function goToFinding(session: Session, finding: Finding | null): void {
  const work = session.work.value
  if (!work || !finding) return
  const cue = finding.cue && work.documents.document.cues[finding.cue]
  if (!cue) {
    session.moment.patch({ dialog: 'production' })
    return
  }
  session.select([cue.id])
  const { start } = cueExtent(session.timeline.axis.value, cue)
  if (start !== null) {
    session.playhead.goToAxisFrame(start)
    session.timeline.reveal(start)
  }
  session.moment.patch({ announcement: finding.message })
}

/** The next error or warning after (1) or before (−1) the selected cue, in the order of the review; wraps around. */
export function nextFinding(session: Session, direction: 1 | -1): Finding | null {
  const work = session.work.value
  if (!work) return null
  const { order, gravestOf, findingsOf } = projectionOf(work.documents.document)
  const withGravest = (severity: Severity) => order.filter((id) => gravestOf.get(id) === severity)
  const cues = [...withGravest('error'), ...withGravest('warning')]
  const [selected] = session.moment.value.selection
  const at = selected ? cues.indexOf(selected) : -1
  const next =
    at < 0 && direction < 0 ? cues.length - 1 : (at + direction + cues.length) % Math.max(1, cues.length)
  const cue = cues[next]
  return (cue && findingsOf.get(cue)?.[0]) ?? null
}

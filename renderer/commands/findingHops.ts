import { type Finding, findingKey, type Severity } from '../../shared/model/finding.ts'
import { fieldOfFinding } from '../cues/fieldOfFinding.ts'
import { projectionOf } from '../review/findings.ts'
import { headerField } from '../settings/headerFindings.ts'
import type { Session } from '../store/session.ts'
import { focusWhenThere } from '../ui/focusWhenThere.ts'
import { cueExtent } from './cuePlaces.ts'

/** Shows what a finding is about: selects its cue, brings the playhead to its in, and the timeline to the playhead. */
export function goToFinding(session: Session, finding: Finding | null): void {
  const work = session.work.value
  if (!work || !finding) return
  const cue = finding.cue && work.documents.document.cues[finding.cue]
  if (!cue) {
    session.moment.patch({ dialog: 'production', finding })
    return
  }
  session.select([cue.id])
  const { start } = cueExtent(session.timeline.axis.value, cue)
  if (start !== null) {
    session.playhead.goToAxisFrame(start)
    session.timeline.reveal(start)
  }
  session.moment.patch({ announcement: finding.message, finding })
}

/** Goes to what a finding is about, and puts the keyboard into the field where it is put right. */
export function goToField(session: Session, finding: Finding | null): void {
  const document = session.work.value?.documents.document
  if (!document || !finding) return
  goToFinding(session, finding)
  const cue = finding.cue && document.cues[finding.cue]
  if (cue) {
    const field = fieldOfFinding(finding, cue, document)
    if (field) session.moment.patch({ room: 'spot', fieldWanted: { cue: cue.id, field } })
    return
  }
  const field = headerField(finding)
  if (field) focusWhenThere(`[role="dialog"] [data-field="${field}"] :is(input, textarea)`)
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

/**
 * The next error or warning after (1) or before (−1) the one that the editor is at, one by one, in the order of the review; wraps
 * around. After one that was put right comes the one that took its place.
 */
export function neighbourFinding(session: Session, direction: 1 | -1): Finding | null {
  const work = session.work.value
  if (!work) return null
  const { rows } = projectionOf(work.documents.document)
  const { error, warning } = rows.counts
  const count = error + warning
  if (count === 0) return null
  const { finding, selection } = session.moment.value
  const [selected] = selection
  const isThere = finding !== null && finding.severity !== 'info' && (!selected || finding.cue === selected)
  const from = isThere ? finding : null
  const severity = from?.severity ?? 'error'
  const base = severity === 'error' ? 0 : error
  const first = rows.startOf(severity, from ? from.cue : selected)
  const key = from && findingKey(from)
  let at = base + first - (direction > 0 ? 1 : 0)
  for (let row = first; from; row += 1) {
    const other = rows.at(severity, row)
    if (!other || other.cue !== from.cue) break
    if (findingKey(other) === key) at = base + row
  }
  const next = (((at + direction) % count) + count) % count
  return next < error ? rows.at('error', next) : rows.at('warning', next - error)
}

/** The finding that keys work on: the one that the editor is at, as long as it stands, else the gravest of the selected cue. */
export function currentFinding(session: Session): Finding | null {
  const work = session.work.value
  if (!work) return null
  const { findingsOf, own } = projectionOf(work.documents.document)
  const { finding, selection } = session.moment.value
  const [selected] = selection
  if (finding && (finding.cue === undefined || finding.cue === selected)) {
    const key = findingKey(finding)
    const here = finding.cue === undefined ? own : (findingsOf.get(finding.cue) ?? [])
    const standing = here.find((each) => findingKey(each) === key)
    if (standing) return standing
  }
  return (selected && findingsOf.get(selected)?.[0]) ?? null
}

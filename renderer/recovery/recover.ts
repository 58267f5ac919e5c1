import { doFitting, fittingChange } from '../../shared/edits/changeEdits.ts'
import type { KeptAside } from '../../shared/ipc/recoveryFacts.ts'
import { request } from '../ipc.ts'
import { relinkMoved } from '../relink/relink.ts'
import type { OpenWork, Session } from '../store/session.ts'
import { flushDrafts } from '../ui/FieldDraft.ts'
import { editsText, leftText, recoveredText } from './recoveryWords.ts'

/** Of a title, as much as names a production. */
const longestTitle = 300

/** Says what came back with a production that was just opened. */
export async function tellRecovered(session: Session, work: OpenWork): Promise<void> {
  const facts = await request('recovery:facts', { id: work.id })
  if (!facts.ok || !facts.value || session.work.value !== work) return
  session.recovery.offer(facts.value)
  session.moment.patch({ announcement: recoveredText(facts.value) })
}

/** Goes back to the file as it was saved; what goes is kept aside first, and the step itself can be undone. */
export async function refuseRecovered(session: Session): Promise<void> {
  flushDrafts()
  const work = session.work.value
  const since = session.recovery.since
  if (!work || !since) return
  const title = work.documents.document.production.title.slice(0, longestTitle)
  const refused = await request('recovery:refuse', { id: work.id, title, since: [...since] as never })
  if (session.work.value !== work) return
  if (!refused.ok) {
    session.tell(refused.problem)
    return
  }
  const { change, kept } = refused.value
  if (!session.apply(doFitting('Go back to the saved file', change))) return
  relinkMoved(session)
  session.recovery.refused(kept)
  session.say(`Back to the file as it was saved. ${editsText(kept.count)} kept aside.`)
}

/** Brings refused work back as one step; the latest if none is named. */
export async function bringBackRefused(session: Session, named?: KeptAside): Promise<void> {
  const work = session.work.value
  if (!work) return
  const list = named ? null : await request('recovery:kept', { id: work.id })
  const kept = named ?? (list?.ok ? list.value[0] : undefined)
  if (!kept) {
    session.say('No work was refused in this production in the last 30 days.')
    return
  }
  const change = await request('recovery:take', { id: work.id, name: kept.name })
  if (session.work.value !== work) return
  if (!change.ok) {
    session.tell(change.problem)
    return
  }
  const { left } = fittingChange(work.documents.document, change.value)
  if (!session.apply(doFitting('Bring back refused work', change.value))) return
  relinkMoved(session)
  session.recovery.end()
  session.say(`${editsText(kept.count)} brought back. ${leftText(left)}`.trim())
}

import { blockersCsv } from '../../shared/formats/blockersCsv.ts'
import { request } from '../ipc.ts'
import { today } from '../licensing/today.ts'
import type { Session } from '../store/session.ts'
import { rightsOf } from './rights.ts'

/** Asks where the list of what blocks delivery goes, and writes it. */
export async function exportBlockers(session: Session): Promise<void> {
  const document = session.work.value?.documents.document
  if (!document) return
  const { byteOrderMark } = session.settings.value
  const text = blockersCsv(rightsOf(document).blockers, { byteOrderMark })
  const title = document.production.title.replaceAll(/[\\/:*?"<>|]/g, '-') || 'Untitled'
  const written = await request('artifact:write', { name: `${title}-blocks-delivery-${today()}.csv`, text })
  if (!written.ok) session.tell(written.problem)
  else if (written.value !== null) session.say(`Exported to ${written.value}`)
}

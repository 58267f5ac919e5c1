import { restoreDocument } from '../../shared/edits/restoreDocument.ts'
import type { ListedVersion } from '../../shared/ipc/versions.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { request } from '../ipc.ts'
import { openPath, openRescued } from '../store/openings.ts'
import type { Session } from '../store/session.ts'
import { flushDrafts } from '../ui/FieldDraft.ts'
import { calledVersion } from './versionWords.ts'

/** Brings the open production back to a version, as one edit. */
export function restoreVersion(session: Session, version: ListedVersion, document: ProductionDocument): void {
  flushDrafts()
  const label = `Restore ${calledVersion(version.at, new Date())}`
  const before = session.work.value?.documents.document
  if (!session.apply(restoreDocument(label, document))) return
  session.moment.patch({ dialog: 'none' })
  const isChanged = session.work.value?.documents.document !== before
  session.say(
    isChanged ? `${label}. Undo takes it back.` : 'Nothing to restore: the production is as it was then.',
  )
}

/** Opens a production file with a version of it: restored as an edit where the file is whole, in its place where it is not. */
export async function openVersion(
  session: Session,
  version: ListedVersion,
  document: ProductionDocument,
  file: { readonly path: string; readonly isWhole: boolean },
): Promise<void> {
  session.moment.patch({ dialog: 'none' })
  if (!file.isWhole) {
    await openRescued(session, version.key, file.path)
    return
  }
  await openPath(session, file.path)
  if (session.work.value?.id === version.key.split('/')[0]) restoreVersion(session, version, document)
}

/** Asks for a name and saves a version there; the open production stays as it is. */
export async function saveVersion(session: Session, { key }: ListedVersion): Promise<void> {
  const saved = await request('versions:save', { key })
  if (!saved.ok) session.tell(saved.problem)
  else if (saved.value !== null)
    session.say(`The version is saved as ${saved.value.split(/[\\/]/).at(-1) ?? saved.value}.`)
}

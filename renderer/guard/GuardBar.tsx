import { Eye, Info, TriangleAlert } from 'lucide-react'
import { commandById, runCommand } from '../commands/commands.ts'
import { openPath, saveProduction } from '../store/openings.ts'
import { type OpenWork, type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { retryNow } from './connectGuard.ts'
import styles from './GuardBar.module.css'
import { type GuardNote, guardNotes, type NoteAction } from './guardNotes.ts'
import { leaveCopy } from './OtherVersionDialog.tsx'
import { showLatest } from './openForEditing.ts'

/** Under the top bar: what stands between the work and its file, as long as it does, with the ways out as buttons. */
export function GuardBar({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const guard = useStore(work.guard)
  const journal = useStore(work.journal.state)
  const pending = useStore(work.pending.problem)
  const { path, sequence } = useStore(work.saved)
  const leftCopies = useStore(session.leftCopies)
  const name = path?.split(/[\\/]/).at(-1) ?? 'This production'
  const notes = guardNotes({
    ...{ name, guard, journal, pending, leftCopies },
    isSaved: path !== null && sequence === journal.made,
    now: new Date(),
  })
  return (
    <section aria-label="State of the file" className={styles.bar}>
      {notes.map((note) => (
        <div key={note.key} className={styles.note} data-tone={note.tone} data-note={note.key.split(' ')[0]}>
          <span className={styles.sign}>{signOf(note)}</span>
          <p className={styles.words} role={note.tone === 'info' ? 'status' : 'alert'}>
            <strong>{note.text}</strong> <span>{note.detail}</span>
          </p>
          <span className={styles.actions}>
            {note.actions.map((action) => (
              <Button
                key={action}
                label={actionWords[action]}
                onPress={() => actions[action](session, work, note.file ?? '')}
              />
            ))}
          </span>
        </div>
      ))}
    </section>
  )
}

function signOf({ key, tone }: GuardNote) {
  if (key === 'hold') return <Eye size={15} aria-hidden />
  return tone === 'info' ? <Info size={15} aria-hidden /> : <TriangleAlert size={15} aria-hidden />
}

const actionWords: Readonly<Record<NoteAction, string>> = {
  retry: 'Try now',
  save: 'Save it here again',
  saveAs: 'Save as…',
  compare: 'Compare…',
  compareCopy: 'Compare…',
  leaveCopy: 'Leave it',
  goOnThere: 'Go on there',
  edit: 'Open for editing',
  editAnyway: 'Open for editing…',
  latest: 'Show the latest',
}

type Act = (session: Session, work: OpenWork, file: string) => void

const run = (id: string) => (session: Session) => runCommand(session, commandById(id))

const actions: Readonly<Record<NoteAction, Act>> = {
  retry: retryNow,
  save: (session) => void saveProduction(session, false),
  saveAs: run('production.saveAs'),
  compare: run('production.compare'),
  compareCopy: (session, _work, file) => session.moment.patch({ dialog: 'otherVersion', otherCopy: file }),
  leaveCopy: (session, _work, file) => leaveCopy(session, file),
  goOnThere: (session, work, file) => void goOnThere(session, work, file),
  edit: run('production.openForEditing'),
  editAnyway: run('production.openForEditing'),
  latest: showLatest,
}

/** Opens the file under its new name; what is not saved comes along in the journal. */
async function goOnThere(session: Session, { saved }: OpenWork, name: string): Promise<void> {
  const { path } = saved.value
  if (path)
    await openPath(session, path.slice(0, path.length - (path.split(/[\\/]/).at(-1) ?? '').length) + name)
}

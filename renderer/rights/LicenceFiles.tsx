import { X } from 'lucide-react'
import { updateLicence } from '../../shared/edits/licenceEdits.ts'
import type { Licence } from '../../shared/model/licence.ts'
import { request } from '../ipc.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import styles from './RightsInspector.module.css'
import { type PaperState, usePaperStates } from './usePaperStates.ts'

const stateWords: Readonly<Record<PaperState, string>> = {
  there: '● there',
  gone: '✕ not where it was',
  silent: '◌ its folder does not answer',
  link: 'link',
  asking: '…',
}

/** The papers of a licence, by where they are, and whether they still are there. */
export function LicenceFiles({ licence }: { readonly licence: Licence }) {
  const session = useSession()
  const stateOf = usePaperStates(licence.files)
  const attach = async () => {
    const chosen = await request('papers:choose', {})
    if (!chosen.ok) return session.tell(chosen.problem)
    const added = chosen.value.filter((path) => !licence.files.includes(path))
    if (added.length > 0) session.apply(updateLicence(licence.id, { files: [...licence.files, ...added] }))
  }
  return (
    <section className={styles.section} aria-label="Papers">
      <h3>
        Papers
        <Button kind="quiet" label="Attach…" onPress={() => void attach()} />
      </h3>
      {licence.files.map((file) => (
        <div key={file} className={styles.paperRow} data-state={stateOf(file)}>
          <span className={styles.file} title={file}>
            <bdi>{file}</bdi>
          </span>
          <span className={styles.dim}>{stateWords[stateOf(file)]}</span>
          <Button
            kind="quiet"
            label={`Detach ${file}`}
            icon={<X size={12} />}
            onPress={() =>
              void session.apply(
                updateLicence(licence.id, { files: licence.files.filter((other) => other !== file) }),
              )
            }
          />
        </div>
      ))}
      {licence.files.length === 0 ? <p className={styles.dim}>No paper is attached.</p> : null}
    </section>
  )
}

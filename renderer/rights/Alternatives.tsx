import type { CueUse } from '../../shared/sheet/cueUse.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { useSession } from '../store/session.ts'
import styles from './RightsInspector.module.css'
import { useAlternatives } from './useAlternatives.ts'

/** What of the personal catalogue may come in for music that is not cleared; a press shows what it would change. */
export function Alternatives({ use, rate }: { readonly use: CueUse; readonly rate: FrameRate }) {
  const session = useSession()
  const found = useAlternatives(use, rate)
  if (!found || found.length === 0) return null
  return (
    <section className={styles.section} aria-label="Alternatives">
      <h3>Alternatives from your catalogue</h3>
      <div className={styles.rows}>
        {found.slice(0, 3).map(({ entry, fits }) => (
          <button
            key={entry.id}
            type="button"
            className={styles.row}
            title={fits.join(' · ')}
            onClick={() => {
              session.select([use.cue.id])
              session.moment.patch({ alternative: entry.id })
              runCommand(session, commandById('rights.whatIf'))
            }}
          >
            <span className={styles.grow}>{entry.name}</span>
            <span className={styles.dim}>{fits[0]}</span>
          </button>
        ))}
      </div>
    </section>
  )
}

import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import styles from './LibraryDialog.module.css'

const mostShown = 60

/** The cues that use something; each can be gone to. */
export function UsesList({
  cues,
  document,
}: {
  readonly cues: readonly CueId[]
  readonly document: ProductionDocument
}) {
  const session = useSession()
  if (cues.length === 0) return <p className={styles.part}>No cue.</p>
  return (
    <>
      <h4 className={styles.part}>Used by {cues.length === 1 ? '1 cue' : `${cues.length} cues`}</h4>
      <div className={styles.cues}>
        {cues.slice(0, mostShown).map((id) => {
          const cue = document.cues[id]
          const title = cue?.title || document.works[cue?.work ?? '']?.title || 'Untitled'
          return (
            <Button
              key={id}
              kind="quiet"
              label={[cue?.number, title].filter(Boolean).join(' ')}
              onPress={() => {
                session.moment.patch({ dialog: 'none', room: 'spot', panel: 'cues' })
                session.select([id])
              }}
            />
          )
        })}
        {cues.length > mostShown ? (
          <span className={styles.uses}>and {cues.length - mostShown} more</span>
        ) : null}
      </div>
    </>
  )
}

import type { ProductionDocument } from '../../shared/model/document.ts'
import { useProjection } from '../review/findings.ts'
import { SeveritySign } from '../review/SeveritySign.tsx'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import styles from './DeliveryState.module.css'

/** Whether the sheet is ready to go out, or a draft and why. */
export function DeliveryState({ document }: { readonly document: ProductionDocument }) {
  const session = useSession()
  const { readiness } = useProjection(document)
  if (Object.keys(document.cues).length === 0) {
    return (
      <div className={styles.state}>
        <p>There is nothing to deliver yet: no cue is marked.</p>
      </div>
    )
  }
  if (!readiness) {
    return (
      <div className={styles.state} role="status">
        <p>Looking through the production…</p>
      </div>
    )
  }
  const { isReady, counts } = readiness
  const warnings = `${counts.warning} ${counts.warning === 1 ? 'warning' : 'warnings'}`
  if (isReady) {
    return (
      <div className={styles.state}>
        <span className={styles.ready}>READY</span>
        <p>
          {counts.warning > 0
            ? `Nothing blocks delivery; ${warnings} to look at.`
            : 'Nothing blocks delivery.'}
        </p>
      </div>
    )
  }
  return (
    <div className={styles.state}>
      <span className={styles.draft}>
        <SeveritySign severity="error" /> DRAFT
      </span>
      <p>
        {counts.error === 1 ? '1 error blocks' : `${counts.error} errors block`} delivery. It can be exported
        as it is, to read or to check.
      </p>
      <Button
        label="Show the review"
        onPress={() => session.moment.patch({ dialog: 'none', room: 'spot', panel: 'review' })}
      />
    </div>
  )
}

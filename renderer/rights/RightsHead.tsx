import { useStages } from '../app/useStages.ts'
import type { OpenWork } from '../store/session.ts'
import { BlockerList } from './BlockerList.tsx'
import { ClearanceSummary } from './ClearanceSummary.tsx'
import { MoneyPanel } from './MoneyPanel.tsx'
import styles from './RightsHead.module.css'
import { useRights } from './useRights.ts'

/** Beside the picture: what blocks delivery and why, how far the rights are, and what they cost. */
export function RightsHead({ work }: { readonly work: OpenWork }) {
  const rights = useRights(work)
  const stage = useStages(1, rights ? 'ready' : '')
  if (!rights)
    return (
      <p className={styles.looking} role="status">
        Looking through the licences…
      </p>
    )
  return (
    <div className={styles.head}>
      <BlockerList rights={rights} />
      <div className={styles.figures}>
        {stage >= 1 ? <ClearanceSummary rights={rights} /> : null}
        {stage >= 1 ? <MoneyPanel rights={rights} /> : null}
      </div>
    </div>
  )
}

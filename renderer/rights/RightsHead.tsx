import type { OpenWork } from '../store/session.ts'
import { BlockerList } from './BlockerList.tsx'
import { ClearanceSummary } from './ClearanceSummary.tsx'
import { MoneyPanel } from './MoneyPanel.tsx'
import styles from './RightsHead.module.css'
import { useRights } from './useRights.ts'

/** Beside the picture: what blocks delivery and why, how far the rights are, and what they cost. */
export function RightsHead({ work }: { readonly work: OpenWork }) {
  const rights = useRights(work)
  return (
    <div className={styles.head}>
      <BlockerList rights={rights} />
      <div className={styles.figures}>
        <ClearanceSummary rights={rights} />
        <MoneyPanel rights={rights} />
      </div>
    </div>
  )
}

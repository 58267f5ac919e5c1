import { Button, Tooltip } from 'react-aria-components'
import { readinessText } from '../../shared/review/readiness.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import buttonStyles from '../ui/Button.module.css'
import { KeyHint } from '../ui/KeyHint.tsx'
import { WithTooltip } from '../ui/WithTooltip.tsx'
import { useProjection } from './findings.ts'
import styles from './ReadinessBadge.module.css'
import { ReadinessRing } from './ReadinessRing.tsx'
import { useDocument } from './useDocument.ts'

/** How near the production is to delivery; opens the review. */
export function ReadinessBadge() {
  const session = useSession()
  const document = useDocument()
  const isShown = useStore(session.moment, (moment) => moment.panel === 'review')
  const projection = useProjection(document)
  if (!projection) return null
  const { readiness, isCurrent } = projection
  const { isReady, percent } = readiness ?? { isReady: false, percent: 0 }
  const review = commandById('view.review')
  const [keys] = review.keys
  return (
    <WithTooltip>
      <Button
        className={styles.badge ?? ''}
        data-ready={isReady}
        data-current={isCurrent}
        aria-pressed={isShown}
        onPress={() => runCommand(session, review)}
      >
        <ReadinessRing percent={percent} isReady={isReady} />
        <span>{!readiness ? 'Reviewing…' : isReady ? 'Ready' : `Ready ${percent}\u00a0%`}</span>
      </Button>
      <Tooltip className={`${buttonStyles.tooltip} ${styles.tooltip}`} offset={6}>
        <span>{readiness ? readinessText(readiness) : 'Looking through the production…'}</span>
        <span className={styles.key}>
          {review.label} {keys ? <KeyHint keys={keys} /> : null}
        </span>
      </Tooltip>
    </WithTooltip>
  )
}

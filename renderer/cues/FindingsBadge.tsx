import type { Finding } from '../../shared/model/finding.ts'
import { SeveritySign } from '../review/SeveritySign.tsx'
import styles from './FindingsBadge.module.css'

type FindingsBadgeProps = { readonly findings: readonly Finding[] }

/** How many errors and warnings there are, by shape and number, and in words for a screen reader. */
export function FindingsBadge({ findings }: FindingsBadgeProps) {
  const counts = (['error', 'warning'] as const)
    .map((severity) => ({ severity, count: findings.filter((of) => of.severity === severity).length }))
    .filter(({ count }) => count > 0)
  return (
    <span className={styles.badge}>
      {counts.map(({ severity, count }) => (
        <span key={severity} className={styles.count} aria-hidden>
          <SeveritySign severity={severity} />
          {count}
        </span>
      ))}
      <span className="visuallyHidden">
        {counts.map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`).join(', ')}
      </span>
    </span>
  )
}

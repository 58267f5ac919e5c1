import type { Finding } from '../../shared/model/finding.ts'
import { SeveritySign } from '../review/SeveritySign.tsx'
import styles from './FindingsBadge.module.css'

type FindingsBadgeProps = { readonly findings: readonly Finding[] }

/** How many errors and warnings there are, by shape and number. */
export function FindingsBadge({ findings }: FindingsBadgeProps) {
  return (
    <span className={styles.badge}>
      <Count severity="error" findings={findings} />
      <Count severity="warning" findings={findings} />
    </span>
  )
}

function Count({ severity, findings }: FindingsBadgeProps & { readonly severity: 'error' | 'warning' }) {
  const count = findings.filter((finding) => finding.severity === severity).length
  if (count === 0) return null
  return (
    <span className={styles.count}>
      <SeveritySign severity={severity} />
      {count}
      <span className="visuallyHidden">
        {severity}
        {count === 1 ? '' : 's'}
      </span>
    </span>
  )
}

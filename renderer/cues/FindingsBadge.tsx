import type { Finding, Severity } from '../../shared/model/finding.ts'
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

/** The same in words: `2 errors, 1 warning`; empty when there are none. */
export function findingsText(findings: readonly Finding[]): string {
  return [countText(findings, 'error'), countText(findings, 'warning')].filter(Boolean).join(', ')
}

function countText(findings: readonly Finding[], severity: 'error' | 'warning'): string {
  const count = countOf(findings, severity)
  return count === 0 ? '' : `${count} ${severity}${count === 1 ? '' : 's'}`
}

function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length
}

function Count({ severity, findings }: FindingsBadgeProps & { readonly severity: Severity }) {
  const count = countOf(findings, severity)
  if (count === 0) return null
  return (
    <span className={styles.count}>
      <SeveritySign severity={severity} />
      {count}
    </span>
  )
}

import type { Severity } from '../../shared/model/finding.ts'
import styles from './SeveritySign.module.css'

/** Severities of several findings. */
export const severityPlurals: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  info: 'Notes',
}

/** A shape of its own for each severity: a triangle, a disc, a hollow diamond. */
export function SeveritySign({ severity }: { readonly severity: Severity }) {
  return (
    <svg className={`${styles.sign} ${styles[severity]}`} viewBox="0 0 12 12" aria-hidden="true">
      {severity === 'error' ? <path d="M6 1 11.5 11H.5Z" /> : null}
      {severity === 'warning' ? <circle cx="6" cy="6" r="4.5" /> : null}
      {severity === 'info' ? (
        <path d="M6 1.5 10.5 6 6 10.5 1.5 6Z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      ) : null}
    </svg>
  )
}

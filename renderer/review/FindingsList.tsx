import { useDeferredValue, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Severity } from '../../shared/model/finding.ts'
import { type ReadinessFigures, readinessText } from '../../shared/review/readiness.ts'
import { FindingsGrid } from './FindingsGrid.tsx'
import styles from './FindingsList.module.css'
import type { FindingRows } from './findingRows.ts'
import { useProjection } from './findings.ts'
import { ReadinessRing } from './ReadinessRing.tsx'
import { SeveritySign, severityPlurals } from './SeveritySign.tsx'
import { useDocument } from './useDocument.ts'

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** Everything that review found, what blocks delivery first. Enter or a press goes to what a finding is about. */
export function FindingsList() {
  const document = useDeferredValue(useDocument())
  const [filter, setFilter] = useState<Severity | 'all'>('all')
  const projection = useProjection(document)
  if (!document || !projection) return null
  const { readiness, rows } = projection
  if (!readiness) return <p className={styles.nothing}>Looking through the production…</p>
  return (
    <div className={styles.review}>
      <header className={styles.head} aria-busy={!projection.isCurrent}>
        <ReadinessRing percent={readiness.percent} isReady={readiness.isReady} />
        <p className={styles.sentence}>{readinessText(readiness)}</p>
        <SeverityFilter counts={readiness.counts} filter={filter} onChange={setFilter} />
      </header>
      {isAny(rows, filter) ? (
        <FindingsGrid key={filter} rows={rows} filter={filter} document={document} useOf={projection.useOf} />
      ) : (
        <p className={styles.nothing}>{nothingText(filter, document, isAny(rows, 'all'))}</p>
      )}
    </div>
  )
}

function isAny({ counts }: FindingRows, filter: Severity | 'all'): boolean {
  return filter === 'all' ? severities.some((severity) => counts[severity] > 0) : counts[filter] > 0
}

type SeverityFilterProps = {
  readonly counts: ReadinessFigures['counts']
  readonly filter: Severity | 'all'
  readonly onChange: (filter: Severity | 'all') => void
}

function SeverityFilter({ counts, filter, onChange }: SeverityFilterProps) {
  const all = counts.error + counts.warning + counts.info
  return (
    <ToggleButtonGroup
      className={styles.filter ?? ''}
      aria-label="Show findings"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[filter]}
      onSelectionChange={(keys) => {
        const [key] = keys
        onChange(severities.find((severity) => severity === key) ?? 'all')
      }}
    >
      <ToggleButton id="all" className={styles.choice ?? ''}>
        All <span className={styles.count}>{all.toLocaleString()}</span>
      </ToggleButton>
      {severities.map((severity) => (
        <ToggleButton key={severity} id={severity} className={styles.choice ?? ''}>
          <SeveritySign severity={severity} />
          {severityPlurals[severity]}{' '}
          <span className={styles.count}>{counts[severity].toLocaleString()}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

function nothingText(filter: Severity | 'all', document: ProductionDocument, hasOthers: boolean): string {
  if (hasOthers && filter !== 'all') return `No ${severityPlurals[filter].toLowerCase()}.`
  if (Object.keys(document.cues).length === 0)
    return 'No cue is marked yet. What is wrong or missing will stand here.'
  return 'Nothing is wrong or missing. The sheet can go out.'
}

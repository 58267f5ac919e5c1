// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table take no keyboard focus, those of a grid do
// biome-ignore-all lint/a11y/useFocusableInteractive: the whole row takes the focus, its cells do not
import { Wrench } from 'lucide-react'
import { type CSSProperties, memo } from 'react'
import type { Severity } from '../../shared/model/finding.ts'
import { severityNames } from '../ui/FieldMarks.tsx'
import styles from './FindingRow.module.css'
import { SeveritySign } from './SeveritySign.tsx'

type FindingRowProps = {
  /** Place among the lines, and among the findings; 0 is first. */
  readonly line: number
  readonly row: number
  /** CSS px from the top of all lines. */
  readonly top: number
  readonly severity: Severity
  readonly rule: string
  readonly message: string
  readonly number: string
  readonly title: string
  readonly hasFix: boolean
  /** Whether Tab comes to this row. */
  readonly isReachable: boolean
  readonly isSelected: boolean
}

/** One finding; the grid around it takes the keys and presses of all rows. */
export const FindingRow = memo(function FindingRow(row: FindingRowProps) {
  return (
    <div
      role="row"
      className={styles.row}
      style={{ '--top': `${row.top}px` } as CSSProperties}
      data-index={row.row}
      data-current={row.isReachable || undefined}
      aria-rowindex={row.line + 1}
      aria-selected={row.isSelected}
      tabIndex={row.isReachable ? 0 : -1}
    >
      <span role="gridcell" className={styles.severity}>
        <SeveritySign severity={row.severity} />
        {severityNames[row.severity]}
      </span>
      <span role="gridcell" className={styles.number}>
        {row.number}
      </span>
      <span role="gridcell" className={styles.title} title={row.title}>
        {row.title}
      </span>
      <span role="gridcell" className={styles.message} title={row.message}>
        {row.message}
      </span>
      <span role="gridcell" className={styles.fix}>
        {row.hasFix ? <Wrench size={12} aria-label="has a quick fix" /> : null}
      </span>
      <span role="gridcell" className={styles.rule}>
        {row.rule}
      </span>
    </div>
  )
})

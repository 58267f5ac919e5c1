import type { Problem } from '../../shared/result.ts'
import styles from './ProblemDetails.module.css'

/** What was expected, what was found and what to do, below the sentence that names the fault. */
export function ProblemDetails({ problem }: { readonly problem: Problem }) {
  return (
    <>
      <p className={styles.message}>{problem.message}</p>
      <dl className={styles.details}>
        <dt>Expected</dt>
        <dd>{problem.expected}</dd>
        <dt>Found</dt>
        <dd>{problem.found}</dd>
        <dt>What to do</dt>
        <dd>{problem.remedy}</dd>
      </dl>
    </>
  )
}

import { cueField } from '../../shared/entry/cueFields.ts'
import type { CellOutcome } from '../../shared/entry/setCells.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { cueTitle } from '../../shared/sheet/cueUse.ts'
import { cueMusic } from './cueMusic.ts'
import styles from './PlanList.module.css'

type PlanListProps = { readonly document: ProductionDocument; readonly outcomes: readonly CellOutcome[] }

/** Lines that are listed one by one; the rest is counted. */
const mostLines = 300

/** What would be before and after, cell by cell, with what is refused first. */
export function PlanList({ document, outcomes }: PlanListProps) {
  const refused = outcomes.filter(({ problem }) => problem !== null)
  const changed = outcomes.filter(({ problem, before, after }) => problem === null && before !== after)
  const lines = [...refused, ...changed]
  if (lines.length === 0) return <p className={styles.none}>Nothing would change.</p>
  return (
    <table className={styles.table} aria-label="What would change">
      <thead>
        <tr>
          <th>Cue</th>
          <th>Title</th>
          <th>Field</th>
          <th>Before</th>
          <th>After</th>
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, mostLines).map(({ cue: id, field, before, after, problem, text }) => {
          const cue = document.cues[id]
          return (
            <tr key={`${id} ${field}`} data-refused={problem !== null}>
              <td>{cue?.number}</td>
              <td>{cue ? cueTitle(cue, cueMusic(document, cue).work) : ''}</td>
              <td>{cueField(field)?.name ?? field}</td>
              <td>{before || '–'}</td>
              <td>
                {problem ? (
                  <strong>
                    ✕ {text}: {problem.message} {problem.remedy}
                  </strong>
                ) : (
                  after || '–'
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
      {lines.length > mostLines ? (
        <tfoot>
          <tr>
            <td colSpan={5}>and {(lines.length - mostLines).toLocaleString()} more</td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}

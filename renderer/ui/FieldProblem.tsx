import { Button } from 'react-aria-components'
import type { Problem } from '../../shared/result.ts'
import styles from './Field.module.css'

type FieldProblemProps = {
  readonly problem: Problem
  readonly id: string
  /** Takes the value that would be accepted. */
  readonly onSuggestion: (text: string) => void
}

/** Under a field: why its text was refused, and the value that would do as a button. */
export function FieldProblem({ problem, id, onSuggestion }: FieldProblemProps) {
  const { suggestion } = problem
  return (
    <div className={styles.problem} id={id} role="alert">
      <span>
        ▲ {problem.message} {suggestion === undefined ? problem.remedy : null}
      </span>
      {suggestion === undefined ? null : (
        <Button
          className={styles.suggestion ?? ''}
          onPress={({ target }) => {
            const field = target.closest('[data-field]')
            onSuggestion(suggestion)
            field?.querySelector<HTMLElement>('input, textarea')?.focus()
          }}
        >
          Use {suggestion}
        </Button>
      )}
    </div>
  )
}

import { useId } from 'react'
import type { Result } from '../../shared/result.ts'
import styles from './Field.module.css'
import { FieldFrame } from './FieldFrame.tsx'
import { FieldProblem } from './FieldProblem.tsx'
import { useFieldDraft } from './useFieldDraft.ts'

/** What text fields have in common. */
export type TextFieldProps = {
  readonly name: string
  readonly label: string
  readonly value: string
  /** Stores the text, or says why not. */
  readonly commit: (text: string) => Result<unknown>
  /** Shown while the field is empty. */
  readonly placeholder?: string | undefined
  readonly layout?: 'beside' | 'above' | 'bare'
  readonly isWide?: boolean
}

type FieldTextProps = TextFieldProps & {
  /** Text that means nothing half typed is stored only on leaving the field. */
  readonly storesOnPause?: boolean
  /** What is wrong with a text, said while it is typed; it is stored nevertheless. */
  readonly advise?: (text: string) => string | null
  /** `inherited` is large, with a placeholder that stands in for the text. */
  readonly look?: 'plain' | 'code' | 'large' | 'inherited' | 'figure'
}

/** A line of text. */
export function FieldText({
  value,
  commit,
  placeholder,
  storesOnPause = true,
  advise,
  look = 'plain',
  ...frame
}: FieldTextProps) {
  const id = useId()
  const { draft, problem, control } = useFieldDraft({ value, commit, storesOnPause })
  const advice = advise?.(control.value) ?? null
  return (
    <FieldFrame {...frame} labelId={`${id}-label`} controlId={id}>
      <input
        {...control}
        id={id}
        className={styles.input}
        data-look={look}
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        aria-invalid={problem !== null}
        aria-describedby={problem ? `${id}-problem` : advice ? `${id}-advice` : undefined}
        data-advised={advice !== null}
      />
      {advice && !problem ? (
        <p className={styles.advice} id={`${id}-advice`} ref={showWhileTyping}>
          ● {advice}
        </p>
      ) : null}
      {problem ? (
        <FieldProblem
          problem={problem}
          id={`${id}-problem`}
          onSuggestion={(text) => {
            draft.change(text)
            draft.flush()
          }}
        />
      ) : null}
    </FieldFrame>
  )
}

/** What is said below the edge of the inspector is brought into view for whoever types. */
function showWhileTyping(advice: HTMLElement | null): void {
  if (advice?.closest('[data-field]')?.contains(document.activeElement))
    advice.scrollIntoView({ block: 'nearest' })
}

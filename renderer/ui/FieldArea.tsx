import { useId } from 'react'
import styles from './Field.module.css'
import { FieldFrame } from './FieldFrame.tsx'
import { FieldProblem } from './FieldProblem.tsx'
import type { TextFieldProps } from './FieldText.tsx'
import { useFieldDraft } from './useFieldDraft.ts'

/** Several lines of text; grows with them. */
export function FieldArea({ value, commit, placeholder, ...frame }: TextFieldProps) {
  const id = useId()
  const { draft, problem, control } = useFieldDraft({ value, commit, enter: 'isText' })
  return (
    <FieldFrame {...frame} labelId={`${id}-label`} controlId={id}>
      <div className={styles.grow} data-text={`${control.value} `}>
        <textarea
          {...control}
          id={id}
          className={styles.input}
          rows={1}
          placeholder={placeholder}
          spellCheck
        />
      </div>
      {problem ? (
        <FieldProblem problem={problem} id={`${id}-problem`} onSuggestion={(text) => draft.change(text)} />
      ) : null}
    </FieldFrame>
  )
}

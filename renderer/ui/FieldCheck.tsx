import { Check, Minus } from 'lucide-react'
import { Checkbox } from 'react-aria-components'
import styles from './Field.module.css'
import { FieldMark } from './FieldMarks.tsx'

type FieldCheckProps = {
  readonly name: string
  readonly label: string
  /** Null where several records differ. */
  readonly value: boolean | null
  readonly onChange: (value: boolean) => void
}

/** Something that is so or not. */
export function FieldCheck({ name, label, value, onChange }: FieldCheckProps) {
  return (
    <div className={styles.check} data-field={name}>
      <Checkbox
        className={styles.checkbox ?? ''}
        isSelected={value ?? false}
        isIndeterminate={value === null}
        onChange={onChange}
      >
        <span className={styles.box} aria-hidden>
          {value === null ? <Minus size={11} /> : value ? <Check size={11} strokeWidth={3} /> : null}
        </span>
        {label}
        <FieldMark name={name} />
      </Checkbox>
    </div>
  )
}

import { useId } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './Choice.module.css'
import type { Option } from './Choice.tsx'
import { FieldFrame } from './FieldFrame.tsx'

type ChoiceSegmentsProps<Value extends string> = {
  readonly name: string
  readonly label: string
  readonly options: readonly Option<Value>[]
  /** Null where several records differ: no segment is on. */
  readonly value: Value | null
  readonly layout?: 'beside' | 'bare'
  readonly onChange: (value: Value) => void
}

/** One of two or three values that all show. */
export function ChoiceSegments<Value extends string>(props: ChoiceSegmentsProps<Value>) {
  const { name, label, options, value, layout, onChange } = props
  const id = useId()
  return (
    <FieldFrame name={name} label={label} labelId={`${id}-label`} layout={layout ?? 'beside'}>
      <ToggleButtonGroup
        className={styles.segments ?? ''}
        aria-labelledby={`${id}-label`}
        selectionMode="single"
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={(keys) => {
          const [key] = keys
          if (key !== undefined) onChange(key as Value)
        }}
        disallowEmptySelection={value !== null}
      >
        {options.map((option) => (
          <ToggleButton key={option.id} id={option.id} className={styles.segment ?? ''}>
            {option.name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </FieldFrame>
  )
}

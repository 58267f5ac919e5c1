import { useId } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './Choice.module.css'
import type { Option } from './Choice.tsx'
import { FieldFrame } from './FieldFrame.tsx'

type ChoiceTagsProps<Value extends string> = {
  readonly name: string
  readonly label: string
  readonly options: readonly Option<Value>[]
  readonly values: readonly Value[]
  readonly onChange: (values: readonly Value[]) => void
}

/** Any number of values, each on or off. */
export function ChoiceTags<Value extends string>({
  name,
  label,
  options,
  values,
  onChange,
}: ChoiceTagsProps<Value>) {
  const id = useId()
  return (
    <FieldFrame name={name} label={label} labelId={`${id}-label`} isWide>
      <ToggleButtonGroup
        className={styles.tags ?? ''}
        aria-labelledby={`${id}-label`}
        selectionMode="multiple"
        selectedKeys={values}
        onSelectionChange={(keys) =>
          onChange(options.map((option) => option.id).filter((key) => keys.has(key)))
        }
      >
        {options.map((option) => (
          <ToggleButton key={option.id} id={option.id} className={styles.tag ?? ''}>
            {option.name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </FieldFrame>
  )
}

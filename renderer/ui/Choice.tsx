import { Check, ChevronDown } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import styles from './Choice.module.css'
import { FieldFrame } from './FieldFrame.tsx'
import { KeyHint } from './KeyHint.tsx'

/** One of the values to choose from. */
export type Option<Value extends string> = {
  readonly id: Value
  readonly name: string
  /** Chip, swatch or sign in front of the name. */
  readonly sign?: ReactNode
  /** The key that chooses it without opening the list. */
  readonly keys?: string | undefined
}

type ChoiceProps<Value extends string> = {
  readonly name: string
  readonly label: string
  readonly options: readonly Option<Value>[]
  /** Null shows the placeholder. */
  readonly value: Value | null
  /** In place of a value: that several differ, or that there is none. */
  readonly placeholder?: ReactNode
  readonly layout?: 'beside' | 'above' | 'bare'
  /** What the closed control shows, if not the name. */
  readonly shown?: ReactNode
  readonly onChange: (value: Value) => void
}

/**
 * One of several values from a list that opens. Letters are left to the commands while it is closed, so that marking
 * goes on after something was chosen.
 */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, label, options, value, placeholder = 'Mixed', layout, shown, onChange } = props
  const id = useId()
  const chosen = options.find((option) => option.id === value)
  return (
    <FieldFrame name={name} label={label} labelId={`${id}-label`} layout={layout ?? 'beside'}>
      <MenuTrigger>
        <Button className={styles.closed ?? ''} aria-labelledby={`${id}-label ${id}-value`}>
          <span id={`${id}-value`} className={styles.shown}>
            {chosen ? (
              <>
                {chosen.sign}
                <span className={styles.name}>{shown ?? chosen.name}</span>
              </>
            ) : (
              <span className={styles.none}>{placeholder}</span>
            )}
          </span>
          <ChevronDown size={12} aria-hidden className={styles.arrow} />
        </Button>
        <Popover className={styles.popover ?? ''} offset={2} placement="bottom start">
          <Menu
            className={styles.list ?? ''}
            aria-labelledby={`${id}-label`}
            selectionMode="single"
            selectedKeys={value === null ? [] : [value]}
            onAction={(key) => onChange(key as Value)}
          >
            {options.map((option) => (
              <MenuItem
                key={option.id}
                id={option.id}
                textValue={option.name}
                className={styles.option ?? ''}
              >
                {({ isSelected }) => (
                  <>
                    <span className={styles.tick}>{isSelected ? <Check size={12} aria-hidden /> : null}</span>
                    {option.sign}
                    <span className={styles.name}>{option.name}</span>
                    {option.keys ? <KeyHint keys={option.keys} /> : null}
                  </>
                )}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </FieldFrame>
  )
}

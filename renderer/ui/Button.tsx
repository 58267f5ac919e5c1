import type { ReactNode } from 'react'
import { Button as AriaButton, Tooltip } from 'react-aria-components'
import styles from './Button.module.css'
import { KeyHint } from './KeyHint.tsx'
import { WithTooltip } from './WithTooltip.tsx'

type ButtonProps = {
  readonly label: string
  /** Stands in place of the label, which is then the name that a screen reader says and the tooltip shows. */
  readonly icon?: ReactNode
  /** The command's key in tinykeys' notation, shown in the tooltip. */
  readonly keys?: string | undefined
  readonly kind?: 'plain' | 'primary' | 'quiet'
  readonly isDisabled?: boolean
  readonly isPressed?: boolean
  readonly onPress: () => void
}

/** A button with a name, and a tooltip that tells its key. */
export function Button({ label, icon, keys, kind = 'plain', isDisabled, isPressed, onPress }: ButtonProps) {
  const button = (
    <AriaButton
      className={[styles.button, kind === 'plain' ? '' : styles[kind], icon ? styles.icon : ''].join(' ')}
      onPress={onPress}
      isDisabled={isDisabled ?? false}
      {...(icon ? { 'aria-label': label } : {})}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
    >
      {icon ?? label}
    </AriaButton>
  )
  if (!icon && !keys) return button
  return (
    <WithTooltip>
      {button}
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        {label}
        {keys ? <KeyHint keys={keys} /> : null}
      </Tooltip>
    </WithTooltip>
  )
}

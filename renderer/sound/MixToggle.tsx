import { ToggleButton } from 'react-aria-components'
import styles from './MixToggle.module.css'

type MixToggleProps = {
  readonly kind: 'solo' | 'mute'
  readonly label: string
  readonly isOn: boolean
  /** Whether the tab key reaches it; it does unless told otherwise. */
  readonly isTabStop?: boolean
  readonly onChange: (isOn: boolean) => void
}

/** The S or the M of a mixer. */
export function MixToggle({ kind, label, isOn, isTabStop = true, onChange }: MixToggleProps) {
  return (
    <ToggleButton
      className={styles.toggle ?? ''}
      data-kind={kind}
      aria-label={label}
      isSelected={isOn}
      excludeFromTabOrder={!isTabStop}
      onChange={onChange}
    >
      {kind === 'solo' ? 'S' : 'M'}
    </ToggleButton>
  )
}

import { ToggleButton } from 'react-aria-components'
import styles from './MixToggle.module.css'

type MixToggleProps = {
  readonly kind: 'solo' | 'mute'
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** The S or the M of a mixer. */
export function MixToggle({ kind, label, isOn, onChange }: MixToggleProps) {
  return (
    <ToggleButton
      className={styles.toggle ?? ''}
      data-kind={kind}
      aria-label={label}
      isSelected={isOn}
      onChange={onChange}
    >
      {kind === 'solo' ? 'S' : 'M'}
    </ToggleButton>
  )
}

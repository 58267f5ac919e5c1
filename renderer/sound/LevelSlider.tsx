import { levelRange } from '../../shared/ipc/mixSchema.ts'
import styles from './LevelSlider.module.css'

type LevelSliderProps = {
  readonly label: string
  /** Decibels. */
  readonly level: number
  readonly onChange: (level: number) => void
}

/** A fader in decibels; double-click, Backspace or Delete puts it to 0. */
export function LevelSlider({ label, level, onChange }: LevelSliderProps) {
  const text = level <= levelRange.least ? '−∞' : signed(level)
  return (
    <span className={styles.level}>
      <input
        className={styles.slider}
        type="range"
        min={levelRange.least}
        max={levelRange.most}
        step={0.5}
        value={level}
        aria-label={label}
        aria-valuetext={level <= levelRange.least ? 'silence' : `${text} decibels`}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
        onDoubleClick={() => onChange(0)}
        onKeyDown={(event) => {
          if (event.key !== 'Backspace' && event.key !== 'Delete') return
          event.preventDefault()
          onChange(0)
        }}
      />
      <span className={styles.value}>{text}</span>
    </span>
  )
}

function signed(level: number): string {
  return `${level > 0 ? '+' : level < 0 ? '−' : ''}${Math.abs(level).toFixed(1)}`
}

import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { resetGain } from './turnGain.ts'
import styles from './WaveGain.module.css'
import { gainText } from './waveGain.ts'

/** By how much the sound is drawn taller than it is, wherever that differs; pressed, it is drawn as it is again. */
export function WaveGain() {
  const session = useSession()
  const isAuto = useStore(session.settings, (settings) => settings.waveAutoGain)
  const chosen = useStore(session.settings, (settings) => settings.waveGain)
  const shown = useStore(session.timeline.shownGain)
  const decibels = isAuto ? shown : chosen
  if (!isAuto && decibels === 0) return null
  const text = `${isAuto ? 'Auto ' : ''}${gainText(decibels)}`
  return (
    <button
      type="button"
      className={styles.gain}
      aria-label={`Height of the sound: ${text}. Reset`}
      title="Drawn taller, not heard louder. Press to reset (Alt+0)"
      data-testid="wave-gain"
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => resetGain(session)}
    >
      {text}
    </button>
  )
}

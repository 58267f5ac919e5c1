import { VolumeX } from 'lucide-react'
import type { TrackMix } from '../../../shared/ipc/mixSchema.ts'
import { MixToggle } from '../../sound/MixToggle.tsx'
import { useSession } from '../../store/session.ts'
import { useStore } from '../../store/store.ts'
import styles from './SoundLanes.module.css'
import type { SoundLane } from './soundLane.ts'

type SoundLaneHeadProps = {
  readonly lane: SoundLane
  readonly mix: TrackMix
  readonly isHeard: boolean
  /** Which of the buttons the tab key reaches. */
  readonly tabStop: 'solo' | 'mute' | null
  readonly onToggle: (side: 'solo' | 'mute') => void
}

/** A lane's name, its solo and mute, and a sign where it is not heard. */
export function SoundLaneHead({ lane, mix, isHeard, tabStop, onToggle }: SoundLaneHeadProps) {
  const { sound } = useSession()
  useStore(sound.revision)
  const problem = sound.problemOf(lane.key)
  const why = problem ? 'cannot be decoded' : mix.isMuted && !mix.isSolo ? 'muted' : 'another is soloed'
  const state = problem || !isHeard ? why : 'heard'
  return (
    <fieldset
      className={styles.head}
      aria-label={`${lane.name}, ${state}`}
      title={problem?.message ?? [lane.name, lane.detail].filter(Boolean).join(' · ')}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <span className={styles.name}>{lane.name}</span>
      <MixToggle
        kind="solo"
        label={`Solo ${lane.name}`}
        isOn={mix.isSolo}
        isTabStop={tabStop === 'solo'}
        onChange={() => onToggle('solo')}
      />
      <MixToggle
        kind="mute"
        label={`Mute ${lane.name}`}
        isOn={mix.isMuted}
        isTabStop={tabStop === 'mute'}
        onChange={() => onToggle('mute')}
      />
      {state === 'heard' ? null : (
        <span className={styles.state}>
          <VolumeX size={12} aria-hidden /> {state}
        </span>
      )}
    </fieldset>
  )
}

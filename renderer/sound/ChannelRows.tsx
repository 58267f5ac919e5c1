import type { ChannelState, TrackMix } from '../../shared/ipc/mixSchema.ts'
import styles from './ChannelRows.module.css'
import { heardChannels } from './downmix.ts'
import { MixToggle } from './MixToggle.tsx'
import type { SoundTrack } from './soundTracks.ts'

type ChannelRowsProps = {
  readonly track: SoundTrack
  readonly states: readonly ChannelState[]
  readonly change: (patch: Partial<TrackMix>) => void
}

/** Solo and mute for each channel of a track. */
export function ChannelRows({ track, states, change }: ChannelRowsProps) {
  const count = track.channels.length
  const heard = heardChannels(count, states)
  const set = (index: number, state: ChannelState) =>
    change({
      channels: Array.from({ length: count }, (_, each) => (each === index ? state : (states[each] ?? 'on'))),
    })
  return (
    <ul className={styles.channels} aria-label={`Channels of ${track.name}`}>
      {track.channels.map((name, index) => {
        const state = states[index] ?? 'on'
        const place = `${track.name}, channel ${name}`
        return (
          <li key={name} className={styles.channel} data-heard={heard[index]}>
            <span className={styles.name}>{name}</span>
            <MixToggle
              kind="solo"
              label={`Solo ${place}`}
              isOn={state === 'solo'}
              onChange={(isOn) => set(index, isOn ? 'solo' : 'on')}
            />
            <MixToggle
              kind="mute"
              label={`Mute ${place}`}
              isOn={state === 'muted'}
              onChange={(isOn) => set(index, isOn ? 'muted' : 'on')}
            />
          </li>
        )
      })}
    </ul>
  )
}

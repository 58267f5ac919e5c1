import { ChevronDown, ChevronRight, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { removeStem, renameStem } from '../../shared/edits/stemEdits.ts'
import type { TrackMix } from '../../shared/ipc/mixSchema.ts'
import { ok } from '../../shared/result.ts'
import { frames } from '../../shared/time/frames.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import { TimecodeField } from '../ui/TimecodeField.tsx'
import { frameOfStem, placeStem, reelOf } from './attachStems.ts'
import { ChannelRows } from './ChannelRows.tsx'
import { LevelSlider } from './LevelSlider.tsx'
import { Meter } from './Meter.tsx'
import { MixToggle } from './MixToggle.tsx'
import { heardTracks, trackMix, withTrack } from './mix.ts'
import type { SoundTrack } from './soundTracks.ts'
import styles from './TrackRow.module.css'

/** One track of the mix: name, solo, mute, level and meter; its channels, and a stem's place, on demand. */
export function TrackRow({ track }: { readonly track: SoundTrack }) {
  const { sound } = useSession()
  const [isOpen, setOpen] = useState(false)
  const mix = useStore(sound.mix)
  useStore(sound.revision)
  const own = trackMix(mix, track)
  const problem = sound.problemOf(track.key)
  const tracks = sound.tracks.value
  const isHeard = heardTracks(mix, tracks)[tracks.findIndex(({ key }) => key === track.key)] ?? false
  const change = (patch: Partial<TrackMix>) => sound.change((current) => withTrack(current, track, patch))
  const hasMore = track.stem !== null || track.channels.length > 1
  return (
    <fieldset className={styles.track} aria-label={track.name} data-heard={isHeard}>
      <div className={styles.row}>
        {hasMore ? (
          <button
            type="button"
            className={styles.more}
            aria-label={`Channels of ${track.name}`}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <ChevronDown size={13} /> : <ChevronRight size={13} />}
          </button>
        ) : (
          <span />
        )}
        <span className={styles.name} title={`${track.name} · ${track.detail}`}>
          <span className={styles.title}>{track.name}</span>
          <span className={styles.detail}>{track.detail}</span>
        </span>
        <span className={styles.switches}>
          <MixToggle
            kind="solo"
            label={`Solo ${track.name}`}
            isOn={own.isSolo}
            onChange={(isSolo) => change({ isSolo })}
          />
          <MixToggle
            kind="mute"
            label={`Mute ${track.name}`}
            isOn={own.isMuted}
            onChange={(isMuted) => change({ isMuted })}
          />
        </span>
        <LevelSlider
          label={`Level of ${track.name}`}
          level={own.level}
          onChange={(level) => change({ level })}
        />
        <Meter name={track.name} track={track.key} />
      </div>
      {problem ? <p className={styles.problem}>{problem.message}</p> : null}
      {isOpen ? (
        <div className={styles.open}>
          {track.channels.length > 1 ? (
            <ChannelRows track={track} states={own.channels} change={change} />
          ) : null}
          {track.stem === null ? null : <StemPlace index={track.stem} />}
        </div>
      ) : null}
    </fieldset>
  )
}

function StemPlace({ index }: { readonly index: number }) {
  const session = useSession()
  const reel = reelOf(session)
  const stem = reel?.stems[index]
  const rate = session.work.value?.documents.document.production.rate
  if (!reel || !stem || !rate) return null
  const frame = frameOfStem(stem, rate)
  return (
    <div className={styles.stem}>
      <FieldText
        name={`stem-label-${index}`}
        label="Name"
        layout="above"
        value={stem.label}
        commit={(label) => {
          session.apply(renameStem(reel.id, index, label))
          return ok(null)
        }}
      />
      <TimecodeField
        name={`stem-start-${index}`}
        label="Starts at"
        rate={rate}
        value={frame}
        base={frame}
        commit={(at) => {
          if (at !== frame) placeStem(session, reel, index, at)
          return ok(null)
        }}
        nudge={(by) => placeStem(session, reel, index, frames(frame + by))}
      />
      <Button
        kind="quiet"
        label={`Remove ${stem.label}`}
        icon={<Trash2 size={14} />}
        onPress={() => session.apply(removeStem(reel.id, index))}
      />
    </div>
  )
}

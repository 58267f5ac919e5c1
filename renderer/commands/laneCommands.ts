import { keepSettings } from '../settings/keepSettings.ts'
import { trackMix, withTrack } from '../sound/mix.ts'
import type { Session } from '../store/session.ts'
import { focusWhenThere } from '../ui/focusWhenThere.ts'
import type { Command } from './command.ts'

function hasWork({ work }: Session): boolean {
  return work.value !== null
}

function hasTracks({ sound }: Session): boolean {
  return sound.tracks.value.length > 0
}

/** Solos the next or previous track alone; beyond the last, and before the first, none. */
function stepSolo(session: Session, step: 1 | -1): void {
  const { sound } = session
  const tracks = sound.tracks.value
  const count = tracks.length
  const at = tracks.findIndex((track) => trackMix(sound.mix.value, track).isSolo)
  const next = tracks[at < 0 ? (step > 0 ? 0 : count - 1) : at + step]
  sound.change((mix) =>
    tracks.reduce((changed, track) => withTrack(changed, track, { isSolo: track === next }), mix),
  )
  session.say(next ? `${next.name} alone.` : 'All tracks as they are mixed.')
}

function endSolo(session: Session): void {
  session.sound.change((mix, tracks) =>
    tracks.reduce((changed, track) => withTrack(changed, track, { isSolo: false }), mix),
  )
  session.say('All tracks as they are mixed.')
}

function focusLanes(session: Session): void {
  if (!session.settings.value.soundLanes) void keepSettings(session, { soundLanes: true })
  focusWhenThere('[role="toolbar"][aria-label="Sound lanes"] button:not([tabindex="-1"])')
}

/** The tracks of the sound on the timeline. */
export const laneCommands: readonly Command[] = [
  {
    id: 'view.soundLanes',
    label: 'Each track in a lane, or the sound you hear',
    group: 'View',
    keys: ['Alt+KeyE'],
    when: hasWork,
    run: (session) => void keepSettings(session, { soundLanes: !session.settings.value.soundLanes }),
  },
  {
    id: 'view.focusLanes',
    label: 'Go to the sound lanes',
    group: 'View',
    keys: ['Alt+Shift+KeyE'],
    when: hasWork,
    run: focusLanes,
  },
  {
    id: 'view.spectrogram',
    label: 'Show or hide the spectrogram',
    group: 'View',
    keys: ['Alt+KeyG'],
    when: hasWork,
    run: (session) => void keepSettings(session, { spectrogram: !session.settings.value.spectrogram }),
  },
  {
    id: 'sound.soloNext',
    label: 'Solo the next track',
    group: 'Sound',
    keys: ['Alt+KeyO'],
    when: hasTracks,
    run: (session) => stepSolo(session, 1),
  },
  {
    id: 'sound.soloPrevious',
    label: 'Solo the previous track',
    group: 'Sound',
    keys: ['Alt+Shift+KeyO'],
    when: hasTracks,
    run: (session) => stepSolo(session, -1),
  },
  {
    id: 'sound.endSolo',
    label: 'Hear all tracks as they are mixed',
    group: 'Sound',
    keys: [],
    when: hasTracks,
    run: endSolo,
  },
]

import { keepSettings } from '../settings/keepSettings.ts'
import type { Session } from '../store/session.ts'
import { gainText, steppedGain } from './waveGain.ts'

/** Milliseconds without a turn after which the gain is remembered. */
const keepingPause = 400
let keeping: ReturnType<typeof setTimeout> | undefined

/** Draws the sound taller or flatter by steps, from where it is drawn now, and ends the gain that goes by itself. */
export function turnGain(session: Session, steps: number): void {
  const { settings, timeline } = session
  const from = settings.value.waveAutoGain ? timeline.shownGain.value : settings.value.waveGain
  setGain(session, steppedGain(from, steps))
}

/** Draws the sound as tall as it is. */
export function resetGain(session: Session): void {
  setGain(session, 0)
}

/** Has the loudest sound in sight reach the top, or ends that. */
export function toggleAutoGain(session: Session): void {
  const waveAutoGain = !session.settings.value.waveAutoGain
  void keepSettings(session, { waveAutoGain })
  announce(
    session,
    waveAutoGain ? 'The loudest sound in sight reaches the top.' : 'The sound is drawn as set.',
  )
}

function setGain(session: Session, waveGain: number): void {
  session.settings.patch({ waveGain, waveAutoGain: false })
  announce(session, `The sound is drawn at ${gainText(waveGain)}.`)
  clearTimeout(keeping)
  keeping = setTimeout(() => {
    const { value } = session.settings
    void keepSettings(session, { waveGain: value.waveGain, waveAutoGain: value.waveAutoGain })
  }, keepingPause)
}

function announce(session: Session, announcement: string): void {
  session.moment.patch({ announcement })
}

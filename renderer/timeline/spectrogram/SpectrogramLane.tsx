import { useEffect, useRef, useState } from 'react'
import { highestHertz, lowestHertz, rowOfHertz, tileRows } from '../../media/spectrumMessages.ts'
import { type OpenWork, useSession } from '../../store/session.ts'
import { useStore } from '../../store/store.ts'
import { type SoundLane, shownLane } from '../soundLanes/soundLane.ts'
import type { TimelineSceneMaker } from '../timelineScene.ts'
import styles from './SpectrogramLane.module.css'
import { longestWindow, SpectrogramShow, type SpectrogramState } from './spectrogramShow.ts'

const marks = [100, 1000, 10_000]

type SpectrogramLaneProps = {
  readonly work: OpenWork
  readonly maker: TimelineSceneMaker
  readonly lanes: readonly SoundLane[]
}

/** The spectrogram of what is listened to, of the stretch that shows. */
export function SpectrogramLane({ work, maker, lanes }: SpectrogramLaneProps) {
  const session = useSession()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [show, setShow] = useState<SpectrogramShow | null>(null)
  const [state, setState] = useState<SpectrogramState>('making')
  const mix = useStore(session.sound.mix)
  const lane = shownLane(lanes, mix) ?? null
  useEffect(() => {
    if (!canvas.current) return
    const made = new SpectrogramShow(session, work, maker, canvas.current)
    made.state.subscribe(setState)
    setShow(made)
    return () => made.end()
  }, [session, work, maker])
  useEffect(() => show?.show(lane), [show, lane])
  const message = lane ? messageOf(state) : 'There is no sound here.'
  return (
    <div className={styles.lane} data-testid="spectrogram" data-state={lane ? state : 'none'}>
      <canvas
        className={styles.picture}
        ref={canvas}
        role="img"
        aria-label={`Spectrogram of ${lane?.name ?? 'no sound'}, ${lowestHertz} Hz to ${highestHertz / 1000} kHz`}
      />
      <span className={styles.name} aria-hidden>
        {lane ? `Spectrogram · ${lane.name}` : 'Spectrogram'}
      </span>
      {message ? <p className={styles.message}>{message}</p> : null}
      {marks.map((hertz) => (
        <span
          key={hertz}
          className={styles.mark}
          style={{ top: `${(100 * rowOfHertz(hertz)) / tileRows}%` }}
          aria-hidden
        >
          {hertz >= 1000 ? `${hertz / 1000} kHz` : `${hertz} Hz`}
        </span>
      ))}
    </div>
  )
}

function messageOf(state: SpectrogramState): string | null {
  if (state === 'far') return `Zoom in to ${longestWindow} seconds or less for the spectrogram.`
  return state === 'refused' ? 'This sound cannot be decoded, so it has no spectrogram.' : null
}

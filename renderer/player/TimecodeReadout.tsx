import { useEffect, useRef } from 'react'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import styles from './TimecodeReadout.module.css'

/** The timecode of the playhead, written straight into the page at each frame; clicking it asks for another. */
export function TimecodeReadout() {
  const session = useSession()
  const work = useStore(session.work)
  const text = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const write = () => {
      const rate = work?.documents.document.production.rate
      const { reel, frame, shown, isSeeking, speed } = session.playhead.state.value
      if (!text.current) return
      text.current.textContent = rate && reel ? formatTimecode(frame, rate) : '--:--:--:--'
      const isSettled = speed !== 0 || shown === null || (shown === frame && !isSeeking)
      text.current.dataset.settled = String(isSettled)
    }
    write()
    const stops = [session.playhead.state.subscribe(write), work?.documents.state.subscribe(write)]
    return () => {
      for (const stop of stops) stop?.()
    }
  }, [session, work])
  return (
    <button
      type="button"
      className={styles.readout}
      title="Click, or press + on the keypad, to go to a timecode"
      onClick={() => session.moment.patch({ dialog: 'timecode', typed: '' })}
    >
      <span ref={text} data-testid="timecode" />
      <span className="visuallyHidden"> Go to a timecode</span>
    </button>
  )
}

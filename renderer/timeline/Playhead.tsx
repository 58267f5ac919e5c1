import { useEffect, useRef } from 'react'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { type OpenWork, type Session, useSession } from '../store/session.ts'
import styles from './Timeline.module.css'
import { devicePixelOf } from './viewport.ts'

/** The line at the playhead, moved by style; as a slider it can be stepped and read. */
export function Playhead({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { timeline, playhead } = session
    const place = () => {
      const element = line.current
      if (!element) return
      const view = timeline.view.value
      const x = devicePixelOf(view, timeline.playhead, devicePixelRatio) / devicePixelRatio
      element.style.transform = `translateX(${x}px)`
      element.style.visibility = x < -1 || x > view.width + 1 ? 'hidden' : 'visible'
      element.style.setProperty('--frame-width', `${Math.max(1, view.pixelsPerFrame)}px`)
      element.setAttribute('aria-valuemax', String(Math.max(0, timeline.axis.value.length - 1)))
      if (playhead.state.value.speed !== 0) return
      const { rate } = work.documents.document.production
      element.setAttribute('aria-valuenow', String(timeline.playhead))
      element.setAttribute('aria-valuetext', placeText(session, rate))
    }
    place()
    const stops = [
      playhead.state.subscribe(place),
      timeline.view.subscribe(place),
      timeline.axis.subscribe(place),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [session, work])
  const step = (by: number) =>
    session.playhead.goToAxisFrame(frames(Math.max(0, session.timeline.playhead + by)))
  return (
    <div
      ref={line}
      className={styles.playhead}
      role="slider"
      tabIndex={0}
      aria-label="Playhead"
      aria-valuemin={0}
      aria-valuenow={0}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -240, PageUp: 240 }[
          event.key
        ]
        if (by === undefined) return
        event.preventDefault()
        step(event.shiftKey ? by * 10 : by)
      }}
    />
  )
}

/** The timecode of the playhead, and its reel where there are several. */
function placeText({ playhead, timeline }: Session, rate: FrameRate): string {
  const { reel, frame } = playhead.state.value
  const { reels } = timeline.axis.value
  const label = reels.length > 1 ? reels.find((entry) => entry.reel.id === reel)?.reel.label : ''
  return [label, formatTimecode(frame, rate)].filter(Boolean).join(', ')
}

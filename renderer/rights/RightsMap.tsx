import { type MouseEvent, useEffect, useRef } from 'react'
import { frames } from '../../shared/time/frames.ts'
import { projectionOf } from '../review/findings.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { cueOrder } from '../timeline/cueOrder.ts'
import { type Changing, drawingNow } from '../timeline/drawingNow.ts'
import { overviewBars } from '../timeline/overviewBars.ts'
import { looksOf } from '../timeline/overviewColours.ts'
import { paintOverview } from '../timeline/overviewPainter.ts'
import styles from './RightsMap.module.css'

/** Milliseconds between two drawings. */
const pause = 80

/** The whole programme with its cues in the colours of how far their licences are. A press takes the picture there. */
export function RightsMap({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const canvas = useRef<HTMLCanvasElement>(null)
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { timeline, playhead } = session
    const place = () => {
      const part = timeline.playhead / Math.max(1, timeline.axis.value.length)
      if (line.current) line.current.style.left = `${part * 100}%`
    }
    const draw = () => {
      const { document } = work.documents
      const axis = timeline.axis.value
      if (!canvas.current) return
      const { entries } = cueOrder(document, axis)
      paintOverview(canvas.current, {
        axis,
        bars: overviewBars(entries, axis.length, canvas.current.clientWidth, timeline.playhead),
        useOf: projectionOf(document).useOf,
        by: 'licence',
      })
    }
    const resized: Changing = {
      subscribe: (heard) => {
        const observer = new ResizeObserver(heard)
        if (canvas.current) observer.observe(canvas.current)
        return () => observer.disconnect()
      },
    }
    place()
    const stops = [
      playhead.state.subscribe(place),
      timeline.axis.subscribe(place),
      drawingNow([work.documents.state, session.settings, timeline.axis, resized], draw, pause),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [session, work])
  const goThere = (event: MouseEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const { length } = session.timeline.axis.value
    const frame = Math.floor(((event.clientX - left) / Math.max(1, width)) * length)
    session.playhead.goToAxisFrame(frames(Math.max(0, Math.min(length - 1, frame))))
  }
  return (
    <div className={styles.row}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the pointer; the keys of the transport go everywhere */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut of the pointer; the keys of the transport go everywhere */}
      <div className={styles.map} data-testid="rights-map" onClick={goThere}>
        <canvas ref={canvas} className={styles.bars} />
        <div ref={line} className={styles.playhead} />
      </div>
      <ul className={styles.legend} aria-label="What the colours of the map mean">
        {looksOf('licence').map(({ name, colour, top, bottom }) => (
          <li key={name}>
            <span className={styles.swatch} aria-hidden>
              <span
                style={{
                  background: `var(${colour})`,
                  top: `${top * 100}%`,
                  bottom: `${(1 - bottom) * 100}%`,
                }}
              />
            </span>
            {name}
          </li>
        ))}
      </ul>
    </div>
  )
}

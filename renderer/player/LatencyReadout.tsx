import { useEffect, useRef } from 'react'
import { useSession } from '../store/session.ts'
import styles from './LatencyReadout.module.css'
import type { PictureTiming } from './latencyMeter.ts'

/** Milliseconds between two readings. */
const pause = 250

/** How fast the picture follows, in its corner, for the curious. */
export function LatencyReadout() {
  const session = useSession()
  const text = useRef<HTMLPreElement>(null)
  useEffect(() => {
    const { latency, video } = session.transport
    const write = () => {
      const { droppedVideoFrames } = video.getVideoPlaybackQuality()
      if (text.current)
        text.current.textContent = timingText(latency.timing(performance.now()), droppedVideoFrames)
    }
    write()
    const timer = setInterval(write, pause)
    return () => clearInterval(timer)
  }, [session])
  return <pre className={styles.readout} ref={text} data-testid="timing" aria-hidden="true" />
}

function timingText(timing: PictureTiming, dropped: number): string {
  const ms = (value: number | null) => (value === null ? '–' : `${Math.round(value)} ms`)
  return [
    `seek     ${ms(timing.lastSeek)}`,
    `median   ${ms(timing.medianSeek)}`,
    `95 %     ${ms(timing.slowSeek)}`,
    `shown    ${timing.picturesPerSecond}/s`,
    `dropped  ${dropped}`,
  ].join('\n')
}

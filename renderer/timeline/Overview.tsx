import { type PointerEvent, useCallback, useEffect, useRef } from 'react'
import { cueTypes } from '../../shared/model/cue.ts'
import { frames } from '../../shared/time/frames.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { HoverPicture } from '../thumbnails/HoverPicture.tsx'
import { cueOrder } from './cueOrder.ts'
import { freshContext } from './detailPainter.ts'
import { overviewBars } from './overviewBars.ts'
import { overviewPeaks } from './overviewPeaks.ts'
import { rootColours } from './rootColours.ts'
import styles from './Timeline.module.css'
import { knowledge, type OverviewPeaks, startWaveform, type Waveform } from './waveform.ts'

const columns = 2000
/** Milliseconds between two drawings of the sound while it is being read. */
const drawingPause = 300

type OverviewProps = { readonly work: OpenWork; readonly startDetail: () => () => void }

/** The whole programme at once: its sound, its cues as coloured bars, and the window of the detail view, which can be dragged. */
export function Overview({ work, startDetail }: OverviewProps) {
  const session = useSession()
  const container = useRef<HTMLDivElement>(null)
  const bars = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const line = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLDivElement>(null)
  const frameOf = useCallback(
    (x: number, width: number) => frames(Math.floor((x / width) * session.timeline.axis.value.length)),
    [session],
  )
  useEffect(() => {
    if (!container.current) return
    const read = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
    const waveform: Waveform = startWaveform({
      container: container.current,
      media: session.transport.video,
      height: 34,
      colour: read('--wave'),
      startDetail,
    })
    const stops = [
      drawingNow([session.peaks.revision, session.timeline.axis], () => {
        const { rate } = work.documents.document.production
        const axis = session.timeline.axis.value
        const peaks = overviewPeaks(axis, rate, (path) => session.peaks.of(path), columns)
        waveform.setPeaks(peaks, Math.max(1, session.transport.video.duration || 1))
        if (container.current) container.current.dataset.known = leastKnown(peaks)
      }),
      session.settings.subscribe(() => waveform.setColours(read('--wave'))),
    ]
    return () => {
      for (const stop of stops) stop()
      waveform.end()
    }
  }, [session, work, startDetail])
  useEffect(() => {
    const { timeline, playhead } = session
    const place = () => {
      const { extent, first, pixelsPerFrame, width } = timeline.view.value
      const length = extent.end - extent.start
      const left = Math.max(0, first / length)
      const right = Math.min(1, (first + width / pixelsPerFrame) / length)
      if (frame.current) {
        frame.current.style.left = `${left * 100}%`
        frame.current.style.width = `${(right - left) * 100}%`
      }
      if (line.current) line.current.style.left = `${(timeline.playhead / length) * 100}%`
    }
    const paint = () => {
      if (bars.current) paintBars(bars.current, session, work)
      place()
    }
    // Observing a size tells it once to begin with.
    const observer = new ResizeObserver(paint)
    if (bars.current) observer.observe(bars.current)
    const stops = [
      timeline.view.subscribe(place),
      playhead.state.subscribe(place),
      drawingSoon(confirmed(work.documents), paint),
      drawingSoon(session.settings, paint),
    ]
    return () => {
      observer.disconnect()
      for (const stop of stops) stop()
    }
  }, [session, work])
  const pull = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const length = session.timeline.axis.value.length
    session.timeline.centreOn(frames(Math.round(((event.clientX - left) / width) * length)))
  }
  return (
    <div
      className={styles.overview}
      ref={area}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        pull(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) pull(event)
      }}
      onDoubleClick={() => session.timeline.fit()}
    >
      <div className={styles.overviewWave} ref={container} />
      <canvas className={styles.overviewBars} ref={bars} />
      <div className={styles.overviewFrame} ref={frame} />
      <div className={styles.overviewPlayhead} ref={line} />
      <HoverPicture area={area} frameAt={frameOf} />
    </div>
  )
}

/** How well the least known column is known. */
function leastKnown({ known }: OverviewPeaks): string {
  const least = known.reduce((so, column) => Math.min(so, column), knowledge.measured)
  return Object.entries(knowledge).find(([, value]) => value === least)?.[0] ?? ''
}

type Changing = { readonly subscribe: (heard: () => void) => () => void }

/** Draws now, and again at the next animation frame when a store has changed, but not more often than the pause allows. */
function drawingNow(stores: readonly Changing[], draw: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let drawnAt = Number.NEGATIVE_INFINITY
  const later = () => {
    timer ??= setTimeout(
      () => {
        timer = null
        drawnAt = performance.now()
        draw()
      },
      Math.max(16, drawnAt + drawingPause - performance.now()),
    )
  }
  draw()
  const stops = stores.map((store) => store.subscribe(later))
  return () => {
    if (timer) clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

/** The document as it is confirmed; what a drag previews is not heard of. */
function confirmed({ state }: OpenWork['documents']): Changing {
  let { document } = state.value
  return {
    subscribe: (heard) =>
      state.subscribe((now) => {
        if (now.document === document) return
        document = now.document
        heard()
      }),
  }
}

/** Draws once an animation frame while the store changes. */
function drawingSoon(store: Changing, draw: () => void): () => void {
  let request = 0
  const stop = store.subscribe(() => {
    cancelAnimationFrame(request)
    request = requestAnimationFrame(draw)
  })
  return () => {
    cancelAnimationFrame(request)
    stop()
  }
}

function paintBars(canvas: HTMLCanvasElement, session: ReturnType<typeof useSession>, work: OpenWork): void {
  const context = freshContext(canvas)
  if (!context) return
  const { axis, playhead } = session.timeline
  const { entries } = cueOrder(work.documents.document, axis.value)
  const colourOf = rootColours()
  const { clientWidth, clientHeight } = canvas
  const bars = overviewBars(entries, axis.value.length, clientWidth, playhead)
  for (const type of cueTypes) {
    context.fillStyle = colourOf(`--type-${type}`)
    for (const { cue, x, width } of bars) if (cue.type === type) context.fillRect(x, 0, width, clientHeight)
  }
}

import { useCallback, useEffect, useRef } from 'react'
import { frames } from '../../shared/time/frames.ts'
import { projectionOf } from '../review/findings.ts'
import { type OpenWork, type Session, useSession } from '../store/session.ts'
import { HoverPicture } from '../thumbnails/HoverPicture.tsx'
import { type Changing, drawingNow } from './drawingNow.ts'
import styles from './Overview.module.css'
import { OverviewColours } from './OverviewColours.tsx'
import { OverviewWindow } from './OverviewWindow.tsx'
import { overviewBars } from './overviewBars.ts'
import { startOverviewDrag } from './overviewDrag.ts'
import { paintOverview } from './overviewPainter.ts'
import { overviewPeaks } from './overviewPeaks.ts'
import type { TimelineSceneMaker } from './timelineScene.ts'
import { knowledge, type OverviewPeaks, startWaveform, type Waveform } from './waveform.ts'

const columns = 2000
/** Milliseconds between two drawings of the sound while it is being read, and of the cues while they are dragged. */
const soundPause = 300
const cuesPause = 80
const noUses = new Map<never, never>()

type OverviewProps = {
  readonly work: OpenWork
  readonly maker: TimelineSceneMaker
  readonly startDetail: () => () => void
}

/** The whole programme at once: its sound, its cues as coloured bars, and the window of the detail view. */
export function Overview({ work, maker, startDetail }: OverviewProps) {
  const session = useSession()
  const container = useRef<HTMLDivElement>(null)
  const bars = useRef<HTMLCanvasElement>(null)
  const line = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLDivElement>(null)
  const frameOf = useCallback(
    (x: number, width: number) => frames(Math.floor((x / width) * session.timeline.axis.value.length)),
    [session],
  )
  useEffect(
    () => (container.current ? drawSound(session, work, container.current, startDetail) : undefined),
    [session, work, startDetail],
  )
  useEffect(
    () => (bars.current ? drawCues(session, work, maker, bars.current) : undefined),
    [session, work, maker],
  )
  useEffect(() => {
    const { timeline, playhead } = session
    const place = () => {
      const part = timeline.playhead / Math.max(1, timeline.axis.value.length)
      if (line.current) line.current.style.left = `${part * 100}%`
    }
    place()
    const stops = [playhead.state.subscribe(place), timeline.axis.subscribe(place)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [session])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div
      className={styles.overview}
      ref={area}
      role="group"
      aria-label="Overview of the programme"
      data-testid="overview"
      onPointerDown={(event) => {
        if (event.button === 0)
          startOverviewDrag(session, event.currentTarget, 'elsewhere', event.nativeEvent)
      }}
      onDoubleClick={() => session.timeline.fit()}
    >
      <div className={styles.wave} ref={container} aria-hidden />
      <canvas className={styles.bars} ref={bars} />
      <OverviewWindow work={work} area={area} />
      <div className={styles.playhead} ref={line} />
      <OverviewColours />
      <HoverPicture area={area} frameAt={frameOf} />
    </div>
  )
}

function drawSound(
  session: Session,
  work: OpenWork,
  container: HTMLElement,
  startDetail: () => () => void,
): () => void {
  const read = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
  const waveform: Waveform = startWaveform({
    container,
    media: session.transport.video,
    height: 34,
    colour: read('--wave'),
    startDetail,
  })
  const draw = () => {
    const { rate } = work.documents.document.production
    const axis = session.timeline.axis.value
    const peaks = overviewPeaks(axis, rate, (path) => session.peaks.of(path), columns)
    waveform.setPeaks(peaks, Math.max(1, session.transport.video.duration || 1))
    container.dataset.known = leastKnown(peaks)
  }
  const stopDrawing = drawingNow([session.peaks.revision, session.timeline.axis], draw, soundPause)
  const stopColours = session.settings.subscribe(() => waveform.setColours(read('--wave')))
  return () => {
    stopDrawing()
    stopColours()
    waveform.end()
  }
}

function drawCues(
  session: Session,
  work: OpenWork,
  maker: TimelineSceneMaker,
  canvas: HTMLCanvasElement,
): () => void {
  const arranged: Changing = {
    subscribe: (heard) => {
      let before = maker.scene.value?.lanes
      return maker.scene.subscribe((scene) => {
        if (scene?.lanes === before) return
        before = scene?.lanes
        heard()
      })
    },
  }
  const resized: Changing = {
    subscribe: (heard) => {
      const observer = new ResizeObserver(heard)
      observer.observe(canvas)
      return () => observer.disconnect()
    },
  }
  const draw = () => {
    const by = session.settings.value.overviewColour
    const axis = session.timeline.axis.value
    const items = (maker.scene.value?.lanes.placed ?? []).map(({ item }) => item)
    paintOverview(canvas, {
      axis,
      bars: overviewBars(items, axis.length, canvas.clientWidth, session.timeline.playhead),
      useOf: by === 'licence' ? projectionOf(work.documents.document).useOf : noUses,
      by,
    })
  }
  return drawingNow([arranged, resized, session.settings, session.timeline.axis], draw, cuesPause)
}

/** How well the least known column is known. */
function leastKnown({ known }: OverviewPeaks): string {
  const least = known.reduce((so, column) => Math.min(so, column), knowledge.measured)
  return Object.entries(knowledge).find(([, value]) => value === least)?.[0] ?? ''
}

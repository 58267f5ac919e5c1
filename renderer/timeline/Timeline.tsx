import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { commandById, runCommand } from '../commands/commands.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { HoverPicture } from '../thumbnails/HoverPicture.tsx'
import { Button } from '../ui/Button.tsx'
import { Scope } from '../ui/scope.ts'
import { CueLane } from './CueLane.tsx'
import { paintWave } from './detailPainter.ts'
import { NoteLane } from './NoteLane.tsx'
import { Overview } from './Overview.tsx'
import { Playhead } from './Playhead.tsx'
import { listenToPans } from './panDrag.ts'
import { paintRuler } from './rulerPainter.ts'
import { SegmentBand } from './SegmentBand.tsx'
import { scrubTo } from './scrub.ts'
import { shownGain } from './shownGain.ts'
import { SoundArea } from './soundLanes/SoundArea.tsx'
import styles from './Timeline.module.css'
import { timelineColours } from './timelineColours.ts'
import { TimelineSceneMaker } from './timelineScene.ts'
import { frameUnder } from './viewport.ts'
import { WaveGain } from './WaveGain.tsx'
import { listenToWheel } from './wheelGestures.ts'

/** The sound and the cues over time: an overview of everything, and below it the stretch that is looked at. */
export function Timeline() {
  const session = useSession()
  const work = useStore(session.work)
  return work ? <TimelineOf key={work.id} work={work} /> : null
}

function TimelineOf({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const [maker, setMaker] = useState<TimelineSceneMaker | null>(null)
  const detail = useRef<HTMLDivElement>(null)
  const sound = useRef<HTMLDivElement>(null)
  const ruler = useRef<HTMLCanvasElement>(null)
  const wave = useRef<HTMLCanvasElement>(null)
  const frameOf = useCallback(
    (x: number) => frameUnder(session.timeline.view.value, x, devicePixelRatio),
    [session],
  )
  useEffect(() => {
    const next = new TimelineSceneMaker(session, work)
    startTransition(() => setMaker(next))
    return () => next.end()
  }, [session, work])
  const startDetail = useMemo(
    () => () => {
      const scope = new Scope()
      const area = detail.current
      if (!area || !maker) return () => {}
      const measure = () => {
        session.timeline.setWidth(area.clientWidth)
        maker.schedule()
      }
      measure()
      scope.observeSize(area, measure)
      listenToWheel(scope, session, area)
      listenToPans(scope, session, area)
      scope.own(maker.scene.subscribe(() => paint(session, work, ruler.current, wave.current)))
      scope.own(
        session.settings.subscribe(() =>
          requestAnimationFrame(() => paint(session, work, ruler.current, wave.current)),
        ),
      )
      paint(session, work, ruler.current, wave.current)
      return () => scope.end()
    },
    [session, work, maker],
  )
  return (
    <div className={styles.timeline}>
      {maker ? (
        <Overview work={work} maker={maker} startDetail={startDetail} />
      ) : (
        <div className={styles.overviewSpace} />
      )}
      <div className={styles.detail} ref={detail} data-testid="timeline-detail">
        <div
          className={styles.sound}
          ref={sound}
          role="presentation"
          onPointerDown={(event) => scrubTo(session, event)}
        >
          <canvas ref={ruler} className={styles.ruler} />
          {maker ? <SegmentBand work={work} maker={maker} /> : null}
          <div className={styles.waveLane}>
            <SoundArea work={work} maker={maker} tools={<ZoomTools />}>
              <canvas ref={wave} className={styles.wave} />
            </SoundArea>
            <WaveGain />
          </div>
        </div>
        <HoverPicture area={sound} frameAt={frameOf} />
        {maker ? <NoteLane work={work} maker={maker} /> : null}
        {maker ? <CueLane work={work} maker={maker} /> : null}
        <Playhead work={work} />
      </div>
    </div>
  )
}

function ZoomTools() {
  const session = useSession()
  const tool = (id: string, icon: React.ReactNode) => {
    const command = commandById(id)
    return (
      <Button
        kind="quiet"
        label={command.label}
        icon={icon}
        keys={command.keys[0]}
        onPress={() => runCommand(session, command)}
      />
    )
  }
  return (
    <>
      {tool('view.zoomOut', <ZoomOut size={14} />)}
      {tool('view.zoomIn', <ZoomIn size={14} />)}
      {tool('view.fit', <Maximize2 size={14} />)}
    </>
  )
}

function paint(
  session: ReturnType<typeof useSession>,
  work: OpenWork,
  ruler: HTMLCanvasElement | null,
  wave: HTMLCanvasElement | null,
): void {
  if (!ruler || !wave) return
  const scene = {
    view: session.timeline.view.value,
    axis: session.timeline.axis.value,
    document: work.documents.state.value.preview,
    peaksOf: (path: string) => session.peaks.of(path),
    pictureStart: session.transport.pictureStart,
    colours: timelineColours(),
  }
  paintRuler(ruler, scene, session.settings.value.rulerUnits)
  if (!session.settings.value.soundLanes) paintWave(wave, scene, (loudest) => shownGain(session, loudest))
}

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { heardTracks, trackMix, withTrack } from '../../sound/mix.ts'
import { type OpenWork, type Session, useSession } from '../../store/session.ts'
import { useStore } from '../../store/store.ts'
import { Scope } from '../../ui/scope.ts'
import type { TimelineSceneMaker } from '../timelineScene.ts'
import { type Place, placeAfter, sides } from './laneKeys.ts'
import { laneScene, paintLane } from './lanePainter.ts'
import { keepReadingStems } from './lanesHere.ts'
import { SoundLaneHead } from './SoundLaneHead.tsx'
import styles from './SoundLanes.module.css'
import type { SoundLane } from './soundLane.ts'

type SoundLanesProps = {
  readonly work: OpenWork
  readonly maker: TimelineSceneMaker | null
  readonly lanes: readonly SoundLane[]
}

/** Each track of the sound in a lane of its own, with its solo and mute; one tab stop for the keyboard. */
export function SoundLanes({ work, maker, lanes }: SoundLanesProps) {
  const session = useSession()
  const list = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<Place>({ lane: 0, side: 0 })
  const mix = useStore(session.sound.mix)
  const tracks = useStore(session.sound.tracks)
  const heard = heardTracks(mix, tracks)
  useEffect(() => keepReadingStems(session), [session])
  useEffect(() => {
    if (!maker || !list.current) return
    return paintingLanes(session, work, maker, list.current, lanes)
  }, [session, work, maker, lanes])
  const toggle = (lane: SoundLane, side: 'solo' | 'mute') => {
    const { isSolo, isMuted } = trackMix(session.sound.mix.value, lane)
    const patch = side === 'solo' ? { isSolo: !isSolo } : { isMuted: !isMuted }
    session.sound.change((current) => withTrack(current, lane, patch))
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const at = placeOf(event.target)
    const lane = at && lanes[at.lane]
    if (!at || !lane || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const key = event.key.toLowerCase()
    const next = placeAfter(at, event.key, lanes.length)
    if (key === 's' || key === 'm') toggle(lane, key === 's' ? 'solo' : 'mute')
    else if (next) focusOn(event.currentTarget, next)
    else return
    event.preventDefault()
  }
  const shown = Math.min(stop.lane, lanes.length - 1)
  return (
    <div
      className={styles.lanes}
      ref={list}
      role="toolbar"
      aria-label="Sound lanes"
      aria-orientation="vertical"
      style={{ '--lanes': lanes.length } as React.CSSProperties}
      onKeyDown={press}
      onPointerDown={(event) => {
        const isOnScrollbar = event.nativeEvent.offsetX >= event.currentTarget.clientWidth
        if (event.target === event.currentTarget && isOnScrollbar) event.stopPropagation()
      }}
      onFocus={(event) => setStop(placeOf(event.target) ?? stop)}
    >
      {lanes.map((lane, index) => {
        const track = tracks.findIndex(({ key }) => key === lane.key)
        const own = trackMix(mix, lane)
        return (
          <div
            key={lane.key}
            className={styles.lane}
            data-lane={index}
            data-heard={track >= 0 ? heard[track] : !own.isMuted}
          >
            <canvas className={styles.wave} />
            <SoundLaneHead
              lane={lane}
              mix={own}
              isHeard={track >= 0 ? heard[track] === true : !own.isMuted}
              tabStop={shown === index ? (sides[stop.side] ?? null) : null}
              onToggle={(side) => toggle(lane, side)}
            />
          </div>
        )
      })}
      {lanes.length === 0 ? <p className={styles.empty}>There is no sound here to show in lanes.</p> : null}
    </div>
  )
}

/** Draws the lanes whenever what they show changes, until the returned function is called. */
function paintingLanes(
  session: Session,
  work: OpenWork,
  maker: TimelineSceneMaker,
  list: HTMLElement,
  lanes: readonly SoundLane[],
): () => void {
  const scope = new Scope()
  const paint = () => {
    const scene = laneScene(session, work)
    const { top, bottom } = list.getBoundingClientRect()
    list.querySelectorAll('canvas').forEach((canvas, index) => {
      const lane = lanes[index]
      const place = canvas.getBoundingClientRect()
      if (lane && place.bottom > top && place.top < bottom) paintLane(canvas, lane, scene)
    })
  }
  paint()
  scope.own(maker.scene.subscribe(paint))
  scope.own(session.settings.subscribe(() => requestAnimationFrame(paint)))
  scope.observeSize(list, paint)
  scope.listen(list, 'scroll', paint)
  // The wheel moves through time; over the names it goes from lane to lane where there are more than fit.
  scope.listen(
    list,
    'wheel',
    (event: WheelEvent) => {
      const isOverHead = event.target instanceof Element && event.target.closest('fieldset') !== null
      if (isOverHead && list.scrollHeight > list.clientHeight) event.stopPropagation()
      else event.preventDefault()
    },
    { passive: false },
  )
  return () => scope.end()
}

/** The lane and the button that an element is or lies in. */
function placeOf(target: EventTarget): Place | null {
  const button = target instanceof Element ? target.closest('button') : null
  const lane = button?.closest<HTMLElement>('[data-lane]')
  if (!button || !lane) return null
  const side = [...lane.querySelectorAll('button')].indexOf(button) === 1 ? 1 : 0
  return { lane: Number(lane.dataset.lane), side }
}

function focusOn(list: HTMLElement, { lane, side }: Place): void {
  const buttons = list.querySelectorAll<HTMLElement>(`[data-lane="${lane}"] button`)
  buttons[side]?.focus()
}

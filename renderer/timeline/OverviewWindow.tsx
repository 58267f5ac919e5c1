import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { frames } from '../../shared/time/frames.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { type OpenWork, type Session, useSession } from '../store/session.ts'
import { placeAt } from './axis.ts'
import styles from './Overview.module.css'
import { startOverviewDrag } from './overviewDrag.ts'

type OverviewWindowProps = { readonly work: OpenWork; readonly area: RefObject<HTMLDivElement | null> }

/** The part of the programme that the detail view shows: moved and stretched with the pointer or with the arrows. */
export function OverviewWindow({ work, area }: OverviewWindowProps) {
  const session = useSession()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let request = 0
    const place = () => {
      request = 0
      if (frame.current) placeWindow(frame.current, session, work)
    }
    const soon = () => {
      request ||= requestAnimationFrame(place)
    }
    place()
    const stops = [session.timeline.view.subscribe(soon), session.timeline.axis.subscribe(soon)]
    return () => {
      cancelAnimationFrame(request)
      for (const stop of stops) stop()
    }
  }, [session, work])
  const grab = (part: 'start' | 'end' | 'window') => (event: React.PointerEvent) => {
    if (event.button !== 0 || !area.current) return
    event.stopPropagation()
    startOverviewDrag(session, area.current, part, event.nativeEvent)
  }
  const handle = (edge: 'start' | 'end') => (
    <div
      className={styles.handle}
      role="slider"
      tabIndex={0}
      aria-label={edge === 'start' ? 'First frame in view' : 'Last frame in view'}
      aria-orientation="horizontal"
      aria-valuenow={0}
      data-edge={edge}
      onPointerDown={grab(edge)}
      onKeyDown={(event) => stretchByKey(session, edge, event)}
    />
  )
  return (
    <div className={styles.window} ref={frame}>
      <div
        className={styles.body}
        role="slider"
        tabIndex={0}
        aria-label="Part of the programme in view"
        aria-orientation="horizontal"
        aria-valuenow={0}
        onPointerDown={grab('window')}
        onKeyDown={(event) => moveByKey(session, event)}
      />
      {handle('start')}
      {handle('end')}
    </div>
  )
}

function placeWindow(element: HTMLElement, { timeline, playhead }: Session, work: OpenWork): void {
  const { first, pixelsPerFrame, width } = timeline.view.value
  const axis = timeline.axis.value
  const length = Math.max(1, axis.length)
  const last = first + width / pixelsPerFrame
  const from = Math.max(0, Math.min(length - 1, first))
  const to = Math.max(from, Math.min(length, last))
  element.style.left = `${(from / length) * 100}%`
  element.style.width = `${((to - from) / length) * 100}%`
  // While playing, the view goes along by itself; nobody wants each page read out.
  if (playhead.state.value.speed !== 0) return
  const { rate } = work.documents.document.production
  const text = (frame: number) => {
    const place = placeAt(axis, frames(Math.max(0, Math.min(axis.length - 1, Math.floor(frame)))))
    return place ? formatTimecode(place.frame, rate) : ''
  }
  const ends = { start: text(from), end: text(Math.ceil(to) - 1) }
  const say = (part: Element | null | undefined, value: number, words: string) => {
    part?.setAttribute('aria-valuemin', '0')
    part?.setAttribute('aria-valuemax', String(length))
    part?.setAttribute('aria-valuenow', String(Math.round(value)))
    part?.setAttribute('aria-valuetext', words)
  }
  const [body, start, end] = element.children
  say(body, from, `${ends.start} to ${ends.end}`)
  say(start, from, ends.start)
  say(end, to, ends.end)
}

/** Arrows move by a tenth of what is in view, with Shift by a window; Home and End go to the ends. */
function moveByKey(session: Session, event: KeyboardEvent<HTMLElement>): void {
  const { timeline } = session
  const part = event.shiftKey ? 1 : 0.1
  const windows = { ArrowLeft: -part, ArrowDown: -part, ArrowRight: part, ArrowUp: part }[event.key]
  const end = { Home: 0, End: timeline.axis.value.length }[event.key]
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (windows !== undefined) timeline.page(windows)
  else if (end !== undefined) timeline.hold(end, event.key === 'End' ? timeline.view.value.width : 0)
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** Arrows move one edge of what is in view by a twentieth of it, with Shift by a quarter. */
function stretchByKey({ timeline }: Session, edge: 'start' | 'end', event: KeyboardEvent<HTMLElement>): void {
  const sign = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key]
  if (sign === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  const { first, width, pixelsPerFrame } = timeline.view.value
  const shown = width / pixelsPerFrame
  const by = sign * shown * (event.shiftKey ? 0.25 : 0.05)
  if (edge === 'start') timeline.stretchOver(first + by, first + shown)
  else timeline.stretchOver(first, first + shown + by)
  event.preventDefault()
  event.stopPropagation()
}

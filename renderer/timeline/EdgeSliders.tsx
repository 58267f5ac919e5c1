import type { CSSProperties, KeyboardEvent } from 'react'
import { nudgeCues } from '../../shared/edits/cueMoveEdits.ts'
import { frameOf, lastSpan, spansOf } from '../../shared/edits/cueSpans.ts'
import { rollBorder, touchingCue } from '../../shared/edits/rollBorder.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { nominalRate } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { type OpenWork, type Session, useSession } from '../store/session.ts'
import { type CueItem, itemsOfCue, noCueFacts } from './cueItems.ts'
import { placeOfItem } from './cueLayout.ts'
import { calledCue } from './cueWords.ts'
import { dragLimits } from './dragSubject.ts'
import styles from './EdgeSliders.module.css'
import type { TimelineScene } from './timelineScene.ts'
import { xOf } from './viewport.ts'

type EdgeSlidersProps = {
  readonly work: OpenWork
  readonly scene: TimelineScene
  readonly selection: readonly CueId[]
}

/** The in and the out of the one selected cue as sliders that speak timecode; in the page for as long as it is selected. */
export function EdgeSliders({ work, scene, selection }: EdgeSlidersProps) {
  const session = useSession()
  const [id, ...others] = selection
  const cue = id === undefined ? undefined : scene.document.cues[id]
  if (!cue || others.length > 0) return null
  const { axis, playhead } = session.timeline
  const places = itemsOfCue(cue, axis.value, playhead, noCueFacts).flatMap(
    (item) => placeOfItem(scene.lanes, item) ?? [],
  )
  const first = places.find(({ item }) => item.spanIndex === 0)
  const last = places.find(({ item }) => item.spanIndex === item.cue.spans.length - 1)
  return (
    <>
      {first ? <EdgeSlider work={work} scene={scene} part="start" {...first} /> : null}
      {last && !last.item.isOpen ? <EdgeSlider work={work} scene={scene} part="end" {...last} /> : null}
    </>
  )
}

type EdgeSliderProps = {
  readonly work: OpenWork
  readonly scene: TimelineScene
  readonly item: CueItem
  readonly lane: number
  readonly part: 'start' | 'end'
}

function EdgeSlider({ work, scene, item, lane, part }: EdgeSliderProps) {
  const session = useSession()
  const { cue } = item
  const { document, view } = scene
  const spans = spansOf(cue)
  const mark = frameOf(part === 'start' ? spans[0].start : lastSpan(spans).end)
  if (mark === null) return null
  const x = xOf(view, part === 'start' ? item.start : item.end)
  const { least, most } = stepsLeft(session, scene, item, part)
  const name = part === 'start' ? 'In' : 'Out'
  return (
    <div
      className={styles.slider}
      role="slider"
      tabIndex={0}
      aria-label={`${name} of ${calledCue(cue, document)}`}
      aria-valuemin={mark + least}
      aria-valuemax={mark + most}
      aria-valuenow={mark}
      aria-valuetext={formatTimecode(mark, document.production.rate)}
      data-part={part}
      style={
        {
          '--lane': lane,
          transform: `translate(${Math.max(-20, Math.min(view.width + 20, x))}px, calc(${lane} * var(--lane-pitch)))`,
        } as CSSProperties
      }
      onFocus={() => {
        session.moment.patch({ edge: part === 'start' ? 'in' : 'out' })
        session.timeline.reveal(part === 'start' ? item.start : item.end)
      }}
      onKeyDown={(event) => {
        const by = stepOf(event, nominalRate(document.production.rate))
        if (by === null) return
        event.preventDefault()
        event.stopPropagation()
        if (event.altKey) rollEdge(session, work, scene, { item, part, by })
        else moveEdge(session, { item, part, by: clamped(by, least, most) })
      }}
    />
  )
}

/** How many frames an edge can go earlier (negative) and later on its reel. */
function stepsLeft(
  session: Session,
  { document }: TimelineScene,
  item: CueItem,
  part: 'start' | 'end',
  neighbour: CueItem | null = null,
): { readonly least: number; readonly most: number } {
  const axis = session.timeline.axis.value
  const { least, most } = dragLimits({ item, part, neighbour, cues: [] }, document, axis)
  const at = part === 'start' ? item.start : item.end
  const entry = axis.reels.find(({ offset, extent }) => {
    const last = part === 'start' ? item.start : item.end - 1
    return offset <= last && last < offset + extent.end - extent.start
  })
  if (!entry) return { least: 0, most: 0 }
  const end = entry.offset + entry.extent.end - entry.extent.start
  return { least: Math.max(least, entry.offset) - at, most: Math.min(most, end) - at }
}

/** Frames that a key moves an edge by: 1, with Shift 10, by page 10 seconds. */
function stepOf({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent, perSecond: number): number | null {
  if (ctrlKey || metaKey) return null
  const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[key]
  if (direction !== undefined) return direction * (shiftKey ? 10 : 1)
  const page = { PageDown: -1, PageUp: 1 }[key]
  return page === undefined ? null : page * 10 * perSecond
}

type EdgeMove = { readonly item: CueItem; readonly part: 'start' | 'end'; readonly by: number }

function moveEdge(session: Session, { item, part, by }: EdgeMove): void {
  if (by === 0) return
  const { id } = item.cue
  if (session.apply(nudgeCues([id], part, by), `nudge ${part} ${id}`)) keepInView(session, item, part, by)
}

/** Moves the edge and the cue that touches there. */
function rollEdge(session: Session, { documents }: OpenWork, scene: TimelineScene, move: EdgeMove): void {
  const { item, part } = move
  const { id } = item.cue
  const other = touchingCue(documents.document, id, part === 'end' ? 'after' : 'before')
  const parts = scene.lanes.placed.filter((place) => place.item.cue.id === other)
  const neighbour = parts.at(part === 'end' ? 0 : -1)?.item
  if (!other || !neighbour) {
    session.say('No cue touches here. Without Alt this edge moves by itself.')
    return
  }
  const { least, most } = stepsLeft(session, scene, item, part, neighbour)
  const by = clamped(move.by, least, most)
  const [left, right] = part === 'end' ? [id, other] : [other, id]
  if (by !== 0 && session.apply(rollBorder(left, right, by), `roll ${left} ${right}`))
    keepInView(session, item, part, by)
}

function clamped(by: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, by))
}

function keepInView(session: Session, item: CueItem, part: 'start' | 'end', by: number): void {
  session.timeline.reveal(frames((part === 'start' ? item.start : item.end) + by))
}

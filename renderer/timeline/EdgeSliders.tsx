import type { CSSProperties, KeyboardEvent } from 'react'
import { nudgeCues } from '../../shared/edits/cueMoveEdits.ts'
import { frameOf, lastSpan, spansOf } from '../../shared/edits/cueSpans.ts'
import { rollBorder } from '../../shared/edits/rollBorder.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { nominalRate } from '../../shared/time/frameRate.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { touchingCue } from '../commands/rolling.ts'
import { type OpenWork, type Session, useSession } from '../store/session.ts'
import type { CueItem } from './cueItems.ts'
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
  const [id, ...others] = selection
  if (!id || others.length > 0) return null
  const places = scene.lanes.placed.filter(({ item }) => item.cue.id === id)
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
        moveEdge(session, work, { item, part, by: Math.max(least, Math.min(most, by)), rolls: event.altKey })
      }}
    />
  )
}

/** How many frames an edge can go earlier (negative) and later. */
function stepsLeft(session: Session, { document }: TimelineScene, item: CueItem, part: 'start' | 'end') {
  const axis = session.timeline.axis.value
  const { least, most } = dragLimits({ item, part, neighbour: null, cues: [] }, document, axis)
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

type EdgeMove = {
  readonly item: CueItem
  readonly part: 'start' | 'end'
  readonly by: number
  /** Whether the cue that touches here goes along. */
  readonly rolls: boolean
}

function moveEdge(session: Session, work: OpenWork, { item, part, by, rolls }: EdgeMove): void {
  const { id } = item.cue
  const other = rolls ? touchingCue(work.documents.document, id, part) : null
  if (rolls && !other) {
    session.say('No cue touches here. Without Alt this edge moves by itself.')
    return
  }
  if (by === 0) return
  if (other) {
    const [left, right] = part === 'end' ? [id, other] : [other, id]
    session.apply(rollBorder(left, right, by), `roll ${left} ${right}`)
  } else session.apply(nudgeCues([id], part, by), `nudge ${part} ${id}`)
  const at = work.documents.document.cues[id]
  const span = at && (part === 'start' ? at.spans[0] : at.spans.at(-1))
  const frame = span ? frameOf(part === 'start' ? span.start : span.end) : null
  if (frame !== null) keepInView(session, item, part, by)
}

function keepInView(session: Session, item: CueItem, part: 'start' | 'end', by: number): void {
  const at: Frames = part === 'start' ? item.start : item.end
  session.timeline.reveal(frames(at + by))
}

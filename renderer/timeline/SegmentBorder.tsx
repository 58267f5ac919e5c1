import type { KeyboardEvent, PointerEvent } from 'react'
import { borderLimits, moveSegmentBorder, type SegmentEdge } from '../../shared/edits/segmentBorderEdits.ts'
import { clampEdge, type FrameRange } from '../../shared/time/frameRange.ts'
import { nominalRate } from '../../shared/time/frameRate.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { type OpenWork, type Session, useSession } from '../store/session.ts'
import { startEdgeDrag } from './edgeDrag.ts'
import type { SegmentItem } from './laneItems.ts'
import { laneMagnets } from './laneMagnets.ts'
import styles from './SegmentBand.module.css'

type SegmentBorderProps = {
  readonly work: OpenWork
  readonly item: SegmentItem
  readonly edge: SegmentEdge
  /** Where it is drawn, in CSS px. */
  readonly x: number
  readonly name: string
  readonly isTabStop: boolean
}

/** One border of a segment: dragged with the pointer, or a slider that speaks timecode. */
export function SegmentBorder({ work, item, edge, x, name, isTabStop }: SegmentBorderProps) {
  const session = useSession()
  const { segment } = item
  const { document } = work.documents
  const limits = reachOf(session, work, item, edge)
  return (
    <div
      className={styles.border}
      role="slider"
      aria-label={`${edge === 'start' ? 'Start' : 'End'} of ${name}`}
      aria-orientation="horizontal"
      aria-valuenow={segment[edge]}
      aria-valuemin={limits.start}
      aria-valuemax={limits.end}
      aria-valuetext={formatTimecode(segment[edge], document.production.rate)}
      tabIndex={isTabStop ? 0 : -1}
      data-edge={edge}
      style={{ transform: `translateX(${x}px)` }}
      onKeyDown={(event) => pressKey(session, work, item, edge, event)}
      onPointerDown={(event) => grab(session, work, item, edge, event)}
    />
  )
}

/** The timecode frames between which the border can stand on its reel, both inclusive. */
function reachOf(
  { timeline }: Session,
  work: OpenWork,
  { segment }: SegmentItem,
  edge: SegmentEdge,
): FrameRange {
  const { least, most } = borderLimits(work.documents.document, segment, edge)
  const reel = timeline.axis.value.reels.find((entry) => entry.reel.id === segment.reel)
  const extent = reel?.extent ?? { start: least, end: most }
  return {
    start: frames(Math.min(segment[edge], Math.max(least, extent.start))),
    end: frames(Math.max(segment[edge], Math.min(most, extent.end))),
  }
}

function grab(
  session: Session,
  work: OpenWork,
  item: SegmentItem,
  edge: SegmentEdge,
  event: PointerEvent<HTMLElement>,
): void {
  const area = event.currentTarget.closest<HTMLElement>('[data-testid="timeline-detail"]')
  if (event.button !== 0 || !area) return
  const { segment } = item
  session.timeline.picked.set({ table: 'segments', id: segment.id })
  const { document } = work.documents
  const from = item[edge]
  const inReel = (axisFrame: number): Frames => frames(segment[edge] + axisFrame - from)
  const reach = reachOf(session, work, item, edge)
  startEdgeDrag(
    {
      session,
      work,
      area,
      from,
      least: frames(from + reach.start - segment[edge]),
      most: frames(from + reach.end - segment[edge]),
      magnets: laneMagnets(session, work, from),
      editFor: (frame) => moveSegmentBorder(segment.id, edge, inReel(frame)),
      textAt: (frame) => formatTimecode(inReel(frame), document.production.rate),
    },
    event.nativeEvent,
  )
}

/** Arrows move by a frame, with Shift by ten, Page keys by ten seconds. */
function pressKey(
  session: Session,
  work: OpenWork,
  item: SegmentItem,
  edge: SegmentEdge,
  event: KeyboardEvent<HTMLElement>,
): void {
  const { segment } = item
  const tenSeconds = 10 * nominalRate(work.documents.document.production.rate)
  const one = event.shiftKey ? 10 : 1
  const by = {
    ArrowLeft: -one,
    ArrowDown: -one,
    ArrowRight: one,
    ArrowUp: one,
    PageDown: -tenSeconds,
    PageUp: tenSeconds,
  }[event.key]
  if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  event.stopPropagation()
  // What is drawn may be one key behind.
  const now = work.documents.document.segments[segment.id]
  if (!now) return
  const reach = reachOf(session, work, { ...item, segment: now }, edge)
  const frame = clampEdge(reach, frames(now[edge] + by))
  session.apply(moveSegmentBorder(segment.id, edge, frame), `border ${segment.id} ${edge}`)
}

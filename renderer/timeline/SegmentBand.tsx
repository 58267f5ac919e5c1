import { type KeyboardEvent, type PointerEvent, useMemo } from 'react'
import { removeSegments } from '../../shared/edits/segmentEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { type OpenWork, type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { type SegmentItem, segmentItems, visibleSegments } from './laneItems.ts'
import { focusItem, openPicked, removePicked } from './lanePick.ts'
import styles from './SegmentBand.module.css'
import { SegmentBorder } from './SegmentBorder.tsx'
import type { TimelineSceneMaker } from './timelineScene.ts'
import { devicePixelOf, type Viewport } from './viewport.ts'

type SegmentBandProps = { readonly work: OpenWork; readonly maker: TimelineSceneMaker }

/** Px by which a segment reaches out of the window at most, so that its edge does not show there. */
const overhang = 8
/** Px of width from which a segment's borders can be dragged. */
const leastBorderedWidth = 14

/** Acts and breaks in a thin band, with names and borders that can be moved; nothing while there are none. */
export function SegmentBand({ work, maker }: SegmentBandProps) {
  const session = useSession()
  const scene = useStore(maker.scene, (made) =>
    made && Object.keys(made.document.segments).length > 0 ? made : null,
  )
  const axis = useStore(session.timeline.axis)
  const picked = useStore(session.timeline.picked)
  const document = scene?.document
  const items = useMemo(() => (document ? segmentItems(document, axis) : []), [document, axis])
  if (!scene || items.length === 0) return null
  const pickedId = picked?.table === 'segments' ? picked.id : undefined
  const isThere = items.some(({ segment }) => segment.id === pickedId)
  const tabStop = isThere ? pickedId : items[0]?.segment.id
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div
      className={styles.band}
      role="group"
      aria-label="Acts and breaks"
      onPointerDown={(event) => event.stopPropagation()}
    >
      {visibleSegments(items, scene.view, tabStop).map((item) => (
        <Part
          key={item.segment.id}
          item={item}
          view={scene.view}
          document={scene.document}
          work={work}
          isPicked={item.segment.id === pickedId}
          isTabStop={item.segment.id === tabStop}
          onKeyDown={(event) => pressKey(session, items, item, event)}
          onPick={(event) => {
            if (event.button === 0) session.timeline.picked.set({ table: 'segments', id: item.segment.id })
          }}
          onOpen={() => openPicked(session, { table: 'segments', id: item.segment.id })}
        />
      ))}
    </div>
  )
}

type PartProps = {
  readonly item: SegmentItem
  readonly view: Viewport
  readonly document: ProductionDocument
  readonly work: OpenWork
  readonly isPicked: boolean
  readonly isTabStop: boolean
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onPick: (event: PointerEvent<HTMLElement>) => void
  readonly onOpen: () => void
}

function Part(props: PartProps) {
  const { item, view, document, work, isPicked, isTabStop, onKeyDown, onPick, onOpen } = props
  const { segment } = item
  const { rate } = document.production
  const at = (frame: number) => devicePixelOf(view, frame, devicePixelRatio) / devicePixelRatio
  const left = Math.max(-overhang, Math.min(view.width + overhang, at(item.start)))
  const right = Math.max(left, Math.min(view.width + overhang, at(item.end)))
  const name = segment.label || (segment.kind === 'break' ? 'Break' : 'Act')
  const kind = segment.kind === 'break' ? 'break' : 'act'
  const times = `${formatTimecode(segment.start, rate)} to ${formatTimecode(segment.end, rate)}`
  const hasBorders = right - left >= leastBorderedWidth
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a button cannot be told to keep its text in sight */}
      <div
        className={styles.part}
        role="button"
        aria-pressed={isPicked}
        aria-label={`${name}, ${kind}, ${times}`}
        tabIndex={isTabStop ? 0 : -1}
        data-item={segment.id}
        data-kind={segment.kind}
        title={`${name}  ${times}`}
        style={{
          transform: `translateX(${left}px)`,
          width: right - left,
          paddingLeft: Math.max(0, -left),
        }}
        onKeyDown={onKeyDown}
        onPointerDown={onPick}
        onDoubleClick={onOpen}
      >
        {right - left > 24 ? <span className={styles.name}>{name}</span> : null}
      </div>
      {hasBorders || isPicked ? (
        <>
          <SegmentBorder work={work} item={item} edge="start" x={left} name={name} isTabStop={isPicked} />
          <SegmentBorder work={work} item={item} edge="end" x={right} name={name} isTabStop={isPicked} />
        </>
      ) : null}
    </>
  )
}

/** Arrows, Home and End go from segment to segment, Enter opens the name, Delete removes. */
function pressKey(
  session: Session,
  items: readonly SegmentItem[],
  item: SegmentItem,
  event: KeyboardEvent<HTMLElement>,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const index = items.indexOf(item)
  const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: items.length - 1 }[event.key]
  const pick = (next: SegmentItem | undefined) => {
    if (!next) return
    session.timeline.picked.set({ table: 'segments', id: next.segment.id })
    const { first, width, pixelsPerFrame } = session.timeline.view.value
    if (next.end <= first || next.start >= first + width / pixelsPerFrame) session.timeline.reveal(next.start)
    focusItem(next.segment.id)
  }
  if (to !== undefined) pick(items[Math.max(0, Math.min(items.length - 1, to))])
  else if (event.key === 'Enter') openPicked(session, { table: 'segments', id: item.segment.id })
  else if (event.key === 'Delete' || event.key === 'Backspace') {
    removePicked(session, { table: 'segments', id: item.segment.id }, removeSegments([item.segment.id]))
    pick(items[index + 1] ?? items[index - 1])
  } else return
  event.preventDefault()
  event.stopPropagation()
}

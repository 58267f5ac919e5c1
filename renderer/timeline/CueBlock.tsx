import type { PointerEvent } from 'react'
import { frameOf } from '../../shared/edits/cueSpans.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { cueTitle } from '../../shared/sheet/cueUse.ts'
import { rangeLength } from '../../shared/time/frameRange.ts'
import { formatSignedTimecode, formatTimecode } from '../../shared/time/timecode.ts'
import type { ActiveEdge } from '../store/moment.ts'
import { diegesisNames, typeCodes, typeNames } from '../ui/words.ts'
import styles from './CueBlock.module.css'
import type { CueItem } from './cueItems.ts'
import { laneGap, laneHeight } from './laneLayout.ts'
import { type Viewport, xOf } from './viewport.ts'

/** What of a cue the pointer took hold of. */
export type CuePart = 'body' | 'start' | 'end'

type CueBlockProps = {
  readonly item: CueItem
  readonly lane: number
  readonly view: Viewport
  readonly document: ProductionDocument
  readonly isSelected: boolean
  /** The edge that the keys nudge. */
  readonly activeEdge: ActiveEdge
  readonly isTabStop: boolean
  /** Place in the list of all cues, from 1, and their number. */
  readonly position: number
  readonly count: number
  readonly onGrab: (event: PointerEvent<HTMLElement>, part: CuePart) => void
  readonly onOpen: () => void
}

/** Px by which a block reaches out of the window at most, so that its edge does not show there. */
const overhang = 40
/** Narrower than this in CSS px, a block offers its body only. */
const leastEdgedWidth = 12
/** Narrower than this, only half of the code would be seen. */
const leastCodedWidth = 26
/** Narrower than this, the pattern would not be seen. */
const leastPatternedWidth = 12

/** One cue on its lane: hue and code for the type, pattern for the diegesis, a sign for what is wrong. */
export function CueBlock(props: CueBlockProps) {
  const { item, lane, view, document, isSelected, activeEdge, isTabStop, position, count, onGrab, onOpen } =
    props
  const { cue } = item
  const begins = xOf(view, item.start)
  const left = Math.max(-overhang, begins)
  const right = Math.min(view.width + overhang, xOf(view, item.end))
  const width = Math.max(2, right - left)
  const title = cueTitle(cue, cue.work ? (document.works[cue.work] ?? null) : null) || 'Untitled'
  const hasEdges = width >= leastEdgedWidth && !item.isOpen
  return (
    <div
      className={styles.block}
      role="option"
      aria-selected={isSelected}
      aria-label={spokenName(item, title, document)}
      aria-posinset={position}
      aria-setsize={count}
      tabIndex={isTabStop ? 0 : -1}
      data-item={item.id}
      data-type={cue.type}
      data-diegesis={width >= leastPatternedWidth ? cue.diegesis : undefined}
      data-open={item.isOpen}
      data-edge={activeEdge}
      data-state={cue.state}
      style={{
        transform: `translate(${left}px, ${lane * (laneHeight + laneGap)}px)`,
        width,
        height: laneHeight,
        paddingLeft: Math.min(overhang, Math.max(0, -begins)),
      }}
      onPointerDown={(event) => onGrab(event, 'body')}
      onDoubleClick={onOpen}
    >
      {hasEdges ? <span className={styles.start} onPointerDown={(event) => onGrab(event, 'start')} /> : null}
      {width >= leastCodedWidth ? <span className={styles.code} data-code={typeCodes[cue.type]} /> : null}
      {width > 60 ? (
        <span className={styles.title}>
          {item.gravest === 'error' ? <span className={styles.sign} /> : null}
          {cue.number ? <span className={styles.number}>{cue.number}</span> : null} {title}
        </span>
      ) : null}
      {hasEdges ? <span className={styles.end} onPointerDown={(event) => onGrab(event, 'end')} /> : null}
    </div>
  )
}

function spokenName(item: CueItem, title: string, document: ProductionDocument): string {
  const { rate } = document.production
  const { cue } = item
  const span = cue.spans[item.spanIndex]
  const start = frameOf(span?.start ?? null)
  const end = frameOf(span?.end ?? null)
  const times =
    start === null
      ? ''
      : end === null
        ? `from ${formatTimecode(start, rate)}, open`
        : `in ${formatTimecode(start, rate)}, out ${formatTimecode(end, rate)}, length ${formatSignedTimecode(rangeLength({ start, end }), rate)}`
  const state = item.gravest === 'error' ? 'has errors' : item.gravest === 'warning' ? 'has warnings' : ''
  return [cue.number, title, typeNames[cue.type], diegesisNames[cue.diegesis], times, state]
    .filter(Boolean)
    .join(', ')
}

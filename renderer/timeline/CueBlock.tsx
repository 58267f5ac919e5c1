import { memo } from 'react'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { ActiveEdge } from '../store/moment.ts'
import { diegesisNames, typeCodes, typeNames } from '../ui/words.ts'
import { blockParts } from './blockParts.ts'
import styles from './CueBlock.module.css'
import type { CueItem } from './cueItems.ts'
import { blockTitle, licenceWords, problemWords, spokenName } from './cueWords.ts'
import { licenceShape, weakerSide } from './licenceShape.ts'
import { graverTone } from './overviewColours.ts'
import { type Viewport, xOf } from './viewport.ts'

type CueBlockProps = {
  readonly item: CueItem
  readonly lane: number
  readonly view: Viewport
  readonly document: ProductionDocument
  readonly isSelected: boolean
  /** Whether a rubber band that is being drawn has caught it. */
  readonly isCaught: boolean
  /** The edge that the keys nudge. */
  readonly activeEdge: ActiveEdge
  readonly isTabStop: boolean
  /** Place in the list of all cues, from 1, and their number. */
  readonly position: number
  readonly count: number
  /** Whether the lanes are too low for text. */
  readonly isLow: boolean
  /** How many times its usual size text is. */
  readonly textScale: number
}

/** Px by which a block reaches out of the window at most, so that its edge does not show there. */
const overhang = 40

/** One cue on its lane: hue and code for the type, pattern for the diegesis, signs for its licences and for what is wrong. */
export const CueBlock = memo(function CueBlock(props: CueBlockProps) {
  const { item, lane, view, document, isSelected, isCaught, activeEdge, isTabStop } = props
  const { cue, sides } = item
  const { left, width, inset } = blockPlace(item, view)
  const parts = blockParts(width, props.isLow, props.textScale)
  return (
    <div
      className={styles.block}
      role="option"
      aria-selected={isSelected}
      aria-label={spokenName(item, document)}
      aria-posinset={props.position}
      aria-setsize={props.count}
      tabIndex={isTabStop ? 0 : -1}
      data-item={item.id}
      data-type={cue.type}
      data-tone={sides ? graverTone(sides.sync, sides.master) : 'idle'}
      data-diegesis={parts.hasPattern ? cue.diegesis : undefined}
      data-open={item.isOpen}
      data-caught={isCaught}
      data-edge={isSelected ? activeEdge : undefined}
      data-state={cue.state}
      data-gravest={item.gravest ?? undefined}
      data-flagged={item.gravest === 'error' && !parts.hasSigns}
      style={{
        transform: `translate(${left}px, calc(${lane} * var(--lane-pitch)))`,
        width,
        paddingLeft: inset,
      }}
    >
      {parts.hasCode ? (
        <span
          className={styles.code}
          data-code={typeCodes[cue.type]}
          title={`${typeNames[cue.type]}, ${diegesisNames[cue.diegesis].toLowerCase()}`}
        />
      ) : null}
      {parts.hasSigns ? (
        <span
          className={styles.signs}
          data-licence={sides ? licenceShape(weakerSide(sides.sync, sides.master)) : undefined}
          data-problems={problemCount(item)}
          title={[licenceWords(sides), problemWords(item)].filter(Boolean).join('; ')}
        />
      ) : null}
      {parts.hasTitle ? (
        <span className={styles.title}>
          {cue.number ? <b>{cue.number}</b> : null} {blockTitle(cue, document)}
        </span>
      ) : null}
    </div>
  )
})

/** Where a block is drawn, in CSS px; one that is out of sight stays near the window. */
function blockPlace(item: CueItem, view: Viewport) {
  const nearest = (x: number) => Math.max(-overhang, Math.min(view.width + overhang, x))
  const begins = xOf(view, item.start)
  const left = nearest(begins)
  const width = Math.max(2, nearest(xOf(view, item.end)) - left)
  return { left, width, inset: begins < 0 ? Math.min(overhang, -begins) : 0 }
}

/** How many findings are as grave as the gravest; none for mere remarks. */
function problemCount({ findings, gravest }: CueItem): number | undefined {
  if (gravest !== 'error' && gravest !== 'warning') return undefined
  return findings.filter(({ severity }) => severity === gravest).length
}

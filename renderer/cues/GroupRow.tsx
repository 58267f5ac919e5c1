import { ChevronRight } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { formatSignedTimecode } from '../../shared/time/timecode.ts'
import styles from './CueTable.module.css'
import type { TableRow } from './tableRows.ts'

type GroupRowProps = {
  readonly row: TableRow & { readonly kind: 'group' }
  readonly rate: FrameRate
  readonly index: number
  /** CSS px from the top of all rows. */
  readonly top: number
  readonly isStop: boolean
}

/** The head of a group: its name, how many cues it has and how long they are. */
export function GroupRow({ row, rate, index, top, isStop }: GroupRowProps) {
  const { name, count, length, isFolded } = row
  const counted = `${count.toLocaleString()} cue${count === 1 ? '' : 's'}`
  const sum = formatSignedTimecode(length, rate)
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are drawn only while they show cannot be those of a table
    <div
      role="row"
      className={`${styles.row} ${styles.group}`}
      style={{ '--top': `${top}px` } as CSSProperties}
      tabIndex={isStop ? 0 : -1}
      aria-rowindex={index + 2}
      aria-expanded={!isFolded}
      aria-label={`${name}, ${counted}, ${sum}`}
      data-index={index}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as the row */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus */}
      <div role="gridcell" className={styles.groupName}>
        <ChevronRight size={12} aria-hidden data-open={!isFolded} />
        <strong>{name}</strong>
        <span className={styles.groupSum}>
          {counted} · <span className={styles.timecode}>{sum}</span>
        </span>
      </div>
    </div>
  )
}

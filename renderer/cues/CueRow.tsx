import { type CSSProperties, memo, type ReactNode } from 'react'
import styles from './CueTable.module.css'
import { type CellPlace, CellPlaceContext, inBlock } from './cellPlace.ts'
import type { ShownColumn } from './columns.ts'
import { cellOf, type RowFacts } from './rowCells.tsx'

type CueRowProps = Omit<RowFacts, 'texts'> & {
  readonly columns: readonly ShownColumn[]
  /** Texts of the columns that show nothing but text, by column, as JSON; empty when there are none. */
  readonly texts: string
  readonly index: number
  /** CSS px from the top of all rows. */
  readonly top: number
  readonly isSelected: boolean
  /** Whether Tab comes to this row. */
  readonly isStop: boolean
  /** Index of the column whose cell has the keyboard; -1 for none of this row. */
  readonly cursor: number
  /** Indices of the first and last column of the selected block; -1 for none in this row. */
  readonly from: number
  readonly to: number
  /** What stands in the cell at the cursor while it is typed into. */
  readonly editor: ReactNode
}

/** One cue, one line. */
export const CueRow = memo(function CueRow(props: CueRowProps) {
  const { cue, columns, index, top, isSelected, isStop, cursor, from, to, editor } = props
  const facts: RowFacts = { ...props, texts: props.texts === '' ? {} : JSON.parse(props.texts) }
  const placeOf = (column: number): CellPlace | null => {
    if (column === cursor) return { isCursor: true, isInBlock: from >= 0, editor }
    return column >= from && column <= to && from >= 0 ? inBlock : null
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are drawn only while they show cannot be those of a table
    <div
      role="row"
      className={styles.row}
      style={{ '--top': `${top}px` } as CSSProperties}
      tabIndex={isStop ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      data-cue={cue.id}
      data-state={cue.state}
    >
      {columns.map(({ id }, column) => (
        // For every cell alike, so that the one that has the keyboard stays the same element when the cursor leaves it.
        <CellPlaceContext key={id} value={placeOf(column)}>
          {cellOf(id, facts)}
        </CellPlaceContext>
      ))}
    </div>
  )
})

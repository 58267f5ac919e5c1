// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn only while they show cannot be those of a table
// biome-ignore-all lint/a11y/useFocusableInteractive: there is nothing to do in a table that is only read
import { type CSSProperties, type ReactNode, useRef } from 'react'
import { useVirtualRows } from '../cues/useVirtualRows.ts'
import styles from './Versions.module.css'

/** A column of a table that is only read. */
export type ReadColumn = { readonly name: string; readonly track: string }

type ReadOnlyRowsProps = {
  readonly label: string
  readonly columns: readonly ReadColumn[]
  readonly count: number
  /** The cells of a row, each a `ReadCell`, and its key. */
  readonly row: (index: number) => { readonly key: string; readonly cells: ReactNode } | null
}

/** A cell of a table that is only read. */
export function ReadCell({ children }: { readonly children: ReactNode }) {
  return <span role="cell">{children}</span>
}

/** A long table to read and scroll; only rows in view are in the page. */
export function ReadOnlyRows({ label, columns, count, row }: ReadOnlyRowsProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const kept = useRef(0)
  const { shown, height } = useVirtualRows({ scroller, count, rem: 1.5, kept })
  const tracks = { '--tracks': columns.map(({ track }) => track).join(' ') } as CSSProperties
  return (
    <div
      ref={scroller}
      className={styles.table}
      style={tracks}
      role="table"
      aria-label={label}
      aria-rowcount={count + 1}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
      tabIndex={0}
    >
      <div role="row" className={styles.head} aria-rowindex={1}>
        {columns.map(({ name }) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
      </div>
      <div role="rowgroup" className={styles.rows} style={{ height }}>
        {shown.map(({ index, top }) => {
          const entry = row(index)
          return entry ? (
            <div
              key={entry.key}
              role="row"
              className={styles.row}
              style={{ '--top': `${top}px` } as CSSProperties}
              aria-rowindex={index + 2}
            >
              {entry.cells}
            </div>
          ) : null
        })}
      </div>
    </div>
  )
}

import { useMemo } from 'react'
import styles from './PreviewTable.module.css'
import { previewRows } from './previewRows.ts'

const shownRows = 60
/** Numbers, timecode and identifiers: nothing that reads as words. */
const codeCell = /^(?=.*\d)[A-Z0-9:;.,%/-]+$/

/** The first rows of a file, cell by cell, exactly as it will be written. */
export function PreviewTable({ text }: { readonly text: string }) {
  const { rows, hasMore } = useMemo(() => previewRows(text, shownRows), [text])
  const [headings = [], ...records] = rows
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Preview of the file">
      <table className={styles.table}>
        <thead>
          <tr>
            {headings.map((heading, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is named by its place alone
              <th key={column} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is named by its place alone
            <tr key={row}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is named by its place alone
                <td key={column} className={codeCell.test(cell) ? styles.code : undefined} title={cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {records.length === 0 ? <p className={styles.note}>There are no cues to write yet.</p> : null}
      {hasMore ? <p className={styles.note}>The first {shownRows - 1} rows. All are written.</p> : null}
    </section>
  )
}

import {
  type ComponentProps,
  type CSSProperties,
  memo,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useRef,
} from 'react'
import { cueField } from '../../shared/entry/cueFields.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { cueTitle } from '../../shared/sheet/cueUse.ts'
import { useProjection } from '../review/findings.ts'
import type { DocumentStore } from '../store/documentStore.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { useKeptScroll } from '../ui/useKeptScroll.ts'
import { type AfterCell, CellEditor } from './CellEditor.tsx'
import { ColumnHeads } from './ColumnHeads.tsx'
import { CueRow } from './CueRow.tsx'
import styles from './CueTable.module.css'
import { cellOffers } from './cellOffers.ts'
import { leastWidthOf, type ShownColumn, tracksOf } from './columns.ts'
import { cueMusic, musicLine } from './cueMusic.ts'
import { GroupRow } from './GroupRow.tsx'
import { columnText, isTextColumn } from './rowCells.tsx'
import type { TableRow } from './tableRows.ts'
import { useCellEdits } from './useCellEdits.ts'
import { useCells } from './useCells.ts'
import { useGridClipboard } from './useGridClipboard.ts'
import { type Grid, stepCell, useGridKeys } from './useGridKeys.ts'
import { useRowSelection } from './useRowSelection.ts'
import { useVirtualRows } from './useVirtualRows.ts'

type CueGridProps = {
  readonly rows: readonly TableRow[]
  readonly columns: readonly ShownColumn[]
  readonly work: OpenWork
  /** What titles, licences and findings are read from. */
  readonly document: ProductionDocument
  readonly toggleGroup: (key: string) => void
  /** Whether the filter is being typed. */
  readonly isPassing: boolean
}

const noFindings: readonly Finding[] = []

/** The rows of the cue table; only those in view are in the page, and the one that has the keyboard. */
export const CueGrid = memo(function CueGrid(props: CueGridProps) {
  const { rows, columns, work, document, toggleGroup, isPassing } = props
  const scroller = useRef<HTMLDivElement>(null)
  const kept = useRef(0)
  const { shown, height, reveal, pageRows } = useVirtualRows({
    scroller,
    count: rows.length,
    rem: 1.5,
    kept,
    isPassing,
  })
  const cells = useCells(columns)
  const focus = useWantedFocus(scroller, reveal, cells.mode, cells.column)
  const selection = useRowSelection(rows, { reveal, focus })
  const edits = useCellEdits({ work, rows, columns, selection, cells })
  useKeptScroll(scroller, 'cues')
  const grid: Grid = { rows, columns, selection, cells, edits, focus, pageRows, toggleGroup }
  const keys = useGridKeys(grid)
  useGridClipboard(grid, scroller)
  kept.current = selection.stop
  const editor = useEditor(grid, document)
  const style = { '--tracks': tracksOf(columns), '--least': leastWidthOf(columns) } as CSSProperties
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are drawn only while they show cannot be those of a table
    <div
      ref={scroller}
      className={styles.grid}
      style={style}
      role="grid"
      tabIndex={-1}
      aria-label="Cues"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      data-mode={cells.mode}
      {...keys}
    >
      <ColumnHeads columns={columns} />
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup" className={styles.rows} style={{ height }}>
        {shown.map(({ index, top }) => {
          const row = rows[index]
          return row ? (
            <Line
              key={row.key}
              grid={grid}
              work={work}
              document={document}
              row={row}
              index={index}
              top={top}
              editor={index === selection.stop ? editor : null}
            />
          ) : null
        })}
      </div>
    </div>
  )
})

type LineProps = Pick<CueGridProps, 'work' | 'document'> & {
  readonly grid: Grid
  readonly row: TableRow
  readonly index: number
  readonly top: number
  readonly editor: ReactNode
}

function Line({ grid, work, document, row, index, top, editor }: LineProps) {
  const { selection, cells, columns } = grid
  const { findingsOf, useOf } = useProjection(document)
  const place = { index, top, isStop: index === selection.stop }
  if (row.kind === 'group') return <GroupRow row={row} rate={document.production.rate} {...place} />
  const { cue } = row
  const isSelected = selection.selected.has(cue.id)
  const inCells = cells.mode !== 'rows'
  const isInBlock = inCells && (isSelected || place.isStop)
  return (
    <PreviewedRow
      documents={work.documents}
      cue={cue}
      use={useOf.get(cue.id) ?? null}
      findings={findingsOf.get(cue.id) ?? noFindings}
      {...musicTexts(document, cue)}
      texts={textsOf(document, cue, columns)}
      production={document.production}
      columns={columns}
      {...place}
      isSelected={isSelected}
      cursor={inCells && place.isStop ? cells.column : -1}
      from={isInBlock ? cells.from : -1}
      to={isInBlock ? cells.to : -1}
      editor={editor}
    />
  )
}

/** Brings the keyboard to a row, or to the cell of it at the cursor, as soon as that is in the page. */
function useWantedFocus(
  scroller: RefObject<HTMLElement | null>,
  reveal: (row: number) => void,
  mode: 'rows' | 'cells' | 'typing',
  column: number,
): (row: number) => void {
  const wanted = useRef<number | null>(null)
  const before = useRef({ mode, column })
  useLayoutEffect(() => {
    const grid = scroller.current
    const hasMoved = before.current.mode !== mode || before.current.column !== column
    before.current = { mode, column }
    if (!grid || mode === 'typing') return
    const { activeElement } = window.document
    const isInside = activeElement === window.document.body || grid.contains(activeElement)
    if (mode === 'cells' && (wanted.current !== null || (hasMoved && isInside))) {
      const cell = grid.querySelector<HTMLElement>('[data-cursor]')
      const row = cell?.closest<HTMLElement>('[data-index]')
      if (!cell || (wanted.current !== null && Number(row?.dataset.index) !== wanted.current)) return
      wanted.current = null
      cell.focus({ preventScroll: true })
      cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    } else if (mode === 'rows' && wanted.current !== null) {
      const row = grid.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`)
      if (!row) return
      wanted.current = null
      row.focus({ preventScroll: true })
    }
  })
  return (row) => {
    reveal(row)
    wanted.current = row
    const element = scroller.current?.querySelector<HTMLElement>(`[data-index="${row}"]`)
    if (!element || mode !== 'rows') return
    wanted.current = null
    element.focus({ preventScroll: true })
  }
}

/** The editor of the cell at the cursor, while it is typed into. */
function useEditor(grid: Grid, document: ProductionDocument) {
  const session = useSession()
  const { rows, columns, selection, cells, edits, focus } = grid
  const row = rows[selection.stop]
  const column = columns[cells.column]
  const field = cueField(column?.id ?? '')
  if (!cells.typing || row?.kind !== 'cue' || !column || !field) return null
  const done = (after: AfterCell) => {
    cells.stopTyping()
    if (after === 'leaves') return
    if (after === 'right' || after === 'left') stepCell(grid, after === 'right' ? 1 : -1)
    else {
      const next = selection.stop + (after === 'down' ? 1 : after === 'up' ? -1 : 0)
      const to = rows[next]?.kind === 'cue' ? next : selection.stop
      if (to !== selection.stop && selection.count <= 1) selection.goTo(to, { extends: false })
      focus(selection.count <= 1 ? to : selection.stop)
    }
  }
  return (
    <CellEditor
      key={`${row.key} ${column.id}`}
      label={`${field.name} of ${row.cue.number ? `cue ${row.cue.number}` : 'this cue'}`}
      text={field.read(document, row.cue)}
      typed={cells.typing.text}
      offers={cellOffers(field, document)}
      commit={edits.commit}
      onDone={done}
      onRefused={(problem) => {
        cells.stopTyping()
        session.tell(problem)
      }}
    />
  )
}

type PreviewedRowProps = ComponentProps<typeof CueRow> & { readonly documents: DocumentStore }

/** A row that shows its cue as a drag previews it. */
const PreviewedRow = memo(function PreviewedRow({ documents, cue, ...row }: PreviewedRowProps) {
  const shown = useStore(documents.state, ({ document, preview }) =>
    preview === document ? cue : (preview.cues[cue.id] ?? cue),
  )
  return <CueRow cue={shown} {...row} />
})

/** What the row says of the cue's music. */
function musicTexts(
  document: ProductionDocument,
  cue: Cue,
): { readonly title: string; readonly music: string } {
  const title = cueTitle(cue, cueMusic(document, cue).work)
  return { title, music: musicLine(document, cue, title) }
}

/** What stands in the columns that show nothing but text, as one text, so that a row is drawn again only when some differs. */
function textsOf(document: ProductionDocument, cue: Cue, columns: readonly ShownColumn[]): string {
  const plain = columns.filter(({ id }) => isTextColumn(id))
  if (plain.length === 0) return ''
  return JSON.stringify(Object.fromEntries(plain.map(({ id }) => [id, columnText(document, cue, id)])))
}

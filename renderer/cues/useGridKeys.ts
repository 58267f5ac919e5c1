import type { KeyboardEvent, MouseEvent } from 'react'
import { cueField } from '../../shared/entry/cueFields.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { useSession } from '../store/session.ts'
import type { ShownColumn } from './columns.ts'
import { rowAfterKey } from './rowAfterKey.ts'
import type { TableRow } from './tableRows.ts'
import type { CellEdits } from './useCellEdits.ts'
import type { Cells } from './useCells.ts'
import { copyWithHeads } from './useGridClipboard.ts'
import type { RowSelection } from './useRowSelection.ts'

/** What the grid listens to. */
export type GridKeys = {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onMouseDown: (event: MouseEvent) => void
  readonly onDoubleClick: (event: MouseEvent) => void
}

/** What keys of the grid act on. */
export type Grid = {
  readonly rows: readonly TableRow[]
  readonly columns: readonly ShownColumn[]
  readonly selection: RowSelection
  readonly cells: Cells
  readonly edits: CellEdits
  readonly focus: (row: number) => void
  /** Whole rows that show at once. */
  readonly pageRows: () => number
  readonly toggleGroup: (key: string) => void
}

/**
 * Keys and clicks of the grid. Arrows and clicks select rows, Shift extends, Ctrl adds. Enter and F2 type into a cell; after that keys
 * walk through cells as in a spreadsheet, until Escape goes back to rows.
 */
export function useGridKeys(grid: Grid): GridKeys {
  const { rows, selection, cells } = grid
  const byRow = useRowKeys(grid)
  return {
    onKeyDown: (event) => {
      if (cells.mode === 'typing' || event.nativeEvent.isComposing) return
      const isTaken = event.key.toLowerCase() === 'c' && isMod(event) && event.shiftKey
      if (isTaken) copyWithHeads()
      else if (!(cells.mode === 'cells' ? keyInCells(grid, event) : byRow(event))) return
      event.preventDefault()
    },
    onMouseDown: (event) => {
      const row = rowAt(event.target)
      if (row === null || event.button !== 0 || isInEditor(event.target)) return
      const column = columnAt(event.target)
      const line = rows[row]
      if (line?.kind === 'group') {
        grid.toggleGroup(line.key)
        return
      }
      const wasHere = row === selection.stop && selection.count === 1 && column === cells.column
      if (isMod(event)) selection.toggle(row)
      else selection.goTo(row, { extends: event.shiftKey })
      if (column === null) return
      if (cells.mode !== 'rows' || (wasHere && !isMod(event))) {
        cells.moveTo(column, { extends: event.shiftKey })
        event.preventDefault()
        grid.focus(row)
      } else {
        cells.moveTo(column, { extends: false })
        cells.leave()
      }
    },
    onDoubleClick: (event) => {
      const row = rowAt(event.target)
      const column = columnAt(event.target)
      if (row === null || rows[row]?.kind !== 'cue' || column === null || isInEditor(event.target)) return
      if (cueField(grid.columns[column]?.id ?? '')) cells.type(column, { text: null })
    },
  }
}

/** Keys while they mean rows and the film; gives whether the key was one of them. */
function useRowKeys({ rows, columns, selection, cells, focus, pageRows, toggleGroup }: Grid) {
  const session = useSession()
  const { stop } = selection
  return (event: KeyboardEvent): boolean => {
    const { key, shiftKey, altKey } = event
    const line = rows[stop]
    const next = altKey ? null : rowAfterKey(key, stop, rows.length, pageRows())
    selection.expectLoss(key === 'Delete' || key === 'Backspace')
    if (next !== null) {
      if (isMod(event)) selection.moveStop(next)
      else selection.goTo(next, { extends: shiftKey })
      focus(next)
    } else if (key === ' ' && isMod(event)) selection.toggle(stop)
    else if (line?.kind === 'group') {
      if (!isFoldingKey(key, line.isFolded)) return false
      toggleGroup(line.key)
    } else if ((key === 'Enter' || key === 'F2') && !isMod(event)) {
      if (!line) return false
      if (selection.count === 0) selection.goTo(stop, { extends: false })
      const title = columns.findIndex(({ id }) => id === 'title')
      const column = key === 'Enter' && title >= 0 ? title : cells.column
      if (!cueField(columns[column]?.id ?? '')) return false
      cells.type(column, { text: null })
    } else if (key === 'ArrowLeft' || key === 'ArrowRight') {
      runCommand(session, commandById(stepCommand(key, shiftKey)))
    } else return false
    return true
  }
}

function isFoldingKey(key: string, isFolded: boolean): boolean {
  return key === 'Enter' || (key === 'ArrowRight' && isFolded) || (key === 'ArrowLeft' && !isFolded)
}

/** Keys while they mean cells; gives whether the key was one of them. */
function keyInCells(grid: Grid, event: KeyboardEvent): boolean {
  const { selection, cells, columns, edits, focus } = grid
  const { key } = event
  if (event.altKey) return false
  if (isMod(event)) return chordInCells(grid, key.toLowerCase())
  if (key === 'Escape') {
    cells.leave()
    focus(selection.stop)
  } else if (key === 'Tab') stepCell(grid, event.shiftKey ? -1 : 1)
  else if (key === 'Enter' || key === 'F2') typeHere(grid, null)
  else if (key === 'Delete') edits.clear()
  else if (key === 'Backspace') typeHere(grid, '')
  else if (key === 'ArrowLeft' || key === 'ArrowRight') {
    cells.moveTo(cells.column + (key === 'ArrowLeft' ? -1 : 1), { extends: event.shiftKey })
  } else if (key === 'Home' || key === 'End') {
    cells.moveTo(key === 'Home' ? 0 : columns.length - 1, { extends: event.shiftKey })
  } else if (/^(Arrow|Page)(Up|Down)$/.test(key)) stepRow(grid, key, event.shiftKey)
  else if (key.length === 1 && key !== ' ') typeHere(grid, key)
  else return false
  return true
}

function chordInCells(grid: Grid, key: string): boolean {
  const { selection, cells, edits, rows, focus } = grid
  if (key === 'd') edits.fillDown()
  else if (key === 'enter') edits.fillSelection()
  else if (key === 'a') {
    selection.all()
    cells.all()
  } else if (key === ' ') selection.toggle(selection.stop)
  else if (key === 'home' || key === 'end') {
    const row = key === 'home' ? 0 : rows.length - 1
    selection.goTo(row, { extends: false })
    focus(row)
  } else return false
  return true
}

/** Types into the cell at the keyboard: with its text kept (null), or with other text in its place. */
function typeHere({ rows, selection, cells, columns }: Grid, text: string | null): void {
  const id = columns[cells.column]?.id ?? ''
  if (rows[selection.stop]?.kind === 'cue' && cueField(id)) cells.type(cells.column, { text })
}

function stepRow({ rows, selection, focus, pageRows }: Grid, key: string, isExtending: boolean): void {
  const next = rowAfterKey(key, selection.stop, rows.length, pageRows())
  if (next === null) return
  selection.goTo(next, { extends: isExtending })
  focus(next)
}

/** To the next cell that can be typed into, on the next row behind the last one. */
export function stepCell(grid: Grid, direction: 1 | -1): void {
  const { rows, columns, selection, cells, focus } = grid
  let column = cells.column
  let row = selection.stop
  for (let step = 0; step < columns.length * 2; step += 1) {
    column += direction
    if (column < 0 || column >= columns.length) {
      row += direction
      while (rows[row]?.kind === 'group') row += direction
      if (!rows[row]) return
      column = direction === 1 ? 0 : columns.length - 1
    }
    if (!cueField(columns[column]?.id ?? '')) continue
    if (row !== selection.stop) selection.goTo(row, { extends: false })
    cells.moveTo(column, { extends: false })
    focus(row)
    return
  }
}

/** Left and right step through the film, here as elsewhere. */
function stepCommand(key: 'ArrowLeft' | 'ArrowRight', isBig: boolean): string {
  const direction = key === 'ArrowLeft' ? 'Back' : 'Forward'
  return isBig ? `transport.step${direction}` : `transport.frame${direction}`
}

function isMod({ ctrlKey, metaKey }: { readonly ctrlKey: boolean; readonly metaKey: boolean }): boolean {
  return ctrlKey || metaKey
}

function isInEditor(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-typed]') !== null
}

function rowAt(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row ? Number(row.dataset.index) : null
}

function columnAt(target: EventTarget): number | null {
  const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null
  return cell?.parentElement ? [...cell.parentElement.children].indexOf(cell) : null
}

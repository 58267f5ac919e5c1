import { useState } from 'react'
import type { ShownColumn } from './columns.ts'

/** How a cell came to be typed into: with its text kept, or with what is typed in its place. */
export type Typing = { readonly text: string | null }

/** Where the keyboard is among the cells, besides in which row. */
export type Cells = {
  /** `rows`: keys mean rows and the film. `cells`: they mean cells. `typing`: they are text. */
  readonly mode: 'rows' | 'cells' | 'typing'
  /** Index of the column of the cell that has the keyboard. */
  readonly column: number
  /** Indices of the first and the last column of the selected block. */
  readonly from: number
  readonly to: number
  readonly typing: Typing | null
  readonly enter: (column: number) => void
  readonly moveTo: (column: number, how: { readonly extends: boolean }) => void
  readonly all: () => void
  readonly type: (column: number, typing: Typing) => void
  readonly stopTyping: () => void
  readonly leave: () => void
}

type State = {
  readonly mode: Cells['mode']
  readonly column: string
  readonly anchor: string
  readonly typing: Typing | null
}

/** Keeps the place among the cells by the name of its column, so that it stays when columns are moved. */
export function useCells(columns: readonly ShownColumn[]): Cells {
  const [{ mode, column, anchor, typing }, setState] = useState<State>({
    mode: 'rows',
    column: 'title',
    anchor: 'title',
    typing: null,
  })
  const indexOf = (id: string) =>
    Math.max(
      0,
      columns.findIndex((candidate) => candidate.id === id),
    )
  const idOf = (index: number) => columns[Math.max(0, Math.min(columns.length - 1, index))]?.id ?? 'title'
  const at = indexOf(column)
  const other = indexOf(anchor)
  const go = (next: Cells['mode'], index: number, more: Partial<State> = {}) =>
    setState({ mode: next, column: idOf(index), anchor: idOf(index), typing: null, ...more })
  return {
    mode,
    column: at,
    from: Math.min(at, other),
    to: Math.max(at, other),
    typing,
    enter: (index) => go('cells', index),
    moveTo: (index, how) => go('cells', index, how.extends ? { anchor } : {}),
    all: () =>
      setState((state) => ({ ...state, mode: 'cells', column: idOf(columns.length - 1), anchor: idOf(0) })),
    type: (index, how) => go('typing', index, { typing: how, ...(index === at ? { anchor } : {}) }),
    stopTyping: () => setState((state) => ({ ...state, mode: 'cells', typing: null })),
    leave: () => setState((state) => ({ ...state, mode: 'rows', typing: null, anchor: state.column })),
  }
}

import type { KeyboardEvent, MouseEvent } from 'react'
import { commandById, runCommand } from '../commands/commands.ts'
import { useSession } from '../store/session.ts'
import { rowAfterKey } from './rowAfterKey.ts'
import type { RowSelection } from './useRowSelection.ts'

/** What the grid listens to. */
export type GridKeys = {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onMouseDown: (event: MouseEvent) => void
  readonly onDoubleClick: (event: MouseEvent) => void
}

type Grid = {
  readonly count: number
  readonly selection: RowSelection
  readonly focus: (row: number) => void
  /** Whole rows that show at once. */
  readonly pageRows: () => number
}

/** Keys and clicks of the grid: arrows and clicks select, Shift extends, Ctrl adds, Enter goes on to the title. */
export function useGridKeys({ count, selection, focus, pageRows }: Grid): GridKeys {
  const session = useSession()
  const { stop } = selection
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey } = event
    const isMod = event.ctrlKey || event.metaKey
    const next = altKey ? null : rowAfterKey(key, stop, count, pageRows())
    selection.expectLoss(key === 'Delete' || key === 'Backspace')
    if (next !== null) {
      if (isMod) selection.moveStop(next)
      else selection.goTo(next, { extends: shiftKey })
      focus(next)
    } else if (key === ' ' && isMod) selection.toggle(stop)
    else if ((key === 'Enter' || key === 'F2') && !isMod) {
      if (selection.count === 0) selection.goTo(stop, { extends: false })
      session.typeTitle()
    } else if (key === 'ArrowLeft' || key === 'ArrowRight') {
      runCommand(session, commandById(stepCommand(key, shiftKey)))
    } else return
    event.preventDefault()
  }
  return {
    onKeyDown,
    onMouseDown: (event) => {
      const row = rowAt(event.target)
      if (row === null || event.button !== 0) return
      if (event.ctrlKey || event.metaKey) selection.toggle(row)
      else selection.goTo(row, { extends: event.shiftKey })
    },
    onDoubleClick: (event) => {
      if (rowAt(event.target) !== null) session.typeTitle()
    },
  }
}

/** Left and right step through the film, here as elsewhere. */
function stepCommand(key: 'ArrowLeft' | 'ArrowRight', isBig: boolean): string {
  const direction = key === 'ArrowLeft' ? 'Back' : 'Forward'
  return isBig ? `transport.step${direction}` : `transport.frame${direction}`
}

function rowAt(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row ? Number(row.dataset.index) : null
}

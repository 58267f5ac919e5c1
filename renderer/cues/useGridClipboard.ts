import { type RefObject, useEffect, useEffectEvent } from 'react'
import type { Grid } from './useGridKeys.ts'

let copiesHeads = false

/** Copies with the names of the columns above. */
export function copyWithHeads(): void {
  copiesHeads = true
  document.execCommand('copy')
  copiesHeads = false
}

/**
 * Copies, cuts and pastes cells while the keyboard is in the grid. The whole page is listened to: where no text is selected, these events
 * go to its body and not to what has the keyboard.
 */
export function useGridClipboard(grid: Grid, scroller: RefObject<HTMLElement | null>): void {
  const { rows, cells, edits } = grid
  const hear = useEffectEvent((event: ClipboardEvent) => {
    const { clipboardData } = event
    const isHere = scroller.current?.contains(document.activeElement)
    if (!isHere || !clipboardData || cells.mode === 'typing' || rows.length === 0) return
    event.preventDefault()
    if (event.type === 'paste') {
      const text = clipboardData.getData('text/plain')
      if (text !== '') edits.paste(text)
      return
    }
    clipboardData.setData('text/plain', edits.copy(copiesHeads))
    if (event.type === 'cut' && cells.mode === 'cells') edits.clear()
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => hear(event)
    const kinds = ['copy', 'cut', 'paste'] as const
    for (const kind of kinds) document.addEventListener(kind, listener)
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, listener)
    }
  }, [])
}

import type { RefObject } from 'react'
import { useClipboardWithin } from '../ui/useClipboardWithin.ts'
import type { Grid } from './useGridKeys.ts'

let copiesHeads = false

/** Copies with the names of the columns above. */
export function copyWithHeads(): void {
  copiesHeads = true
  document.execCommand('copy')
  copiesHeads = false
}

/** Copies, cuts and pastes cells while the keyboard is in the grid. */
export function useGridClipboard(
  { rows, cells, edits }: Grid,
  scroller: RefObject<HTMLElement | null>,
): void {
  useClipboardWithin(scroller, (event, data) => {
    if (cells.mode === 'typing' || rows.length === 0) return
    event.preventDefault()
    if (event.type === 'paste') {
      const text = data.getData('text/plain')
      if (text !== '') edits.paste(text)
      return
    }
    data.setData('text/plain', edits.copy(copiesHeads))
    if (event.type === 'cut' && cells.mode === 'cells') edits.clear()
  })
}

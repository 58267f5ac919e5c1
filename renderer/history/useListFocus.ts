import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { useVirtualRows, type VirtualRow } from '../cues/useVirtualRows.ts'

type ListFocus = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly shown: readonly VirtualRow[]
  readonly height: number
  readonly pageRows: () => number
  readonly reveal: (row: number) => void
  /** Brings a row into view and gives it the keyboard. */
  readonly focus: (row: number) => void
}

/** A long list of rows, 1.5 rem high below a head of the same height, of which only those in view are in the page. */
export function useListFocus(count: number, active: number): ListFocus {
  const scroller = useRef<HTMLDivElement>(null)
  const kept = useRef(active)
  const wanted = useRef<number | null>(null)
  kept.current = active
  const rows = useVirtualRows({ scroller, count, rem: 1.5, kept })
  const focusWanted = () => {
    if (wanted.current === null) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`)
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  }
  useLayoutEffect(focusWanted)
  const focus = (row: number) => {
    rows.reveal(row)
    wanted.current = row
    focusWanted()
  }
  const follow = useEffectEvent(() => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || !scroller.current?.contains(focused)) return
    if (focused.dataset.index !== undefined && focused.dataset.index !== String(active)) focus(active)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard goes along when the list grows above it or another row becomes the one it belongs to
  useLayoutEffect(() => follow(), [active])
  return { scroller, focus, ...rows }
}

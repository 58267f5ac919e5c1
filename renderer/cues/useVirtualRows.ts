import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useLayoutEffect } from 'react'
import { useRootTextSize } from '../ui/rootTextSize.ts'
import { offsetToReveal } from './offsetToReveal.ts'

/** A row that is in the page: its place in the list, and CSS px from the top of all rows. */
export type VirtualRow = { readonly index: number; readonly top: number }

/** The rows to draw, and how to get to another. */
export type VirtualRows = {
  readonly shown: readonly VirtualRow[]
  /** CSS px that all rows take. */
  readonly height: number
  readonly reveal: (row: number) => void
  /** Whole rows that show at once below the head. */
  readonly pageRows: () => number
}

type VirtualRowsOptions = {
  readonly scroller: RefObject<HTMLElement | null>
  readonly count: number
  /** Height of a row, and of the head that sticks above them, in rem. */
  readonly rem: number
  /** The row that stays in the page wherever it is scrolled to, since it has the keyboard. */
  readonly kept: RefObject<number>
}

/** Of many rows of one height, those in view and a few around them. */
export function useVirtualRows({ scroller, count, rem, kept }: VirtualRowsOptions): VirtualRows {
  const height = rem * useRootTextSize()
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: height,
    scrollPaddingStart: height,
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), kept.current, count),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useLayoutEffect(() => rows.measure(), [rows, height])
  const reveal = useCallback(
    (row: number) => {
      const { scrollOffset, scrollRect } = rows
      const top = offsetToReveal(row, { height, offset: scrollOffset ?? 0, whole: scrollRect?.height ?? 0 })
      if (top !== null) scroller.current?.scrollTo({ top })
    },
    [rows, height, scroller],
  )
  return {
    shown: rows.getVirtualItems().map(({ index, start }) => ({ index, top: start - height })),
    height: rows.getTotalSize(),
    reveal,
    pageRows: () => Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2,
  }
}

function withRow(shown: readonly number[], row: number, count: number): number[] {
  if (row >= count || shown.includes(row)) return [...shown]
  return [...shown, row].toSorted((a, b) => a - b)
}

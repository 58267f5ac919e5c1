import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useDeferredValue, useLayoutEffect } from 'react'
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
  /** Whether the list is about to change again, so that only the rows in view are worth making. */
  readonly isPassing?: boolean
}

/** Rows that are made beyond each end of those in view. */
const rowsAround = 12

/**
 * CSS px that a list is taken to be high until it is measured: its first rows are then made with the rest of what is built, in slices, and
 * not all in one go when it has been.
 */
const usualHeight = 300

/** Of many rows of one height, those in view and a few around them. */
export function useVirtualRows({
  scroller,
  count,
  rem,
  kept,
  isPassing = false,
}: VirtualRowsOptions): VirtualRows {
  const height = rem * useRootTextSize()
  // A list that appears shows its rows first, and then makes those that scrolling is about to need.
  const around = isPassing ? 0 : rowsAround
  const overscan = Math.min(around, useDeferredValue(around, 0))
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan,
    scrollMargin: height,
    initialRect: { width: 0, height: usualHeight },
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

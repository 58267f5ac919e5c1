import { createContext, type ReactNode } from 'react'

/** What a cell is besides what it shows: where the keyboard is, part of the selected block, or being typed into. */
export type CellPlace = {
  readonly isCursor: boolean
  readonly isInBlock: boolean
  /** Stands in the cell in place of its text. */
  readonly editor: ReactNode
}

/** The place of the cell inside; null for one that is only looked at. */
export const CellPlaceContext = createContext<CellPlace | null>(null)

/** A cell of the selected block. */
export const inBlock: CellPlace = { isCursor: false, isInBlock: true, editor: null }

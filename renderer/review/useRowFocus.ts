import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { type Finding, findingKey } from '../../shared/model/finding.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import type { Listing } from './findings.ts'
import type { ListLines } from './listRows.ts'

/** The row of the list that has the keyboard, or would. */
export type RowFocus = {
  readonly row: number
  /** The finding at that row. */
  readonly finding: Finding | null
  readonly goTo: (row: number) => void
  /** Moves by a key; false for one that moves nowhere. */
  readonly moveBy: (key: string) => boolean
  /** Whether the keyboard is to go to the row as soon as it is drawn. */
  readonly isWanted: RefObject<boolean>
}

/** Rows on either side in which a finding is looked for that has moved. */
const nearby = 100
const pageRows = 10

/** Follows the finding that the editor is at through the list as it changes; where it is gone, the one in its place has the keyboard. */
export function useRowFocus(
  listing: Listing | null,
  rows: number,
  lookAt: (finding: Finding | null) => void,
): RowFocus {
  const session = useSession()
  const wanted = useStore(session.moment, (moment) => moment.finding)
  const [current, setCurrent] = useState(0)
  const isWanted = useRef(false)
  const found = listing && wanted ? rowNear(listing, wanted, current, rows) : null
  const row = Math.max(0, Math.min(found ?? current, rows - 1))
  const goTo = (next: number) => {
    isWanted.current = true
    setCurrent(next)
    lookAt(listing?.at(next) ?? null)
  }
  useLayoutEffect(() => setCurrent(row), [row])
  return {
    row,
    finding: listing?.at(row) ?? null,
    goTo,
    moveBy: (key) => {
      const target = rowAfterKey(key, row, rows)
      if (target === null) return false
      goTo(target)
      return true
    },
    isWanted,
  }
}

/** Where the lines are drawn. */
type View = {
  readonly scroller: RefObject<HTMLElement | null>
  readonly lines: ListLines
  readonly reveal: (line: number) => void
}

/** Brings the keyboard to the row that has it, also when the row that had it is gone. */
export function useFocusOnRow({ row, isWanted }: RowFocus, { scroller, lines, reveal }: View): void {
  const hadFocus = useRef(false)
  useLayoutEffect(() => {
    const place = scroller.current
    if (!place) return
    const active = document.activeElement
    const isLost = hadFocus.current && (active === document.body || active === null)
    if (isWanted.current || isLost) {
      const line = place.querySelector<HTMLElement>(`[data-index="${row}"]`)
      reveal(lines.lineOf(row))
      if (line) isWanted.current = false
      line?.focus({ preventScroll: true })
    }
    hadFocus.current = place.contains(document.activeElement)
  })
}

/** The row of a finding, looked for from where it was outwards; null where it is not near. */
function rowNear(listing: Listing, finding: Finding, from: number, rows: number): number | null {
  const key = findingKey(finding)
  const isThere = (row: number) => {
    const other = row >= 0 && row < rows ? listing.at(row) : null
    return other !== null && other.cue === finding.cue && findingKey(other) === key
  }
  for (let distance = 0; distance <= nearby; distance += 1) {
    if (isThere(from + distance)) return from + distance
    if (isThere(from - distance)) return from - distance
  }
  return null
}

/** The row that a key moves to, null for a key that moves nowhere. */
function rowAfterKey(key: string, from: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: -1,
    ArrowDown: 1,
    PageUp: -pageRows,
    PageDown: pageRows,
    Home: -count,
    End: count,
  }
  const step = steps[key]
  return step === undefined ? null : Math.max(0, Math.min(count - 1, from + step))
}

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Cue } from '../../shared/model/cue.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { cueExtent } from '../commands/cuePlaces.ts'
import { type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { rowRange, toggled } from './rowRange.ts'
import type { TableRow } from './tableRows.ts'

/** The window's selection as rows of the grid. */
export type RowSelection = {
  readonly selected: ReadonlySet<CueId>
  readonly count: number
  /** The one row that Tab comes to. */
  readonly stop: number
  /** Moves the stop and leaves the selection. */
  readonly moveStop: (row: number) => void
  /** Selects a row by itself and takes the playhead to its in; `extends` selects all from where the selection began. */
  readonly goTo: (row: number, how: { readonly extends: boolean }) => void
  /** Selects all cues that the grid shows. */
  readonly all: () => void
  readonly toggle: (row: number) => void
  /** Says that the row at the stop may be about to go, so that the keyboard goes to the one in its place. */
  readonly expectLoss: (isExpected: boolean) => void
}

/** What the grid does for the selection: bring a row into view, and the keyboard to it. */
export type RowView = { readonly reveal: (row: number) => void; readonly focus: (row: number) => void }

/** Follows the selection wherever it is made, and makes it from here. */
export function useRowSelection(rows: readonly TableRow[], view: RowView): RowSelection {
  const session = useSession()
  const selection = useStore(session.moment, (moment) => moment.selection)
  const [current, setCurrent] = useState<string | null>(null)
  const anchor = useRef<string | null>(null)
  const own = useRef<readonly CueId[]>([])
  const lost = useRef<number | null>(null)
  const rowOf = (key: string | null | undefined) => rows.findIndex((row) => row.key === key)
  const stop = Math.max(0, rowOf(current ?? selection[0]))
  const choose = (chosen: readonly CueId[], row: number) => {
    own.current = chosen
    setCurrent(rows[row]?.key ?? null)
    session.select(chosen)
  }
  const follow = useEffectEvent((chosen: readonly CueId[]) => {
    const [first] = chosen
    if (chosen === own.current || first === undefined) return
    own.current = chosen
    anchor.current = first
    setCurrent(first)
    const row = rowOf(first)
    // With the next picture: to scroll now would have the page laid out while the change is still being drawn.
    if (row >= 0) requestAnimationFrame(() => view.reveal(row))
  })
  useEffect(() => follow(selection), [selection])
  useEffect(() => {
    const row = Math.min(lost.current ?? -1, rows.length - 1)
    if (row < 0 || rowOf(current) >= 0) return
    lost.current = null
    setCurrent(rows[row]?.key ?? null)
    view.focus(row)
  })
  return {
    selected: new Set(selection),
    count: selection.length,
    stop,
    moveStop: (row) => setCurrent(rows[row]?.key ?? null),
    goTo: (row, how) => {
      const line = rows[row]
      if (!line) return
      const from = how.extends ? rowOf(anchor.current) : -1
      if (from < 0) anchor.current = line.key
      if (from >= 0) choose(cuesOf(rowRange(rows, from, row)), row)
      else if (line.kind === 'group') setCurrent(line.key)
      else {
        choose([line.cue.id], row)
        showIn(session, line.cue)
      }
    },
    all: () => {
      own.current = cuesOf(rows)
      session.select(own.current)
    },
    toggle: (row) => {
      const line = rows[row]
      if (line?.kind !== 'cue') return
      anchor.current = line.key
      choose(toggled(selection, line.cue.id), row)
    },
    expectLoss: (isExpected) => {
      lost.current = isExpected ? stop : null
    },
  }
}

function cuesOf(rows: readonly TableRow[]): readonly CueId[] {
  return rows.flatMap((row) => (row.kind === 'cue' ? row.cue.id : []))
}

function showIn(session: Session, cue: Cue): void {
  const { start } = cueExtent(session.timeline.axis.value, cue)
  if (start === null) return
  session.playhead.goToAxisFrame(start)
  session.timeline.reveal(start)
}

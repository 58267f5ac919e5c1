// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table take no keyboard focus, those of a grid do
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Severity } from '../../shared/model/finding.ts'
import { goToFinding } from '../commands/findingHops.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { useKeptScroll } from '../ui/useKeptScroll.ts'
import { FindingsChunk, FindingsShownProvider } from './FindingsChunk.tsx'
import styles from './FindingsGrid.module.css'
import { type FindingStretch, findingAt, findingGroups } from './findingGroups.ts'
import type { FindingRows } from './findingRows.ts'
import type { Projection } from './findings.ts'

type FindingsGridProps = {
  readonly rows: FindingRows
  /** The severity that shows by itself. */
  readonly filter: Severity | 'all'
  readonly document: ProductionDocument
  readonly useOf: Projection['useOf']
}

const groupTitles: Readonly<Record<Severity, string>> = {
  error: 'Blocks delivery',
  warning: 'Check before delivery',
  info: 'For your information',
}

/** Rows that take the keyboard one at a time: arrows, Page Up and Down, Home and End move, Enter goes there. */
export function FindingsGrid({ rows, filter, document, useOf }: FindingsGridProps) {
  const session = useSession()
  const scroller = useRef<HTMLDivElement>(null)
  const selection = useStore(session.moment, (moment) => moment.selection)
  const groups = useMemo(() => findingGroups(rows, filter), [rows, filter])
  const count = groups.reduce((sum, { severity }) => sum + rows.counts[severity], 0)
  const { grid, reachable, setCurrent, moveBy } = useRowFocus(count)
  const shown = useMemo(() => ({ rows, document, useOf, selection }), [rows, document, useOf, selection])
  const goTo = (index: number) => {
    setCurrent(index)
    goToFinding(session, findingAt(rows, groups, index))
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') {
      moveBy(event)
      return
    }
    event.preventDefault()
    goTo(reachable)
  }
  const clicked = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    if (row) goTo(Number(row.dataset.index))
  }
  useKeptScroll(scroller, 'review')
  return (
    <div ref={scroller} className={styles.scroll} data-scrolls>
      <div
        ref={grid}
        className={styles.grid}
        role="grid"
        aria-label="Findings"
        aria-rowcount={count}
        onKeyDown={pressed}
        onClick={clicked}
      >
        <FindingsShownProvider value={shown}>
          {groups.map(({ severity, chunks }) => (
            <div key={severity} role="rowgroup" aria-label={groupTitles[severity]}>
              <div className={styles.heading} aria-hidden="true">
                {groupTitles[severity]}
              </div>
              {chunks.map((stretch) => (
                <FindingsChunk
                  key={stretch.index}
                  {...stretch}
                  reachable={holds(stretch, reachable) ? reachable : null}
                />
              ))}
            </div>
          ))}
        </FindingsShownProvider>
      </div>
    </div>
  )
}

/** Which row Tab comes to, and how the keys move the focus from row to row. */
function useRowFocus(count: number) {
  const grid = useRef<HTMLDivElement>(null)
  const movesFocus = useRef(false)
  const [current, setCurrent] = useState(0)
  const reachable = Math.min(current, count - 1)
  useLayoutEffect(() => {
    if (!movesFocus.current) return
    movesFocus.current = false
    const row = grid.current?.querySelector<HTMLElement>(`[data-index="${reachable}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }, [reachable])
  const moveBy = (event: KeyboardEvent) => {
    const target = rowAfterKey(event.key, reachable, count)
    if (target === null) return
    event.preventDefault()
    movesFocus.current = target !== reachable
    setCurrent(target)
  }
  return { grid, reachable, setCurrent, moveBy }
}

function holds({ index: first, count }: FindingStretch, index: number): boolean {
  return first <= index && index < first + count
}

const pageRows = 10

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

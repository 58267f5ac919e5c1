import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import type { History } from '../../shared/edits/history.ts'
import { rowAfterKey } from '../cues/rowAfterKey.ts'
import type { VirtualRow } from '../cues/useVirtualRows.ts'
import { stateName } from '../store/arrival.ts'
import type { DocumentStore } from '../store/documentStore.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import styles from './HistoryPanel.module.css'
import { PreviewPane } from './PreviewPane.tsx'
import { timeText } from './timeText.ts'
import { useListFocus } from './useListFocus.ts'
import { useStatePreview } from './useStatePreview.ts'
import { walkGently } from './walkGently.ts'

/** Every state of the production, the newest first: the arrows or the pointer say what a state would change, Enter or a press restores it. */
export function HistoryPanel({ documents }: { readonly documents: DocumentStore }) {
  const session = useSession()
  const state = useStore(documents.state)
  const { history } = state
  const count = history.steps.length + 1
  const currentRow = history.steps.length - history.position
  const [chosen, setChosen] = useState<number | null>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const active = Math.min(chosen ?? currentRow, count - 1)
  const list = useListFocus(count, active)
  const shownRow = Math.min(pointed ?? active, count - 1)
  const preview = useStatePreview(state, history.steps.length - shownRow)
  useCurrentInView(list.reveal, currentRow, history)
  const restore = async (row: number) => {
    setChosen(null)
    const walked = await walkGently(documents.goTo(history.steps.length - row))
    if (walked?.ok) session.moment.patch({ announcement: `Restored: ${walked.value}` })
    else if (walked) session.tell(walked.problem)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') void restore(active)
    else {
      const next = rowAfterKey(event.key, active, count, list.pageRows())
      if (next === null) return
      setPointed(null)
      setChosen(next)
      list.focus(next)
    }
    event.preventDefault()
  }
  return (
    <div className={styles.panel} data-list="history">
      <div
        ref={list.scroller}
        className={styles.list}
        role="listbox"
        aria-label="History, newest state first"
        tabIndex={-1}
        onKeyDown={pressed}
        onMouseOver={(event) => setPointed(rowOf(event))}
        onMouseLeave={() => setPointed(null)}
        onFocus={() => setPointed(null)}
        onBlur={() => setPointed(null)}
        onClick={(event) => {
          const row = rowOf(event)
          if (row !== null) void restore(row)
        }}
      >
        <div className={styles.head} aria-hidden="true">
          <span />
          <span>State</span>
          <span className={styles.time}>Made</span>
        </div>
        <div className={styles.rows} style={{ height: list.height }} role="presentation">
          {list.shown.map((row) => (
            <StateRow key={row.index} {...row} history={history} active={active} pointed={shownRow} />
          ))}
        </div>
      </div>
      <PreviewPane
        name={stateName(history, history.steps.length - shownRow)}
        isCurrent={shownRow === currentRow}
        isTakenBack={shownRow < currentRow}
        preview={preview}
      />
    </div>
  )
}

type StateRowProps = VirtualRow & {
  readonly history: History
  readonly active: number
  readonly pointed: number
}

function StateRow({ index, top, history, active, pointed }: StateRowProps) {
  const position = history.steps.length - index
  const made = timeText(history.steps.at(position - 1)?.made ?? null, Date.now())
  const name = stateName(history, position)
  const isCurrent = position === history.position
  const isTakenBack = position > history.position
  const standing = isCurrent ? 'current' : isTakenBack ? 'taken back' : ''
  return (
    <div
      role="option"
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      data-index={index}
      data-taken-back={isTakenBack}
      data-shown={index === pointed}
      aria-label={[name, position === 0 ? '' : made, standing].filter(Boolean).join(', ')}
      aria-selected={isCurrent}
      aria-current={isCurrent}
      aria-setsize={history.steps.length + 1}
      aria-posinset={index + 1}
      aria-describedby={index === active ? 'history-preview' : undefined}
      tabIndex={index === active ? 0 : -1}
    >
      <span className={styles.sign}>{isCurrent ? '●' : isTakenBack ? '↷' : ''}</span>
      <span className={styles.name}>{name}</span>{' '}
      <span className={styles.time}>{position === 0 ? '' : made}</span>
    </div>
  )
}

function rowOf(event: MouseEvent): number | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
  return row ? Number(row.dataset.index) : null
}

/** Keeps the current state in view when it changes. */
function useCurrentInView(reveal: (row: number) => void, row: number, history: History): void {
  const shown = useRef<History | null>(null)
  useEffect(() => {
    if (shown.current === history) return
    shown.current = history
    reveal(row)
  }, [reveal, row, history])
}

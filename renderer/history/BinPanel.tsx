import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { type Deleted, type DeletedCue, putBackCues } from '../../shared/edits/deletedCues.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { cueEdges, markText } from '../cues/cueTimes.ts'
import { rowAfterKey } from '../cues/rowAfterKey.ts'
import type { VirtualRow } from '../cues/useVirtualRows.ts'
import type { DocumentStore } from '../store/documentStore.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import styles from './HistoryPanel.module.css'
import { timeText } from './timeText.ts'
import { useDeleted } from './useDeleted.ts'
import { useListFocus } from './useListFocus.ts'

/** Cues that were removed: several are selected and put back with everything that belonged to them, as one edit. */
export function BinPanel({ documents }: { readonly documents: DocumentStore }) {
  const state = useStore(documents.state)
  const deleted = useDeleted(state)
  if (!deleted) return <p className={styles.nothing}>Looking through the history…</p>
  if (deleted.cues.length === 0)
    return <p className={styles.nothing}>No cue was deleted. Deleted cues wait here, and can be put back.</p>
  return <BinList deleted={deleted} document={state.document} />
}

type BinListProps = { readonly deleted: Deleted; readonly document: ProductionDocument }

function BinList({ deleted, document }: BinListProps) {
  const session = useSession()
  const { cues, records } = deleted
  const bin = useBinSelection(cues)
  const list = useListFocus(cues.length, bin.active)
  const putBack = () => {
    const chosen = cues.filter(({ cue }) => bin.selected.has(cue.id))
    const which = chosen.length > 0 ? chosen : cues.slice(bin.active, bin.active + 1)
    if (!session.apply(putBackCues(which, records))) return
    session.select(which.map(({ cue }) => cue.id))
    session.say(which.length === 1 ? 'The cue is back.' : `${which.length} cues are back.`)
    bin.clear()
    list.focus(Math.max(0, Math.min(bin.active, cues.length - which.length - 1)))
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.altKey) return
    const isMod = event.ctrlKey || event.metaKey
    const next = rowAfterKey(event.key, bin.active, cues.length, list.pageRows())
    if (next !== null) {
      bin.moveTo(next, event.shiftKey)
      list.focus(next)
    } else if (event.key === 'Enter') putBack()
    else if (event.key === ' ') bin.toggle(bin.active)
    else if (event.key === 'Delete' || event.key === 'Backspace') bin.clear()
    else if (isMod && event.key.toLowerCase() === 'a') bin.selectAll()
    else return
    event.preventDefault()
  }
  const clicked = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    if (!row) return
    const index = Number(row.dataset.index)
    if (event.shiftKey) bin.moveTo(index, true)
    else if (event.ctrlKey || event.metaKey) bin.toggle(index)
    else bin.choose(index)
  }
  const count = bin.selected.size
  return (
    <div className={styles.bin} data-list="bin">
      <div
        ref={list.scroller}
        className={styles.list}
        role="listbox"
        aria-label="Deleted cues, last deleted first"
        aria-multiselectable
        tabIndex={-1}
        onKeyDown={pressed}
        onClick={clicked}
        onDoubleClick={putBack}
      >
        <BinHead />
        <div className={styles.rows} style={{ height: list.height }} role="presentation">
          {list.shown.map((row) => {
            const entry = cues[row.index]
            return entry ? (
              <BinRow
                key={entry.cue.id}
                {...row}
                entry={entry}
                document={document}
                title={titleOf(entry, document, records)}
                count={cues.length}
                isActive={row.index === bin.active}
                isSelected={bin.selected.has(entry.cue.id)}
              />
            ) : null
          })}
        </div>
      </div>
      <div className={styles.foot}>
        <p role="status">
          {cues.length.toLocaleString()} deleted {cues.length === 1 ? 'cue' : 'cues'}
          {count > 0 ? `, ${count.toLocaleString()} selected` : '. Space selects, Shift extends.'}
        </p>
        <Button
          label={count > 1 ? `Put back ${count.toLocaleString()} cues` : 'Put back'}
          keys="Enter"
          onPress={putBack}
        />
      </div>
    </div>
  )
}

/** Which cues are selected, and which one has the keyboard. */
function useBinSelection(cues: readonly DeletedCue[]) {
  const [ids, setIds] = useState<ReadonlySet<CueId>>(new Set())
  const [place, setPlace] = useState({ active: 0, anchor: 0 })
  const there = new Set(cues.map(({ cue }) => cue.id))
  const selected = new Set([...ids].filter((id) => there.has(id)))
  const active = Math.min(place.active, cues.length - 1)
  const range = (from: number, to: number) =>
    new Set(cues.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ cue }) => cue.id))
  return {
    selected,
    active,
    clear: () => setIds(new Set()),
    selectAll: () => setIds(there),
    choose: (row: number) => {
      setPlace({ active: row, anchor: row })
      setIds(range(row, row))
    },
    moveTo: (row: number, extends_: boolean) => {
      setPlace({ active: row, anchor: extends_ ? place.anchor : row })
      if (extends_) setIds(range(place.anchor, row))
    },
    toggle: (row: number) => {
      const id = cues[row]?.cue.id
      setPlace({ active: row, anchor: row })
      if (id === undefined) return
      const next = new Set(selected)
      if (!next.delete(id)) next.add(id)
      setIds(next)
    },
  }
}

function BinHead() {
  return (
    <div className={styles.head} aria-hidden="true">
      <span />
      <span>#</span>
      <span>Title</span>
      <span>In</span>
      <span>Out</span>
      <span>Deleted by</span>
      <span className={styles.time}>When</span>
    </div>
  )
}

type BinRowProps = VirtualRow & {
  readonly entry: DeletedCue
  readonly document: ProductionDocument
  readonly title: string
  readonly count: number
  readonly isActive: boolean
  readonly isSelected: boolean
}

function BinRow({ index, top, entry, document, title, count, isActive, isSelected }: BinRowProps) {
  const { rate } = document.production
  const { start, end } = cueEdges(entry.cue)
  const [from, to] = [markText(start, rate), markText(end, rate)]
  const when = timeText(entry.made, Date.now())
  return (
    <div
      role="option"
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      data-index={index}
      aria-label={`${entry.cue.number} ${title}, ${from} – ${to}, ${entry.label}, ${when}`}
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={index + 1}
      tabIndex={isActive ? 0 : -1}
    >
      <span className={styles.sign}>{isSelected ? '✓' : ''}</span>
      <span className={styles.mono}>{entry.cue.number}</span> <span className={styles.name}>{title}</span>{' '}
      <span className={styles.mono}>{from}</span> <span className={styles.mono}>{to}</span>{' '}
      <span className={styles.name}>{entry.label}</span> <span className={styles.time}>{when}</span>
    </div>
  )
}

/** The cue's own title, else that of its work, which may be gone too. */
function titleOf({ cue }: DeletedCue, document: ProductionDocument, records: Deleted['records']): string {
  if (cue.title !== '' || cue.work === null) return cue.title || 'Untitled'
  const lost = records.get(`works ${cue.work}`) as { readonly title: string } | undefined
  return (document.works[cue.work]?.title ?? lost?.title) || 'Untitled'
}

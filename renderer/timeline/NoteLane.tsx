import { type KeyboardEvent, type PointerEvent, useMemo } from 'react'
import { removeNotes, updateNote } from '../../shared/edits/noteEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { frames } from '../../shared/time/frames.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { type OpenWork, type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { startEdgeDrag } from './edgeDrag.ts'
import { type NoteFlag, type NoteItem, noteFlags, noteItems } from './laneItems.ts'
import { laneMagnets } from './laneMagnets.ts'
import { focusItem, openPicked, removePicked } from './lanePick.ts'
import styles from './NoteLane.module.css'
import type { TimelineSceneMaker } from './timelineScene.ts'

type NoteLaneProps = { readonly work: OpenWork; readonly maker: TimelineSceneMaker }

/** Room in px from which a flag shows its text. */
const leastTextRoom = 28

/** The notes as flags on a lane of their own, a list with one tab stop; nothing while there are none. */
export function NoteLane({ work, maker }: NoteLaneProps) {
  const session = useSession()
  const scene = useStore(maker.scene, (made) =>
    made && Object.keys(made.document.notes).length > 0 ? made : null,
  )
  const axis = useStore(session.timeline.axis)
  const picked = useStore(session.timeline.picked)
  const document = scene?.document
  const items = useMemo(() => (document ? noteItems(document, axis) : []), [document, axis])
  if (!scene || items.length === 0) return null
  const pickedId = picked?.table === 'notes' ? picked.id : undefined
  const isThere = items.some(({ note }) => note.id === pickedId)
  const tabStop = isThere ? pickedId : items[0]?.note.id
  return (
    <div
      className={styles.lane}
      role="listbox"
      aria-label="Notes on the timeline"
      tabIndex={-1}
      onKeyDown={(event) => pressKey(session, items, event)}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) session.timeline.picked.set(null)
      }}
    >
      {noteFlags(items, scene.view, tabStop).map((flag) => (
        <Flag
          key={flag.note.id}
          flag={flag}
          width={scene.view.width}
          document={scene.document}
          isPicked={flag.note.id === pickedId}
          isTabStop={flag.note.id === tabStop}
          count={items.length}
          onGrab={(event) => grab(session, work, flag, event)}
          onOpen={() => openPicked(session, { table: 'notes', id: flag.note.id })}
        />
      ))}
    </div>
  )
}

type FlagProps = {
  readonly flag: NoteFlag
  readonly width: number
  readonly document: ProductionDocument
  readonly isPicked: boolean
  readonly isTabStop: boolean
  readonly count: number
  readonly onGrab: (event: PointerEvent<HTMLElement>) => void
  readonly onOpen: () => void
}

function Flag(props: FlagProps) {
  const { flag, width, document, isPicked, isTabStop, count, onGrab, onOpen } = props
  const { note, room, others, position } = flag
  const text = note.text || 'nothing written yet'
  const x = Math.round(Math.max(-600, Math.min(width + 600, flag.x)) * devicePixelRatio) / devicePixelRatio
  return (
    <div
      className={styles.flag}
      role="option"
      aria-selected={isPicked}
      aria-label={`Note: ${text}, ${formatTimecode(note.frame, document.production.rate)}`}
      aria-posinset={position}
      aria-setsize={count}
      tabIndex={isTabStop ? 0 : -1}
      title={text}
      data-item={note.id}
      style={{ transform: `translateX(${x}px)`, maxWidth: Math.max(14, room) }}
      onPointerDown={onGrab}
      onDoubleClick={onOpen}
    >
      <span className={styles.sign} aria-hidden>
        ◆
      </span>
      {room >= leastTextRoom ? <span className={styles.text}>{text}</span> : null}
      {others > 0 && room >= leastTextRoom ? (
        <span className={styles.others} title={`${others} more here: zoom in`}>
          +{others}
        </span>
      ) : null}
    </div>
  )
}

function grab(session: Session, work: OpenWork, item: NoteItem, event: PointerEvent<HTMLElement>): void {
  if (event.button !== 0) return
  const { note, at } = item
  session.timeline.picked.set({ table: 'notes', id: note.id })
  const area = event.currentTarget.closest<HTMLElement>('[data-testid="timeline-detail"]')
  const entry = session.timeline.axis.value.reels.find(({ reel }) => reel.id === note.reel)
  if (!area || !entry) return
  const { document } = work.documents
  const { extent, offset } = entry
  startEdgeDrag(
    {
      session,
      work,
      area,
      from: at,
      least: offset,
      most: frames(offset + extent.end - extent.start - 1),
      magnets: laneMagnets(session, work, at),
      editFor: (frame) => moveNote(item, frame - at),
      textAt: (frame) => formatTimecode(frames(note.frame + frame - at), document.production.rate),
    },
    event.nativeEvent,
  )
}

function moveNote({ note }: NoteItem, by: number) {
  return { ...updateNote(note.id, { frame: frames(Math.max(0, note.frame + by)) }), label: 'Move note' }
}

/** Arrows, Home and End go from note to note; , and . move one, Enter opens it, Delete removes it. */
function pressKey(session: Session, items: readonly NoteItem[], event: KeyboardEvent<HTMLElement>): void {
  const id = (event.target as HTMLElement).dataset.item
  const index = items.findIndex(({ note }) => note.id === id)
  const item = items[index]
  if (!item || event.ctrlKey || event.metaKey || event.altKey) return
  const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: items.length - 1 }[event.key]
  const by = { Comma: -1, Period: 1 }[event.code]
  const pick = (next: NoteItem | undefined) => {
    if (!next) return
    session.timeline.picked.set({ table: 'notes', id: next.note.id })
    session.timeline.reveal(next.at)
    focusItem(next.note.id)
  }
  if (to !== undefined) pick(items[Math.max(0, Math.min(items.length - 1, to))])
  else if (by !== undefined) nudge(session, item, by * (event.shiftKey ? 10 : 1))
  else if (event.key === 'Enter') openPicked(session, { table: 'notes', id: item.note.id })
  else if (event.key === 'Delete' || event.key === 'Backspace') {
    removePicked(session, { table: 'notes', id: item.note.id }, removeNotes([item.note.id]))
    pick(items[index + 1] ?? items[index - 1])
  } else return
  event.preventDefault()
  event.stopPropagation()
}

function nudge(session: Session, item: NoteItem, by: number): void {
  // What is drawn may be one key behind.
  const note = session.work.value?.documents.document.notes[item.note.id]
  if (!note || !session.apply(moveNote({ ...item, note }, by), `move note ${note.id}`)) return
  const document = session.work.value?.documents.document
  const moved = document?.notes[item.note.id]
  if (!document || !moved) return
  session.moment.patch({ announcement: formatTimecode(moved.frame, document.production.rate) })
}

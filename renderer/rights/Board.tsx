import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { isEnded } from '../../shared/model/licenceStatus.ts'
import { useProjection } from '../review/findings.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import styles from './Board.module.css'
import { BoardColumn } from './BoardColumn.tsx'
import { conflictsOf } from './conflicts.ts'
import { MoveMenu } from './MoveMenu.tsx'
import { moveCard } from './moveCard.ts'
import { isPicked, pickOf } from './pickedCard.ts'
import { playUse, showUse } from './playUse.ts'
import type { Rights } from './rights.ts'
import { type RightsCard, type RightsColumn, rightsColumns } from './rightsCards.ts'

/** Cards in columns by status. Arrows walk, Shift with an arrow moves the card, M asks where to, Enter plays. */
export function Board({ rights }: { readonly rights: Rights }) {
  const session = useSession()
  const picked = useStore(session.moment, (moment) => moment.negotiation)
  useProjection(rights.document)
  const [over, setOver] = useState<RightsColumn | null>(null)
  const [asking, setAsking] = useState<RightsCard | null>(null)
  const asker = useRef<HTMLElement | null>(null)
  const board = useRef<HTMLDivElement>(null)
  const columns = useMemo(() => columnsOf(rights), [rights])
  const current =
    rights.cards.find((card) => isPicked(card, picked)) ??
    columns.find(({ cards }) => cards.length > 0)?.cards[0]
  const focus = useCardFocus(board, current)
  const pick = (card: RightsCard) => {
    focus.isWanted.current = true
    session.moment.patch({ negotiation: pickOf(card) })
    const [cue] = card.cues
    if (cue) showUse(session, cue)
  }
  const move = (card: RightsCard, column: RightsColumn) => {
    focus.isWanted.current = true
    moveCard(session, card, column)
  }
  const cardAt = (target: EventTarget) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null
    const card = button && rights.cards.find(({ key }) => key === button.dataset.card)
    return button && card ? { button, card } : null
  }
  const pressed = (event: KeyboardEvent) => {
    if (!current || event.altKey || event.ctrlKey || event.metaKey) return
    const on = cardAt(event.target)
    if (on && event.key.toLowerCase() === 'm') {
      asker.current = on.button
      setAsking(on.card)
    } else if (
      !(event.shiftKey
        ? movedByKey(event.key, current, move)
        : walkedByKey(event.key, columns, current, pick))
    )
      return
    event.preventDefault()
  }
  const clicked = (event: MouseEvent) => {
    const on = cardAt(event.target)
    if (!on) return
    pick(on.card)
    const [cue] = on.card.cues
    if (cue) playUse(session, cue)
  }
  const drawn = ({ column, cards }: Columns[number]) => (
    <BoardColumn
      key={column}
      column={column}
      cards={cards}
      current={current}
      conflictsOf={(card) => conflictsOf(rights, card).join('\n')}
      isOver={over === column}
    />
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div
      ref={board}
      className={styles.board}
      role="group"
      aria-label="Board by status"
      data-scrolls
      onKeyDown={pressed}
      onClick={clicked}
      onDragStart={(event) => {
        const on = cardAt(event.target)
        if (!on) return
        event.dataTransfer.setData(cardKind, on.card.key)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(columnAt(event.target))
      }}
      onDragEnd={() => setOver(null)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(null)
        const card = rights.cards.find(({ key }) => key === event.dataTransfer.getData(cardKind))
        const column = columnAt(event.target)
        if (card && column) move(card, column)
      }}
    >
      {columns.filter(({ column }) => !isEndColumn(column)).map(drawn)}
      <div
        className={styles.ended}
        data-filled={columns.some(({ column, cards }) => isEndColumn(column) && cards.length > 0)}
      >
        {columns.filter(({ column }) => isEndColumn(column)).map(drawn)}
      </div>
      <MoveMenu card={asking} at={asker} onClose={() => setAsking(null)} onMove={move} />
    </div>
  )
}

/** What is dragged, so that nothing else is taken for a card. */
const cardKind = 'text/needledrop-card'

function columnAt(target: EventTarget): RightsColumn | null {
  const column = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  return (column?.dataset.column ?? null) as RightsColumn | null
}

/** What ended stands in one place, one status below the other. */
function isEndColumn(column: RightsColumn): boolean {
  return column !== 'missing' && isEnded(column)
}

function columnsOf({ cards }: Rights): Columns {
  return rightsColumns.map((column) => ({ column, cards: cards.filter((card) => card.column === column) }))
}

type Columns = readonly { readonly column: RightsColumn; readonly cards: readonly RightsCard[] }[]

/** Shift with an arrow: into the next column on that side. */
function movedByKey(
  key: string,
  card: RightsCard,
  move: (card: RightsCard, column: RightsColumn) => void,
): boolean {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key]
  const column = step && rightsColumns[rightsColumns.indexOf(card.column) + step]
  if (!column) return false
  move(card, column)
  return true
}

function walkedByKey(
  key: string,
  columns: Columns,
  from: RightsCard,
  pick: (card: RightsCard) => void,
): boolean {
  const filled = columns.filter(({ cards }) => cards.length > 0)
  const across = filled.findIndex(({ column }) => column === from.column)
  const cards = filled[across]?.cards ?? []
  const down = cards.findIndex(({ key: each }) => each === from.key)
  const beside = (step: number) => {
    const next = filled[across + step]?.cards
    return next?.[Math.min(down, next.length - 1)]
  }
  const next =
    key === 'ArrowDown'
      ? cards[down + 1]
      : key === 'ArrowUp'
        ? cards[down - 1]
        : key === 'ArrowRight'
          ? beside(1)
          : key === 'ArrowLeft'
            ? beside(-1)
            : key === 'Home'
              ? filled[0]?.cards[0]
              : key === 'End'
                ? filled.at(-1)?.cards[0]
                : undefined
  if (next) pick(next)
  return next !== undefined || /^(Arrow|Home|End)/.test(key)
}

/** Keeps the keyboard on the card that was moved, in whichever column it is by then. */
function useCardFocus(board: RefObject<HTMLElement | null>, current: RightsCard | undefined) {
  const isWanted = useRef(false)
  const hadFocus = useRef(false)
  useLayoutEffect(() => {
    const place = board.current
    if (!place || !current) return
    const active = document.activeElement
    const isLost = hadFocus.current && (active === document.body || active === null)
    const card = place.querySelector<HTMLElement>(`[data-card="${CSS.escape(current.key)}"]`)
    if ((isWanted.current || isLost) && card) {
      isWanted.current = false
      card.focus({ preventScroll: true })
      card.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    hadFocus.current = place.contains(document.activeElement)
  })
  return { isWanted }
}

import type { DragEvent } from 'react'
import { StateSign } from '../licensing/StateSign.tsx'
import { statusNames } from '../ui/words.ts'
import styles from './Board.module.css'
import { BoardCard } from './BoardCard.tsx'
import type { RightsCard, RightsColumn } from './rightsCards.ts'

type BoardColumnProps = {
  readonly column: RightsColumn
  readonly cards: readonly RightsCard[]
  readonly current: RightsCard | undefined
  readonly conflictsOf: (card: RightsCard) => readonly string[]
  readonly isOver: boolean
  readonly onPlay: (card: RightsCard) => void
  readonly onMove: (card: RightsCard, column: RightsColumn) => void
  readonly onOver: (column: RightsColumn | null) => void
  readonly onDrop: (event: DragEvent, column: RightsColumn) => void
}

/** Cards that are drawn of one column; more are in the table. */
const mostCards = 60

/** The columns as they are headed. */
export function columnName(column: RightsColumn): string {
  return column === 'missing' ? 'Needed' : statusNames[column]
}

/** One status with its cards; without any it is a narrow place to drop one. */
export function BoardColumn(props: BoardColumnProps) {
  const { column, cards, current, isOver } = props
  const name = columnName(column)
  return (
    <section
      className={styles.column}
      aria-label={`${name}, ${cards.length}`}
      data-column={column}
      data-empty={cards.length === 0}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        props.onOver(column)
      }}
      onDragLeave={() => props.onOver(null)}
      onDrop={(event) => props.onDrop(event, column)}
    >
      <h3 className={styles.heading}>
        <StateSign state={column} />
        <span className={styles.columnName}>{name}</span>
        <span className={styles.count}>{cards.length || ''}</span>
      </h3>
      <ul className={styles.cards}>
        {cards.slice(0, mostCards).map((card) => (
          <BoardCard
            key={card.key}
            card={card}
            conflicts={props.conflictsOf(card)}
            isCurrent={card.key === current?.key}
            onPlay={() => props.onPlay(card)}
            onMove={(to) => props.onMove(card, to)}
          />
        ))}
      </ul>
      {cards.length > mostCards ? (
        <p className={styles.more}>{cards.length - mostCards} more, in the table</p>
      ) : null}
    </section>
  )
}

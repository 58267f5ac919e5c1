import { StateSign } from '../licensing/StateSign.tsx'
import { statusNames } from '../ui/words.ts'
import styles from './Board.module.css'
import { BoardCard } from './BoardCard.tsx'
import type { RightsCard, RightsColumn } from './rightsCards.ts'

type BoardColumnProps = {
  readonly column: RightsColumn
  readonly cards: readonly RightsCard[]
  readonly current: RightsCard | undefined
  readonly conflictsOf: (card: RightsCard) => string
  readonly isOver: boolean
}

/** Cards that are drawn of one column, those around the one that has the keyboard. */
const mostCards = 24

/** The columns as they are headed. */
export function columnName(column: RightsColumn): string {
  return column === 'missing' ? 'Needed' : statusNames[column]
}

/** One status with its cards; without any it is a narrow place to drop one. */
export function BoardColumn({ column, cards, current, conflictsOf, isOver }: BoardColumnProps) {
  const name = columnName(column)
  const at = current?.column === column ? cards.indexOf(current) : 0
  const first = Math.max(0, Math.min(at - mostCards / 2, cards.length - mostCards))
  const after = cards.length - first - mostCards
  return (
    <section
      className={styles.column}
      aria-label={`${name}, ${cards.length}`}
      data-column={column}
      data-empty={cards.length === 0}
      data-over={isOver}
    >
      <h3 className={styles.heading}>
        <StateSign state={column} />
        <span className={styles.columnName}>{name}</span>
        <span className={styles.count}>{cards.length || ''}</span>
      </h3>
      <ul className={styles.cards}>
        {first > 0 ? <li className={styles.more}>{first} before these</li> : null}
        {cards.slice(first, first + mostCards).map((card) => (
          <BoardCard
            key={card.key}
            card={card}
            conflicts={conflictsOf(card)}
            isCurrent={card.key === current?.key}
          />
        ))}
        {after > 0 ? <li className={styles.more}>{after} more; all are in the table</li> : null}
      </ul>
    </section>
  )
}

import { type KeyboardEvent, useRef, useState } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { amountOf } from '../../shared/licensing/money.ts'
import { possibleStatuses } from '../../shared/model/licenceStatus.ts'
import { percentText } from '../../shared/sheet/percentText.ts'
import { StateSign } from '../licensing/StateSign.tsx'
import choiceStyles from '../ui/Choice.module.css'
import styles from './Board.module.css'
import { columnName } from './BoardColumn.tsx'
import { moneyText } from './moneyText.ts'
import { type RightsCard, type RightsColumn, rightsColumns } from './rightsCards.ts'

type BoardCardProps = {
  readonly card: RightsCard
  /** What contradicts it, in words. */
  readonly conflicts: readonly string[]
  readonly isCurrent: boolean
  readonly onPlay: () => void
  readonly onMove: (column: RightsColumn) => void
}

/** One negotiation: who, what for, how much of it and at what price. */
export function BoardCard({ card, conflicts, isCurrent, onPlay, onMove }: BoardCardProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [isAsking, setAsking] = useState(false)
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'm' && event.key !== 'M') return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    setAsking(true)
  }
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={styles.card}
        tabIndex={isCurrent ? 0 : -1}
        aria-current={isCurrent}
        data-card={card.key}
        data-conflict={conflicts.length > 0}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData('text/needledrop-card', card.key)
          event.dataTransfer.effectAllowed = 'move'
        }}
        onClick={onPlay}
        onKeyDown={pressed}
      >
        <span className={styles.title}>{card.title}</span>
        <span className={styles.holder} data-unknown={card.holder === ''}>
          {card.holder || 'Nobody named yet'}
        </span>
        <span className={styles.facts}>
          <span>{factsOf(card)}</span>
          <span className={styles.amount}>{amountText(card)}</span>
        </span>
        {conflicts.map((conflict) => (
          <span key={conflict} className={styles.conflict}>
            ▲ {conflict}
          </span>
        ))}
      </button>
      <Popover
        className={choiceStyles.popover ?? ''}
        triggerRef={button}
        isOpen={isAsking}
        onOpenChange={setAsking}
        placement="bottom start"
      >
        <Menu
          className={choiceStyles.list ?? ''}
          aria-label={`Move ${card.title}, ${card.holder || 'nobody named yet'}, to`}
          autoFocus="first"
          onAction={(key) => {
            setAsking(false)
            onMove(key as RightsColumn)
          }}
        >
          {targetsOf(card).map((column) => (
            <MenuItem
              key={column}
              id={column}
              textValue={columnName(column)}
              className={choiceStyles.option ?? ''}
            >
              <StateSign state={column} />
              <span className={choiceStyles.name}>{columnName(column)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </li>
  )
}

/** Where a card may go now, in the order of the columns. */
function targetsOf({ licences, column }: RightsCard): readonly RightsColumn[] {
  if (licences.length === 0) return rightsColumns.filter((each) => each !== 'missing')
  const isEnded = column === 'denied' || column === 'expired' || column === 'replaced'
  return rightsColumns.filter(
    (each) =>
      each !== 'missing' &&
      each !== column &&
      ((isEnded && each === 'toRequest') ||
        licences.every((licence) => possibleStatuses(licence).includes(each))),
  )
}

function factsOf({ paper, share, cues, licences }: RightsCard): string {
  return [
    share === null || share === 10_000 ? paper : `${paper} ${percentText(share)}`,
    cues.length > 1 ? `${cues.length} cues` : '',
    licences.some(({ mfn }) => mfn) ? 'MFN' : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

function amountText({ licences }: RightsCard): string {
  const amounts = licences.map(amountOf)
  const [first] = licences
  if (!first || amounts.every((amount) => amount === null)) return ''
  const sum = amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0)
  return `${first.feeMinor === null ? '~ ' : ''}${moneyText(sum, first.currency)}`
}

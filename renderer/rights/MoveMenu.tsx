import type { RefObject } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { isEnded, possibleStatuses } from '../../shared/model/licenceStatus.ts'
import { StateSign } from '../licensing/StateSign.tsx'
import choiceStyles from '../ui/Choice.module.css'
import { columnName } from './BoardColumn.tsx'
import { type RightsCard, type RightsColumn, rightsColumns } from './rightsCards.ts'

type MoveMenuProps = {
  /** The card that is to be moved; null while nobody asks. */
  readonly card: RightsCard | null
  readonly at: RefObject<HTMLElement | null>
  readonly onClose: () => void
  readonly onMove: (card: RightsCard, column: RightsColumn) => void
}

/** Asks into which column a card goes; offers those into which it may. */
export function MoveMenu({ card, at, onClose, onMove }: MoveMenuProps) {
  if (!card) return null
  return (
    <Popover
      className={choiceStyles.popover ?? ''}
      triggerRef={at}
      isOpen
      onOpenChange={onClose}
      placement="bottom start"
    >
      <Menu
        className={choiceStyles.list ?? ''}
        aria-label={`Move ${card.title}, ${card.holder || 'nobody named yet'}, to`}
        autoFocus="first"
        onAction={(key) => {
          onClose()
          onMove(card, key as RightsColumn)
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
  )
}

function targetsOf({ licences, column }: RightsCard): readonly RightsColumn[] {
  if (licences.length === 0 || column === 'missing') return rightsColumns.filter((each) => each !== 'missing')
  return rightsColumns.filter(
    (each) =>
      each !== 'missing' &&
      each !== column &&
      ((isEnded(column) && each === 'toRequest') ||
        licences.every((licence) => possibleStatuses(licence).includes(each))),
  )
}

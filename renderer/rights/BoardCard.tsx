import { memo } from 'react'
import { amountOf } from '../../shared/licensing/money.ts'
import { percentText } from '../../shared/sheet/percentText.ts'
import styles from './Board.module.css'
import { moneyText } from './moneyText.ts'
import type { RightsCard } from './rightsCards.ts'

type BoardCardProps = {
  readonly card: RightsCard
  /** What contradicts it, in words, one a line. */
  readonly conflicts: string
  readonly isCurrent: boolean
}

/** One negotiation: who, what for, how much of it and at what price. The board hears its keys and the pointer. */
export const BoardCard = memo(function BoardCard({ card, conflicts, isCurrent }: BoardCardProps) {
  return (
    <li>
      <button
        type="button"
        className={styles.card}
        tabIndex={isCurrent ? 0 : -1}
        aria-current={isCurrent}
        aria-haspopup="menu"
        data-card={card.key}
        draggable
      >
        <span className={styles.title}>{card.title}</span>
        <span className={styles.holder} data-unknown={card.holder === ''}>
          {card.holder || 'Nobody named yet'}
        </span>
        <span className={styles.facts}>
          <span>{factsOf(card)}</span>
          <span className={styles.amount}>{amountText(card)}</span>
        </span>
        {conflicts === ''
          ? null
          : conflicts.split('\n').map((conflict) => (
              <span key={conflict} className={styles.conflict}>
                ▲ {conflict}
              </span>
            ))}
      </button>
    </li>
  )
}, isSame)

/** Cards are made anew with each edit; most say what they said before. */
function isSame(before: BoardCardProps, after: BoardCardProps): boolean {
  const [a, b] = [before.card, after.card]
  return (
    before.isCurrent === after.isCurrent &&
    before.conflicts === after.conflicts &&
    a.key === b.key &&
    a.title === b.title &&
    a.holder === b.holder &&
    a.paper === b.paper &&
    a.share === b.share &&
    a.cues.length === b.cues.length &&
    a.licences.length === b.licences.length &&
    a.licences.every((licence, index) => licence === b.licences[index])
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

import type { ReactNode } from 'react'
import choiceStyles from '../ui/Choice.module.css'

/** Something that can be taken: what tells it from the others, what it is and what is said of it. */
export type Offer = { readonly key: string; readonly name: ReactNode; readonly note: ReactNode }

type OfferListProps = {
  /** The list is `id-list`, its options are `id-0`, `id-1` and so on. */
  readonly id: string
  readonly label: string
  readonly offers: readonly Offer[]
  readonly active: number | null
  readonly onTake: (index: number) => void
}

/** What can be taken into a field that keeps the keyboard: arrows walk it there, a press takes from it. */
export function OfferList({ id, label, offers, active, onTake }: OfferListProps) {
  return (
    <div id={`${id}-list`} role="listbox" aria-label={label} className={choiceStyles.list}>
      {offers.map(({ key, name, note }, index) => (
        <div
          key={key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={choiceStyles.option}
          data-focused={index === active || undefined}
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(index)
          }}
        >
          {name}
          {note ? <span className={choiceStyles.none}>{note}</span> : null}
        </div>
      ))}
    </div>
  )
}

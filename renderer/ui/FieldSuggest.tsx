import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react'
import { Popover } from 'react-aria-components'
import type { Result } from '../../shared/result.ts'
import choiceStyles from './Choice.module.css'
import styles from './Field.module.css'
import { FieldFrame } from './FieldFrame.tsx'
import { FieldProblem } from './FieldProblem.tsx'
import type { TextFieldProps } from './FieldText.tsx'
import { goingOn, keepingPlace } from './keepingFocus.ts'
import { type Suggestion, suggestionsFor } from './suggestionsFor.ts'
import { type LiveDraft, useFieldDraft } from './useFieldDraft.ts'

type FieldSuggestProps = TextFieldProps & {
  readonly suggestions: readonly Suggestion[]
  /** Takes a suggestion; without it, its name is stored as if it had been typed. */
  readonly choose?: (id: string) => Result<unknown>
  /** Whether the field is there to add to a list: it empties and keeps the keyboard for the next one. */
  readonly isForMore?: boolean
}

/**
 * A line of text that offers what is known already. It is stored on leaving, so that half a name makes nothing new.
 * With what is taken from the offers the keyboard goes on to the next field.
 */
export function FieldSuggest(props: FieldSuggestProps) {
  const { value, commit, suggestions, choose, isForMore, placeholder, ...frame } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { draft, problem, control, offers } = useSuggestedText(props, input)
  return (
    <FieldFrame {...frame} labelId={`${id}-label`} controlId={id}>
      <input
        {...control}
        ref={input}
        id={id}
        className={styles.input}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-expanded={offers.offered.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={offers.active === null ? undefined : `${id}-${offers.active}`}
        aria-invalid={problem !== null}
        aria-describedby={problem ? `${id}-problem` : undefined}
      />
      <Popover
        className={choiceStyles.popover ?? ''}
        triggerRef={input}
        isNonModal
        isOpen={offers.offered.length > 0}
        onOpenChange={(isOpen) => isOpen || offers.close()}
        offset={2}
        placement="bottom start"
      >
        <Offers id={id} offers={offers} />
      </Popover>
      {problem ? (
        <FieldProblem problem={problem} id={`${id}-problem`} onSuggestion={(text) => draft.change(text)} />
      ) : null}
    </FieldFrame>
  )
}

type SuggestedText = LiveDraft & { readonly offers: OpenOffers }

/** The draft of the field together with its offers. */
function useSuggestedText(
  { value, commit, suggestions, choose, isForMore = false }: FieldSuggestProps,
  input: RefObject<HTMLInputElement | null>,
): SuggestedText {
  const live = useFieldDraft({
    value,
    commit,
    storesOnPause: false,
    enter: isForMore ? 'stays' : 'leaves',
  })
  const { draft, control } = live
  const taken = (suggestion: Suggestion, isLeaving: boolean) => {
    const take = () => {
      draft.drop()
      if (choose) choose(suggestion.id)
      else commit(suggestion.name)
    }
    if (!input.current) return
    if (isForMore || isLeaving) keepingPlace(input.current, take)
    else goingOn(input.current, take)
  }
  const offers = useOffers(control.value === value ? '' : control.value, suggestions, taken)
  return {
    ...live,
    offers,
    control: {
      ...control,
      onChange: (event) => {
        control.onChange(event)
        offers.open()
      },
      onBlur: () => {
        offers.close()
        control.onBlur()
      },
      onKeyDown: (event) => {
        if (offers.takesKey(event)) return
        if (event.key === 'Enter') offers.close()
        control.onKeyDown(event)
      },
    },
  }
}

type OpenOffers = {
  /** What is offered; nothing while the list is closed. */
  readonly offered: readonly Suggestion[]
  /** The one that Enter takes. */
  readonly active: number | null
  readonly open: () => void
  readonly close: () => void
  readonly take: (suggestion: Suggestion) => void
  /** Whether a key belongs to the list. */
  readonly takesKey: (event: KeyboardEvent) => boolean
}

/** The list under the field: typing opens it, the arrow keys walk it, Enter and Tab take from it, Escape closes it. */
function useOffers(
  text: string,
  suggestions: readonly Suggestion[],
  taken: (suggestion: Suggestion, isLeaving: boolean) => void,
): OpenOffers {
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState<number | null>(null)
  const offered = isOpen ? suggestionsFor(text, suggestions) : []
  const show = (open: boolean) => {
    setOpen(open)
    setActive(null)
  }
  const take = (suggestion: Suggestion, isLeaving = false) => {
    show(false)
    taken(suggestion, isLeaving)
  }
  const walk = (step: 1 | -1) => {
    if (!isOpen) show(true)
    else if (active === null) setActive(step === 1 ? 0 : null)
    else setActive(active + step < 0 ? null : Math.min(offered.length - 1, active + step))
  }
  const takesKey = (event: KeyboardEvent) => {
    const { key } = event
    const chosen = active === null ? undefined : offered[active]
    if ((key === 'ArrowDown' || key === 'ArrowUp') && !event.altKey) walk(key === 'ArrowDown' ? 1 : -1)
    else if (key === 'Enter' && chosen) take(chosen)
    else if (key === 'Tab' && chosen) {
      take(chosen, true)
      return true
    } else if (key === 'Escape' && offered.length > 0) show(false)
    else return false
    event.preventDefault()
    return true
  }
  return { offered, active, open: () => show(true), close: () => show(false), take, takesKey }
}

function Offers({ id, offers }: { readonly id: string; readonly offers: OpenOffers }) {
  return (
    <div id={`${id}-list`} role="listbox" aria-label="Suggestions" className={choiceStyles.list}>
      {offers.offered.map((suggestion, index) => (
        <div
          key={suggestion.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === offers.active}
          className={choiceStyles.option}
          data-focused={index === offers.active || undefined}
          onMouseDown={(event) => {
            event.preventDefault()
            offers.take(suggestion)
          }}
        >
          <span className={choiceStyles.name}>{suggestion.name}</span>
          {suggestion.note ? <span className={choiceStyles.none}>{suggestion.note}</span> : null}
        </div>
      ))}
    </div>
  )
}

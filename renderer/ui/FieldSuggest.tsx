import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { Popover } from 'react-aria-components'
import type { Result } from '../../shared/result.ts'
import choiceStyles from './Choice.module.css'
import styles from './Field.module.css'
import { FieldFrame } from './FieldFrame.tsx'
import { FieldProblem } from './FieldProblem.tsx'
import type { TextFieldProps } from './FieldText.tsx'
import { goingOn, keepingPlace } from './keepingFocus.ts'
import { type Suggestion, type Suggestions, suggestionsFor } from './suggestionsFor.ts'
import { type LiveDraft, useFieldDraft } from './useFieldDraft.ts'

type FieldSuggestProps = TextFieldProps & {
  readonly suggestions: Suggestions
  /** Finds more that may be meant, elsewhere; offered behind the suggestions. */
  readonly lookUp?: ((text: string) => Promise<readonly Suggestion[]>) | undefined
  /** Takes a suggestion; without it, its name is stored as if it had been typed. */
  readonly choose?: (id: string) => Result<unknown>
  /** Whether the field is there to add to a list: it empties and keeps the keyboard for the next one. */
  readonly isForMore?: boolean
  /** Whether the keyboard leaves the field with what is taken, in place of going on. */
  readonly leavesWithOffer?: boolean
  readonly storesOnPause?: boolean
  readonly look?: 'plain' | 'large' | 'inherited'
}

/**
 * A line of text that offers what is known already. It is stored on leaving, so that half a name makes nothing new.
 * With what is taken from the offers the keyboard goes on to the next field.
 */
export function FieldSuggest(props: FieldSuggestProps) {
  const { value, commit, suggestions, choose, isForMore, placeholder, look = 'plain', ...others } = props
  const { lookUp, leavesWithOffer, storesOnPause, ...frame } = others
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
        data-look={look}
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
  props: FieldSuggestProps,
  input: RefObject<HTMLInputElement | null>,
): SuggestedText {
  const { value, commit, choose, isForMore = false, leavesWithOffer = false, storesOnPause = false } = props
  const live = useFieldDraft({
    value,
    commit,
    storesOnPause,
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
    if (leavesWithOffer && !isLeaving) {
      take()
      input.current.blur()
    } else if (isForMore || isLeaving) keepingPlace(input.current, take)
    else goingOn(input.current, take)
  }
  const offers = useOffers(props, taken)
  return {
    ...live,
    offers,
    control: {
      ...control,
      onChange: (event) => {
        control.onChange(event)
        offers.open(event.target.value)
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
  /** Offers what a typed text may mean. */
  readonly open: (text: string) => void
  readonly close: () => void
  readonly take: (suggestion: Suggestion) => void
  /** Whether a key belongs to the list. */
  readonly takesKey: (event: KeyboardEvent) => boolean
}

/** The list under the field: typing opens it, the arrow keys walk it, Enter and Tab take from it, Escape closes it. */
function useOffers(
  { suggestions, lookUp }: Pick<FieldSuggestProps, 'suggestions' | 'lookUp'>,
  taken: (suggestion: Suggestion, isLeaving: boolean) => void,
): OpenOffers {
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState<number | null>(null)
  const [typed, setTyped] = useState('')
  const found = useFound(isOpen ? typed : '', lookUp)
  const own = isOpen
    ? suggestionsFor(typed, typeof suggestions === 'function' ? suggestions() : suggestions)
    : []
  const offered = isOpen ? [...own, ...found.filter((one) => !own.some((other) => isSame(one, other)))] : []
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
  const open = (text: string) => {
    setTyped(text)
    show(true)
  }
  const close = () => {
    setTyped('')
    show(false)
  }
  return { offered, active, open, close, take, takesKey }
}

const nothing: readonly Suggestion[] = []

/** What is found elsewhere for a text; nothing until the answer is there. */
function useFound(text: string, lookUp: FieldSuggestProps['lookUp']): readonly Suggestion[] {
  const [found, setFound] = useState({ text: '', suggestions: nothing })
  const find = useRef(lookUp)
  find.current = lookUp
  useEffect(() => {
    if (text.trim() === '' || !find.current) return
    let isOver = false
    void find.current(text).then((suggestions) => {
      if (!isOver) setFound({ text, suggestions })
    })
    return () => {
      isOver = true
    }
  }, [text])
  return text.trim() !== '' && found.text === text ? found.suggestions : nothing
}

function isSame(a: Suggestion, b: Suggestion): boolean {
  return a.name === b.name && (a.note ?? '') === (b.note ?? '')
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
          {suggestion.from ? <span className={choiceStyles.from}>{suggestion.from}</span> : null}
        </div>
      ))}
    </div>
  )
}

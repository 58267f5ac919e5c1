import { Search, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useId, useMemo, useRef, useState } from 'react'
import { type Completion, completionsAt } from '../../shared/filter/filterWords.ts'
import { readFilter } from '../../shared/filter/readFilter.ts'
import { keyText } from '../commands/keymap.ts'
import { BarChips } from '../numbers/BarChips.tsx'
import { Button } from '../ui/Button.tsx'
import choiceStyles from '../ui/Choice.module.css'
import styles from './CueTable.module.css'
import { FilterTeaching } from './FilterTeaching.tsx'
import { SavedFilters } from './SavedFilters.tsx'
import { TableMenu } from './TableMenu.tsx'

type CueFilterProps = {
  readonly text: string
  readonly shown: number
  readonly total: number
  readonly selected: number
  readonly onChange: (text: string) => void
  /** Goes on to the rows. */
  readonly onLeave: () => void
}

/** Above the table: what the cues shown must be, and how many are. */
export function CueFilter(props: CueFilterProps) {
  const { text, shown, total, selected, onChange } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [hasFocus, setFocus] = useState(false)
  const [isShut, setShut] = useState(false)
  const read = useMemo(() => readFilter(text), [text])
  const offers = useFilterOffers(props, input, { isOpen: hasFocus && !isShut, shut: () => setShut(true) })
  return (
    <search className={styles.filter} aria-label="Filter cues">
      <Search size={13} aria-hidden />
      <input
        ref={input}
        type="text"
        role="combobox"
        data-filter="cues"
        value={text}
        placeholder="Filter cues"
        aria-label="Filter cues"
        aria-keyshortcuts="Control+F Meta+F"
        aria-invalid={!read.ok}
        aria-expanded={offers.list.length > 0}
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-about`}
        aria-activedescendant={offers.active === null ? undefined : `${id}-${offers.active}`}
        title={`Words, or questions such as needle drops over 30 s not cleared (${keyText('$mod+f')})`}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
        onChange={(event) => {
          setShut(false)
          offers.setActive(null)
          onChange(event.target.value)
        }}
        onKeyDown={offers.keyed}
      />
      {hasFocus && !isShut ? (
        <div popover="manual" ref={showAbove} className={`${choiceStyles.popover} ${styles.filterHelp}`}>
          <FilterTeaching
            id={id}
            text={text}
            read={read}
            offers={offers.list}
            active={offers.active}
            onTake={offers.take}
            onFix={onChange}
          />
        </div>
      ) : null}
      {text === '' ? null : (
        <Button
          kind="quiet"
          label="Clear the filter"
          icon={<X size={13} />}
          keys="Escape"
          onPress={() => {
            onChange('')
            input.current?.focus()
          }}
        />
      )}
      <BarChips />
      <SavedFilters />
      <TableMenu />
      <span className={styles.counts} role="status">
        {shown === total ? countText(total) : `${shown.toLocaleString()} of ${countText(total)}`}
        {selected > 1 ? ` · ${selected.toLocaleString()} selected` : ''}
      </span>
    </search>
  )
}

/** Shows what is said about the filter above everything, beside the filter. */
function showAbove(help: HTMLElement | null): void {
  help?.showPopover()
}

/** The list of what can be typed next: arrows walk it, Tab and Enter take from it. */
function useFilterOffers(
  { text, onChange, onLeave }: CueFilterProps,
  input: RefObject<HTMLInputElement | null>,
  list: { readonly isOpen: boolean; readonly shut: () => void },
) {
  const [active, setActive] = useState<number | null>(null)
  const caret = input.current?.selectionStart ?? text.length
  const found = list.isOpen ? completionsAt(text, Math.min(caret, text.length)) : { from: 0, offers: [] }
  const take = ({ text: taken }: Completion) => {
    const to = input.current?.selectionStart ?? text.length
    const ends = /[:>]$/.test(taken) ? '' : ' '
    const next = text.slice(0, found.from) + taken + ends
    onChange(next + text.slice(to))
    setActive(null)
    requestAnimationFrame(() => input.current?.setSelectionRange(next.length, next.length))
  }
  const keyed = (event: KeyboardEvent) => {
    const { key } = event
    const last = found.offers.length - 1
    const chosen = found.offers[active ?? (key === 'Tab' && !event.shiftKey ? 0 : -1)]
    if ((key === 'Enter' || key === 'Tab') && chosen && list.isOpen) take(chosen)
    else if (key === 'ArrowDown' && last >= 0) setActive(Math.min(last, (active ?? -1) + 1))
    else if (key === 'ArrowUp' && active !== null) setActive(active === 0 ? null : active - 1)
    else if (key === 'Escape' && list.isOpen && active !== null) setActive(null)
    else if (key === 'Escape' && text !== '') onChange('')
    else if (key === 'Escape' || key === 'ArrowDown' || key === 'Enter') {
      list.shut()
      onLeave()
    } else return
    event.preventDefault()
  }
  return { list: found.offers, active, setActive, take, keyed }
}

function countText(count: number): string {
  return `${count.toLocaleString()} cue${count === 1 ? '' : 's'}`
}

import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { keyText } from '../commands/keymap.ts'
import { BarChips } from '../numbers/BarChips.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './CueTable.module.css'

type CueFilterProps = {
  readonly text: string
  readonly shown: number
  readonly total: number
  readonly selected: number
  readonly onChange: (text: string) => void
  /** Goes on to the rows. */
  readonly onLeave: () => void
}

/** Above the table: the words that the cues shown must hold, and how many do. */
export function CueFilter({ text, shown, total, selected, onChange, onLeave }: CueFilterProps) {
  const input = useRef<HTMLInputElement>(null)
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== '') onChange('')
    else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') onLeave()
    else return
    event.preventDefault()
  }
  return (
    <search className={styles.filter} aria-label="Filter cues">
      <Search size={13} aria-hidden />
      <input
        ref={input}
        type="text"
        data-filter="cues"
        value={text}
        placeholder="Filter cues"
        aria-label="Filter cues"
        aria-keyshortcuts="Control+F Meta+F"
        title={`Words of the title, number, artist, type or licence state (${keyText('$mod+f')})`}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={keyed}
      />
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
      <span className={styles.counts} role="status">
        {shown === total ? countText(total) : `${shown.toLocaleString()} of ${countText(total)}`}
        {selected > 1 ? ` · ${selected.toLocaleString()} selected` : ''}
      </span>
    </search>
  )
}

function countText(count: number): string {
  return `${count.toLocaleString()} cue${count === 1 ? '' : 's'}`
}

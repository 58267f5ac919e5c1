import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
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
  useFindKey(input)
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
        value={text}
        placeholder="Filter cues"
        aria-label="Filter cues"
        aria-keyshortcuts="Control+F Meta+F"
        title="Words of the title, number, artist, type, licence state … (Ctrl+F)"
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
          onPress={() => onChange('')}
        />
      )}
      <span className={styles.counts} role="status">
        {shown === total ? countText(total) : `${shown.toLocaleString()} of ${countText(total)}`}
        {selected > 1 ? ` · ${selected.toLocaleString()} selected` : ''}
      </span>
    </search>
  )
}

function countText(count: number): string {
  return `${count.toLocaleString()} ${count === 1 ? 'cue' : 'cues'}`
}

/** Ctrl+F, on a Mac Cmd+F, comes to the filter from wherever no dialog is open. */
function useFindKey(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      const isFind =
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey &&
        event.key.toLowerCase() === 'f'
      if (!isFind || event.defaultPrevented || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [input])
}

import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useSession } from '../store/session.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import styles from './CommandPalette.module.css'
import { MatchedText } from './MatchedText.tsx'
import { type PaletteEntry, paletteEntries } from './paletteEntries.ts'

/** Finds commands, cues and timecodes by typing a few letters, and runs or shows what is chosen. */
export function CommandPalette() {
  const session = useSession()
  const list = useId()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const entries = useMemo(() => paletteEntries(session, query), [session, query])
  const active = Math.min(chosen, entries.length - 1)
  const run = (entry: PaletteEntry | undefined) => {
    if (!entry?.isAvailable) return
    flushSync(() => session.moment.patch({ dialog: 'none' }))
    requestAnimationFrame(() => entry.run(session))
  }
  const pressed = (event: KeyboardEvent) => {
    const next = event.key === 'Enter' ? active : entryAfterKey(event.key, active, entries.length)
    if (next === null || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (event.key === 'Enter') run(entries[next])
    else setChosen(next)
  }
  return (
    <Dialog title="Find a command" size="small" isTitleHidden>
      <div className={styles.search}>
        <Search size={16} aria-hidden />
        <input
          className={styles.input}
          autoFocus
          role="combobox"
          aria-label="Command, cue or timecode"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={list}
          aria-activedescendant={entries.length > 0 ? optionId(list, active) : undefined}
          placeholder="Command, cue number or title, timecode"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setChosen(0)
          }}
          onKeyDown={pressed}
        />
      </div>
      {entries.length === 0 ? <p className={styles.none}>Nothing fits “{query.trim()}”.</p> : null}
      <PaletteList id={list} entries={entries} active={active} onPoint={setChosen} onRun={run} />
    </Dialog>
  )
}

type PaletteListProps = {
  readonly id: string
  readonly entries: readonly PaletteEntry[]
  readonly active: number
  readonly onPoint: (index: number) => void
  readonly onRun: (entry: PaletteEntry) => void
}

function PaletteList({ id, entries, active, onPoint, onRun }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts at its first entry
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active, entries])
  return (
    <div ref={list} id={id} className={styles.list} role="listbox" aria-label="Fitting commands">
      {entries.map((entry, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above keeps the focus and takes the keys
        <div
          key={entry.id}
          id={optionId(id, index)}
          className={styles.entry}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          aria-disabled={!entry.isAvailable}
          onPointerMove={() => onPoint(index)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onRun(entry)}
        >
          <span className={styles.label}>
            <MatchedText text={entry.label} positions={entry.positions} />
          </span>
          <span className={styles.group}>{entry.isAvailable ? entry.group : `${entry.group} · not now`}</span>
          <span className={styles.keys}>{entry.keys ? <KeyHint keys={entry.keys} /> : null}</span>
        </div>
      ))}
    </div>
  )
}

function optionId(list: string, index: number): string {
  return `${list}-${index}`
}

const pageEntries = 10

/** The entry that a key moves to, null for a key that moves nowhere; the arrows go round. */
function entryAfterKey(key: string, from: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (from + 1) % count
  if (key === 'ArrowUp') return (from - 1 + count) % count
  if (key === 'PageDown') return Math.min(count - 1, from + pageEntries)
  if (key === 'PageUp') return Math.max(0, from - pageEntries)
  return null
}

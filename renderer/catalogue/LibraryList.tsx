import { useEffect, useRef } from 'react'
import { useListFocus } from '../history/useListFocus.ts'
import styles from './LibraryDialog.module.css'
import type { LibraryTab } from './LibraryDialog.tsx'
import type { Library } from './libraryRows.ts'

type LibraryListProps = {
  readonly tab: Exclude<LibraryTab, 'catalogue'>
  readonly library: Library
  readonly text: string
  readonly search: (text: string) => void
  readonly picked: string | null
  readonly pick: (id: string) => void
  /** Whether the keyboard begins in the search. */
  readonly takesFocus: boolean
}

type Line = { readonly id: string; readonly name: string; readonly note: string; readonly uses: string }

const nouns = { works: 'work', recordings: 'recording', parties: 'holder', duplicates: 'likely duplicate' }
const tableNouns = { works: 'works', recordings: 'recordings', parties: 'holders' }

/** One list of the library with its search. The arrows walk it and show the card of each. */
export function LibraryList({ tab, library, text, search, picked, pick, takesFocus }: LibraryListProps) {
  const lines: readonly Line[] =
    tab === 'duplicates'
      ? library.duplicates.map(({ ids, name, table, reason }) => ({
          id: ids.join(' '),
          name,
          note: `${ids.length} ${tableNouns[table]}`,
          uses: reason,
        }))
      : library.rows(tab, text).map(({ id, name, note, uses, isIdle }) => ({
          ...{ id, name, note },
          uses: isIdle ? 'unused' : uses === 1 ? '1 cue' : `${uses} cues`,
        }))
  const active = Math.max(
    0,
    lines.findIndex(({ id }) => id === picked),
  )
  const { scroller, shown, height, focus, reveal } = useListFocus(lines.length, active)
  const first = useRef(true)
  useEffect(() => {
    if (first.current && picked !== null) reveal(active)
    first.current = false
  }, [active, picked, reveal])
  const go = (to: number) => {
    const line = lines[Math.min(lines.length - 1, Math.max(0, to))]
    if (!line) return
    pick(line.id)
    focus(lines.indexOf(line))
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(picked === null ? 0 : active + 1),
    ArrowUp: () => go(active - 1),
    Home: () => go(0),
    End: () => go(lines.length - 1),
    PageDown: () => go(active + 12),
    PageUp: () => go(active - 12),
  }
  return (
    <div className={styles.list}>
      <input
        className={styles.search}
        type="search"
        aria-label={`Search ${nouns[tab]}s`}
        placeholder={`Search ${lines.length.toLocaleString()} ${nouns[tab]}${lines.length === 1 ? '' : 's'}`}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: the dialog opens to be searched
        autoFocus={takesFocus}
        disabled={tab === 'duplicates'}
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          go(picked === null ? 0 : active)
        }}
      />
      <div
        ref={scroller}
        className={styles.scroller}
        role="listbox"
        aria-label={`All ${nouns[tab]}s`}
        tabIndex={-1}
        onKeyDown={(event) => {
          const act = keys[event.key]
          if (!act) return
          event.preventDefault()
          act()
        }}
      >
        <div style={{ height }} role="presentation">
          {shown.map(({ index, top }) => {
            const line = lines[index]
            return line ? (
              <div
                key={line.id}
                role="option"
                aria-selected={line.id === picked}
                aria-posinset={index + 1}
                aria-setsize={lines.length}
                data-index={index}
                tabIndex={index === active ? 0 : -1}
                className={styles.row}
                style={{ top }}
                onClick={() => go(index)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' || event.key === ' ') go(index)
                }}
              >
                <span>
                  {line.name}
                  <span className={styles.note}>{line.note}</span>
                </span>
                <span className={styles.uses}>{line.uses}</span>
              </div>
            ) : null
          })}
        </div>
      </div>
    </div>
  )
}

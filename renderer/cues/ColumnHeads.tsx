import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import styles from './CueTable.module.css'
import type { ShownColumn } from './columns.ts'
import { useLayout } from './useLayout.ts'

type ColumnHeadsProps = { readonly columns: readonly ShownColumn[] }

const aboutKeys =
  'Enter sorts, Shift+Enter sorts further, Alt+← and → move it, Alt+Shift+← and → size it, Delete hides it'

/** The heads of the columns: each sorts, and is moved, sized and hidden by keys or the mouse. */
export function ColumnHeads({ columns }: ColumnHeadsProps) {
  const session = useSession()
  const sort = useStore(session.settings, ({ cueTable }) => cueTable.sort)
  const [stop, setStop] = useState(0)
  const row = useRef<HTMLDivElement>(null)
  const layout = useLayout()
  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(columns.length - 1, index))
    setStop(next)
    row.current?.querySelectorAll<HTMLElement>('[role="columnheader"]')[next]?.focus()
  }
  const keyed = (event: KeyboardEvent, index: number, id: string) => {
    const { key, altKey, shiftKey } = event
    const step = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
    event.stopPropagation()
    if (key === 'Enter' || key === ' ') layout.sortBy(id, shiftKey)
    else if (step !== 0 && altKey && shiftKey) layout.resize(id, step * 0.5)
    else if (step !== 0 && altKey) {
      layout.move(id, step)
      requestAnimationFrame(() => goTo(index + step))
    } else if (step !== 0) goTo(index + step)
    else if (key === 'Home' || key === 'End') goTo(key === 'Home' ? 0 : columns.length - 1)
    else if (key === 'Delete') layout.hide(id)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the rows, so the head
    // biome-ignore lint/a11y/useFocusableInteractive: its heads take the focus
    <div ref={row} role="row" className={styles.head} aria-rowindex={1}>
      {columns.map(({ id, head, name }, index) => {
        const place = sort.findIndex((key) => key.id === id)
        const isDown = sort[place]?.isDown ?? false
        return (
          // biome-ignore lint/a11y/useSemanticElements: as the rows, so the head
          <div
            key={id}
            role="columnheader"
            tabIndex={index === Math.min(stop, columns.length - 1) ? 0 : -1}
            title={`${name}\n${aboutKeys}`}
            aria-label={name}
            aria-sort={place === 0 ? (isDown ? 'descending' : 'ascending') : undefined}
            onFocus={() => setStop(index)}
            onKeyDown={(event) => keyed(event, index, id)}
            onClick={(event) => layout.sortBy(id, event.shiftKey)}
          >
            <span className={styles.text}>{head}</span>
            {place < 0 ? null : (
              <span className={styles.sort} aria-hidden>
                {isDown ? '▼' : '▲'}
                {sort.length > 1 ? place + 1 : ''}
              </span>
            )}
            <WidthHandle id={id} />
          </div>
        )
      })}
    </div>
  )
}

/** Dragged by the mouse, sets the width of its column; pressed twice, gives back the usual one. */
function WidthHandle({ id }: { readonly id: string }) {
  const layout = useLayout()
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const dragged = (event: PointerEvent<HTMLSpanElement>) => {
    if (!drag.current) return
    layout.preview(id, (drag.current.width + event.clientX - drag.current.x) / rem())
  }
  return (
    <span
      className={styles.handle}
      aria-hidden
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={() => layout.resize(id, null)}
      onPointerDown={(event) => {
        event.stopPropagation()
        const width = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0
        drag.current = { x: event.clientX, width }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={dragged}
      onPointerUp={() => {
        if (drag.current) layout.keep()
        drag.current = null
      }}
    />
  )
}

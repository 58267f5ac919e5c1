import type { KeyboardEvent, PointerEvent } from 'react'
import { request } from '../ipc.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import styles from './PaneDivider.module.css'

type PaneDividerProps = {
  readonly name: 'picture' | 'timeline'
  readonly orientation: 'horizontal' | 'vertical'
}

const least = 0.25
const most = 0.75

/** A line between two panes that can be dragged, or moved with the arrow keys; where it stands is remembered. */
export function PaneDivider({ name, orientation }: PaneDividerProps) {
  const session = useSession()
  const part = useStore(session.settings, (settings) => settings.panes[name])
  const place = (next: number) => {
    const { panes } = session.settings.value
    session.settings.patch({ panes: { ...panes, [name]: Math.min(most, Math.max(least, next)) } })
  }
  const keep = () => void request('settings:set', { panes: session.settings.value.panes })
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const around = event.currentTarget.parentElement?.getBoundingClientRect()
    if (!around) return
    place(
      orientation === 'vertical'
        ? (event.clientX - around.left) / around.width
        : 1 - (event.clientY - around.top) / around.height,
    )
  }
  const press = (event: KeyboardEvent) => {
    const direction = { ArrowLeft: -1, ArrowUp: 1, ArrowRight: 1, ArrowDown: -1 }[event.key]
    if (!direction) return
    event.preventDefault()
    place(part + direction * 0.02)
    keep()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a movable separator has no element of its own
    <div
      className={`${styles.divider} ${styles[orientation]}`}
      role="separator"
      tabIndex={0}
      aria-label={name === 'picture' ? 'Width of the picture' : 'Height of the timeline and lists'}
      aria-orientation={orientation}
      aria-valuenow={Math.round(part * 100)}
      aria-valuemin={least * 100}
      aria-valuemax={most * 100}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onPointerUp={keep}
      onKeyDown={press}
    />
  )
}

import { TriangleAlert } from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, useLayoutEffect, useMemo, useRef } from 'react'
import type { DescribedVersion, ListedVersion } from '../../shared/ipc/versions.ts'
import { rowAfterKey } from '../cues/rowAfterKey.ts'
import { useVirtualRows } from '../cues/useVirtualRows.ts'
import { useDescriptions } from './useVersions.ts'
import styles from './Versions.module.css'
import { changeWords, dayWords, timeWords } from './versionWords.ts'

type VersionRowsProps = {
  readonly versions: readonly ListedVersion[]
  readonly chosen: ListedVersion
  readonly onChoose: (key: string) => void
}

/** Height of a row in rem. */
const rowHeight = 3.5

/** The versions, the newest first; only rows in view are in the page. The arrows choose. */
export function VersionRows({ versions, chosen, onChoose }: VersionRowsProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const place = versions.indexOf(chosen)
  const kept = useRef(place)
  kept.current = place
  const rows = useVirtualRows({ scroller, count: versions.length, rem: rowHeight, kept })
  const shown = rows.shown.flatMap(({ index, top }) => {
    const version = versions[index]
    return version ? [{ version, top, index }] : []
  })
  const shownKeys = shown.map(({ version }) => `${version.key} ${version.before}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same rows need not be described again
  const described = useDescriptions(useMemo(() => shown.map(({ version }) => version), [shownKeys]))
  const movesFocus = useRef(true)
  useLayoutEffect(() => {
    if (!movesFocus.current) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${place}"]`)
    if (!row) return
    movesFocus.current = false
    row.focus({ preventScroll: true })
  })
  const pressed = (event: KeyboardEvent) => {
    const row = rowAfterKey(event.key, place, versions.length, rows.pageRows())
    const next = row === null ? undefined : versions[row]
    if (row === null || !next) return
    event.preventDefault()
    rows.reveal(row)
    movesFocus.current = true
    onChoose(next.key)
  }
  return (
    <div className={styles.list} ref={scroller}>
      <div
        role="listbox"
        aria-label="Versions"
        tabIndex={-1}
        className={styles.rows}
        style={{ height: rows.height }}
        onKeyDown={pressed}
      >
        {shown.map(({ version, top, index }) => (
          <VersionRow
            key={version.key}
            version={version}
            described={described.get(version.key)}
            isChosen={version === chosen}
            index={index}
            count={versions.length}
            top={top}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  )
}

type VersionRowProps = {
  readonly version: ListedVersion
  readonly described: DescribedVersion | undefined
  readonly isChosen: boolean
  readonly index: number
  readonly count: number
  readonly top: number
  readonly onChoose: (key: string) => void
}

function VersionRow({ version, described, isChosen, index, count, top, onChoose }: VersionRowProps) {
  const { key, at, kind, isGood } = version
  const date = new Date(at)
  const words = changeWords(version, described)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
    <div
      role="option"
      className={styles.version}
      style={{ '--top': `${top}px` } as CSSProperties}
      aria-selected={isChosen}
      aria-posinset={index + 1}
      aria-setsize={count}
      tabIndex={isChosen ? 0 : -1}
      data-index={index}
      data-damaged={!isGood || undefined}
      onClick={() => onChoose(key)}
    >
      <span className={styles.when}>
        {isGood ? null : <TriangleAlert size={13} aria-hidden />}
        <strong>{timeWords(date)}</strong>
        <span className={styles.day}>{dayWords(date, new Date())}</span>
        {kind === 'opened' ? <span className={styles.kind}>as it was opened</span> : null}
      </span>
      <span className={styles.changes} title={words ?? undefined}>
        {words ?? '…'}
      </span>
    </div>
  )
}

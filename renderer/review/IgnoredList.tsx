// biome-ignore-all lint/a11y/useSemanticElements: the rows of a table take no keyboard focus, those of a grid do
// biome-ignore-all lint/a11y/useFocusableInteractive: the whole row takes the focus, its cells do not
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { stopIgnoring } from '../../shared/edits/ignoreEdits.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Ignored, IgnoredFinding } from '../../shared/model/ignored.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import styles from './IgnoredList.module.css'
import { ruleOf } from './ruleWords.ts'
import { SeveritySign } from './SeveritySign.tsx'

type IgnoredListProps = {
  readonly ignored: readonly IgnoredFinding[]
  readonly document: ProductionDocument
}

type Entry = { readonly record: Ignored; readonly finding: Finding | null }

/** Findings that somebody let stand, each with the reason; Delete or Enter has one reported again. */
export function IgnoredList({ ignored, document }: IgnoredListProps) {
  const session = useSession()
  const grid = useRef<HTMLDivElement>(null)
  const moves = useRef(false)
  const [current, setCurrent] = useState(0)
  const entries = entriesOf(ignored, document)
  const stop = Math.max(0, Math.min(current, entries.length - 1))
  useLayoutEffect(() => {
    if (!moves.current) return
    moves.current = false
    grid.current?.querySelector<HTMLElement>(`[data-index="${stop}"]`)?.focus()
  })
  if (entries.length === 0)
    return (
      <p className={styles.nothing}>
        No finding is ignored. What may stand is put aside here, with its reason.
      </p>
    )
  const takeBack = (entry: Entry | undefined) => {
    if (!entry || !session.apply(stopIgnoring([entry.record.id]))) return
    moves.current = true
    session.say(`${entry.record.rule} is reported again.`)
  }
  const pressed = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.closest('button')) return
    const { key } = event
    if (key === 'Delete' || key === 'Backspace' || key === 'Enter') takeBack(entries[stop])
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      moves.current = true
      setCurrent(Math.max(0, Math.min(entries.length - 1, stop + (key === 'ArrowDown' ? 1 : -1))))
    } else return
    event.preventDefault()
  }
  return (
    <div
      ref={grid}
      className={styles.list}
      role="grid"
      aria-label="Ignored findings"
      aria-rowcount={entries.length}
      data-list="review"
      onKeyDown={pressed}
    >
      {entries.map((entry, index) => (
        <div
          key={entry.record.id}
          role="row"
          className={styles.row}
          data-index={index}
          tabIndex={index === stop ? 0 : -1}
          onFocus={() => setCurrent(index)}
        >
          <span role="gridcell" className={styles.rule}>
            {entry.finding ? <SeveritySign severity={entry.finding.severity} /> : null}
            {entry.record.rule}
          </span>
          <span role="gridcell" className={styles.message} title={wordsOf(entry)}>
            {wordsOf(entry)}
          </span>
          <span role="gridcell" className={styles.reason} title={entry.record.reason}>
            “{entry.record.reason}”
          </span>
          <span role="gridcell" className={styles.day}>
            {entry.record.day}
          </span>
          <span role="gridcell">
            <Button label="Report again" onPress={() => takeBack(entry)} />
          </span>
        </div>
      ))}
    </div>
  )
}

/** What is found and ignored, then what was ignored and is not found any more. */
function entriesOf(ignored: readonly IgnoredFinding[], document: ProductionDocument): readonly Entry[] {
  const isKept = (id: string) => Object.hasOwn(document.ignored, id)
  const found = ignored
    .filter((each) => isKept(each.ignored.id))
    .map((each): Entry => ({ record: each.ignored, finding: each.finding }))
  const known = new Set<string>(found.map(({ record }) => record.id))
  const gone = recordsOf(document, 'ignored')
    .filter(({ id }) => !known.has(id))
    .map((record): Entry => ({ record, finding: null }))
  return [...found, ...gone]
}

function wordsOf({ record, finding }: Entry): string {
  return (
    finding?.message ?? `${ruleOf(record.rule)?.fault ?? 'A rule of another version.'} Not found at present.`
  )
}

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Popover } from 'react-aria-components'
import type { Problem, Result } from '../../shared/result.ts'
import choiceStyles from '../ui/Choice.module.css'
import { suggestionsFor } from '../ui/suggestionsFor.ts'
import styles from './CueTable.module.css'
import type { CellOffers } from './cellOffers.ts'
import { OfferList } from './OfferList.tsx'

/** Where the keyboard goes after a text was taken. */
export type AfterCell = 'leaves' | 'stays' | 'down' | 'up' | 'right' | 'left'

type CellEditorProps = {
  readonly label: string
  readonly text: string
  /** What was typed in place of the text; null to begin with the text itself. */
  readonly typed: string | null
  readonly offers: CellOffers
  readonly commit: (text: string, scope: 'cell' | 'selection') => Result<null>
  readonly onDone: (after: AfterCell) => void
  readonly onRefused: (problem: Problem) => void
}

/**
 * A cell that is typed into. Enter and Tab store and go on, Shift goes back, Ctrl+Enter stores in all selected rows, Escape leaves
 * it as it was. What is refused stays in the cell, with why, and changes nothing.
 */
export function CellEditor(props: CellEditorProps) {
  const { label, offers } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { text, change, problem, shown, active, keyed, left, take } = useCellText(props)
  const { typed } = props
  useEffect(() => {
    input.current?.focus({ preventScroll: true })
    if (typed === null) input.current?.select()
  }, [typed])
  return (
    <>
      <input
        ref={input}
        className={styles.editor}
        type="text"
        {...(offers.all.length > 0 ? { role: 'combobox', 'aria-expanded': shown.length > 0 } : {})}
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem ? `${id}-problem` : undefined}
        aria-controls={shown.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={active === null ? undefined : `${id}-${active}`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={keyed}
        onBlur={left}
      />
      <Popover
        className={choiceStyles.popover ?? ''}
        triggerRef={input}
        isNonModal
        isOpen={problem !== null || shown.length > 0}
        onOpenChange={() => {}}
        offset={2}
        placement="bottom start"
      >
        {problem ? (
          <p className={styles.cellProblem} id={`${id}-problem`} role="alert">
            <strong>{problem.message}</strong> {problem.remedy}
          </p>
        ) : (
          <OfferList
            id={id}
            label="Choices"
            offers={shown.map((offer) => ({
              key: offer.id,
              name: <span className={choiceStyles.name}>{offer.name}</span>,
              note: offer.note,
            }))}
            active={active}
            onTake={(index) => take(shown[index]?.name ?? '')}
          />
        )}
      </Popover>
    </>
  )
}

const afterKey: Readonly<Record<string, AfterCell>> = {
  Enter: 'down',
  'Shift+Enter': 'up',
  Tab: 'right',
  'Shift+Tab': 'left',
}

function useCellText({ text: stored, typed, offers, commit, onDone, onRefused }: CellEditorProps) {
  const [text, setText] = useState(typed ?? stored)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isOpen, setOpen] = useState(offers.all.length > 0 && (offers.isClosed || typed !== null))
  const [walked, setWalked] = useState<number | null>(null)
  const isDone = useRef(false)
  const isAsStored = text === stored
  const exact = isAsStored ? undefined : offers.meant?.(text)
  const fitting = isOpen ? suggestionsFor(isAsStored ? '' : text, offers.all) : []
  const shown =
    exact && isOpen
      ? [...offers.all.filter(({ id }) => id === exact), ...fitting.filter(({ id }) => id !== exact)]
      : fitting
  const present = shown.findIndex(({ name }) => name === stored)
  const first = offers.isClosed && shown.length > 0 ? (isAsStored && present >= 0 ? present : 0) : null
  const active = walked ?? first
  const store = (value: string, scope: 'cell' | 'selection', after: AfterCell) => {
    if (isDone.current) return
    const made = commit(value, scope)
    if (made.ok) {
      isDone.current = true
      onDone(after)
    } else if (after !== 'leaves') setProblem(made.problem)
    else onRefused(made.problem)
  }
  const said = () =>
    active === null || (isAsStored && walked === null) ? text : (shown[active]?.name ?? text)
  const keyed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    const isMod = event.ctrlKey || event.metaKey
    if (key === 'Escape') {
      isDone.current = true
      onDone('stays')
    } else if (key === 'Enter' && isMod) store(said(), 'selection', 'down')
    else if (key in afterKey)
      store(said(), 'cell', afterKey[`${event.shiftKey ? 'Shift+' : ''}${key}`] ?? 'down')
    else if ((key === 'ArrowDown' || key === 'ArrowUp') && offers.all.length > 0) {
      if (!isOpen) setOpen(true)
      else setWalked(Math.max(0, Math.min(shown.length - 1, (active ?? -1) + (key === 'ArrowDown' ? 1 : -1))))
    } else {
      if (isMod && !/^([acvxyz]|arrow.*|backspace|delete|control|meta|shift)$/i.test(key))
        store(said(), 'cell', 'stays')
      return
    }
    event.preventDefault()
  }
  return {
    text,
    problem,
    shown,
    active,
    keyed,
    change: (value: string) => {
      setText(value)
      setProblem(null)
      setWalked(null)
      setOpen(offers.all.length > 0)
    },
    take: (name: string) => store(name, 'cell', 'down'),
    left: () => {
      if (isDone.current) return
      if (isAsStored) {
        isDone.current = true
        onDone('leaves')
      } else store(said(), 'cell', 'leaves')
    },
  }
}

import { type KeyboardEvent, type MouseEvent, memo, useRef, useState } from 'react'
import type { Blocker } from '../../shared/licensing/blockers.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { sideTitles } from '../licensing/SideRow.tsx'
import { StateSign } from '../licensing/StateSign.tsx'
import { sideStateName } from '../licensing/sideStates.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import styles from './BlockerList.module.css'
import { moneyText } from './moneyText.ts'
import { playUse, showUse } from './playUse.ts'
import type { Rights } from './rights.ts'

/** Entries that are drawn at first, and that come with each press of the button for more. */
const page = 20

/** What blocks delivery, the dearest to solve late first. Arrows walk and show the picture, Enter or a click plays. */
export function BlockerList({ rights }: { readonly rights: Rights }) {
  const session = useSession()
  const selection = useStore(session.moment, (moment) => moment.selection)
  const [most, setMost] = useState(page)
  const list = useRef<HTMLUListElement>(null)
  const { blockers } = rights
  const chosen = blockers.findIndex(({ cue }) => selection.includes(cue))
  const at = Math.max(0, Math.min(chosen, most - 1))
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -blockers.length, End: blockers.length }[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const to = Math.max(0, Math.min(Math.min(most, blockers.length) - 1, at + step))
    const next = blockers[to]
    if (!next) return
    session.moment.patch({ negotiation: null })
    showUse(session, next.cue)
    list.current?.querySelectorAll<HTMLElement>('[data-blocker]')[to]?.focus()
  }
  const pressed = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-blocker]') : null
    const cue = blockers.find((blocker) => blocker.cue === row?.dataset.blocker)?.cue
    if (!cue) return
    session.moment.patch({ negotiation: null })
    playUse(session, cue)
  }
  const run = (id: string) => runCommand(session, commandById(id))
  return (
    <section className={styles.blockers} aria-label="What blocks delivery">
      <header className={styles.head}>
        <h2>{headline(rights)}</h2>
        <span className={styles.tools}>
          <Button kind="quiet" label="What if…" keys="Alt+Shift+KeyW" onPress={() => run('rights.whatIf')} />
          <Button kind="quiet" label="Request…" keys="Alt+KeyQ" onPress={() => run('rights.letter')} />
          <Button kind="quiet" label="Export list…" onPress={() => run('rights.exportBlockers')} />
        </span>
      </header>
      {blockers.length === 0 ? (
        <p className={styles.nothing} role="status">
          {rights.uses.length === 0
            ? 'No cue is marked yet. What its music needs will stand here.'
            : 'Every licence is signed on every side, and covers all of it.'}
        </p>
      ) : (
        <ul
          className={styles.list}
          ref={list}
          data-room-start
          onKeyDown={walk}
          onClick={pressed}
          data-scrolls
        >
          {blockers.slice(0, most).map((blocker, index) => (
            <BlockerRow
              key={blocker.cue}
              blocker={blocker}
              isReachable={index === at}
              isSelected={selection.includes(blocker.cue)}
            />
          ))}
          {blockers.length > most ? (
            <li className={styles.more}>
              <Button
                label={`Show ${Math.min(page, blockers.length - most)} more`}
                onPress={() => setMost(most + page)}
              />
            </li>
          ) : null}
        </ul>
      )}
    </section>
  )
}

function headline({ blockers, uses }: Rights): string {
  if (uses.length === 0) return 'What blocks delivery'
  if (blockers.length === 0) return '● Safe to deliver'
  return blockers.length === 1
    ? '1 cue blocks delivery'
    : `${blockers.length.toLocaleString()} cues block delivery`
}

type BlockerRowProps = {
  readonly blocker: Blocker
  readonly isReachable: boolean
  readonly isSelected: boolean
}

const BlockerRow = memo(function BlockerRow({ blocker, isReachable, isSelected }: BlockerRowProps) {
  const { number, title, sides, late, amounts } = blocker
  return (
    <li>
      <button
        type="button"
        className={styles.blocker}
        data-blocker={blocker.cue}
        data-state={blocker.state}
        aria-current={isSelected}
        tabIndex={isReachable ? 0 : -1}
      >
        <span className={styles.number}>{number}</span>
        <span className={styles.title}>{title}</span>
        <span className={styles.sides}>
          {sides.map(({ side, state }) => (
            <span key={side} className={styles.side}>
              <StateSign state={state} />
              {sideTitles[side]} {sideStateName(state).toLowerCase()}
            </span>
          ))}
          {amounts.map(({ currency, minor }) => (
            <span key={currency} className={styles.amount}>
              {moneyText(minor, currency)}
            </span>
          ))}
        </span>
        <span className={styles.reason}>{sides.map(({ reason }) => reason).join(' ')}</span>
        <span className={styles.late}>{late}</span>
      </button>
    </li>
  )
})

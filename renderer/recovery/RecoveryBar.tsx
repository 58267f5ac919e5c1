import { FileClock, X } from 'lucide-react'
import { useState } from 'react'
import type { KeptAside, RecoveryFacts } from '../../shared/ipc/recoveryFacts.ts'
import { type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Bar } from '../ui/Bar.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './RecoveryBar.module.css'
import { bringBackRefused, refuseRecovered } from './recover.ts'
import { dayText, editsText, effectText, namesText, recoveredText } from './recoveryWords.ts'

/** Under the top bar after a crash: what came back, in words, with the choice to refuse it. Nothing waits for an answer. */
export function RecoveryBar() {
  const session = useSession()
  const state = useStore(session.recovery.state)
  if (state.kind === 'none') return null
  return state.kind === 'offered' ? (
    <Offered session={session} facts={state.facts} />
  ) : (
    <Refused session={session} kept={state.kept} />
  )
}

function Offered({ session, facts }: { readonly session: Session; readonly facts: RecoveryFacts }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Bar
      name="Recovered work"
      icon={<FileClock size={15} aria-hidden />}
      text={
        <>
          <strong>{recoveredText(facts)}</strong> {capital(effectText(facts))}.
        </>
      }
      actions={
        <>
          <button
            type="button"
            className={styles.more}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? 'Less' : 'What came back'}
          </button>
          <Button
            label={facts.savedAt === null ? 'Go back to how it began' : 'Go back to the saved file'}
            onPress={() => void refuseRecovered(session)}
          />
          <Button label="Keep it" kind="primary" onPress={() => session.recovery.end()} />
        </>
      }
    >
      {isOpen ? <Details facts={facts} /> : null}
    </Bar>
  )
}

function Details({ facts: { last, count, cues, others } }: { readonly facts: RecoveryFacts }) {
  return (
    <dl className={styles.details}>
      <Names
        title={count > last.length ? `Last of ${editsText(count)}` : 'Edits, the last first'}
        names={last}
      />
      <Names title="Cues added" names={cues.added} />
      <Names title="Cues changed" names={cues.changed} />
      <Names title="Cues removed" names={cues.removed} />
      {others > 0 ? (
        <>
          <dt>Besides</dt>
          <dd>{others} works, holders, reels or other records</dd>
        </>
      ) : null}
      <dt>If you go back</dt>
      <dd>
        all of it, and what you edited since, is one step that Undo takes back. It is also kept for 30 days:
        “Bring back refused work” in the palette.
      </dd>
    </dl>
  )
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <>
      <dt>{title}</dt>
      <dd>{namesText(names)}</dd>
    </>
  )
}

function Refused({ session, kept }: { readonly session: Session; readonly kept: KeptAside }) {
  return (
    <Bar
      name="Refused work"
      icon={<FileClock size={15} aria-hidden />}
      text={
        <>
          <strong>This is the production as it was saved.</strong> {editsText(kept.count)} that came back{' '}
          {kept.count === 1 ? 'is' : 'are'} kept until {dayText(kept.until)}: Undo now, or “Bring back refused
          work” in the palette later.
        </>
      }
      actions={
        <>
          <Button label="Bring it back" onPress={() => void bringBackRefused(session, kept)} />
          <Button
            kind="quiet"
            label="Close this notice of refused work"
            icon={<X size={15} />}
            onPress={() => session.recovery.end()}
          />
        </>
      }
    />
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

import { Command as CommandIcon, FileDown, Save } from 'lucide-react'
import { isOnlyLookedAt } from '../../shared/ipc/guardState.ts'
import { rateName } from '../../shared/time/frameRate.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { ReadinessBadge } from '../review/ReadinessBadge.tsx'
import { type OpenWork, type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import { RoomSwitch } from './RoomSwitch.tsx'
import styles from './TopBar.module.css'

/** Over everything: what is open, whether it is safe, how ready it is, and the way out. */
export function TopBar({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const production = useStore(work.documents.state, ({ document }) => document.production)
  const busy = useStore(session.busy)
  const run = (id: string) => runCommand(session, commandById(id))
  const episode = [production.episodeNumber, production.episodeTitle].filter(Boolean).join(' ')
  return (
    <header className={styles.bar}>
      <Mark size={22} />
      <button
        type="button"
        className={styles.title}
        onClick={() => run('production.details')}
        title="Production details"
      >
        <strong>{production.title || 'Untitled production'}</strong>
        {episode ? <span>{episode}</span> : null}
        <span className={styles.rate}>{rateName(production.rate)} fps</span>
      </button>
      <RoomSwitch />
      <Safety work={work} />
      <span className={styles.busy} role="status">
        {busy ? `${busy}…` : ''}
      </span>
      <PeaksActivity />
      <span className={styles.right}>
        <ReadinessBadge />
        <Button
          kind="quiet"
          label="Save"
          icon={<Save size={16} />}
          keys="$mod+s"
          onPress={() => run('production.save')}
        />
        <Button
          kind="quiet"
          label="Find a command"
          icon={<CommandIcon size={16} />}
          keys="$mod+k"
          onPress={() => run('view.palette')}
        />
        <Button
          kind="primary"
          label="Export cue sheet"
          icon={
            <span className={styles.export}>
              <FileDown size={15} /> Export
            </span>
          }
          keys="$mod+e"
          onPress={() => run('production.export')}
        />
      </span>
    </header>
  )
}

function Safety({ work }: { readonly work: OpenWork }) {
  const { made, safe, problem: refusal } = useStore(work.journal.state)
  const saved = useStore(work.saved)
  const isLooking = useStore(work.guard, isOnlyLookedAt)
  const isSaved = saved.path !== null && saved.sequence === made
  const problem = isSaved ? null : refusal
  const isSafe = made === safe || isSaved
  const text = isLooking
    ? 'Read-only'
    : problem
      ? 'Not safe: the disk refuses'
      : !isSafe
        ? 'Writing…'
        : isSaved
          ? 'Saved'
          : saved.path === null
            ? 'Safe in the journal · not saved to a file'
            : 'Safe in the journal'
  return (
    <span
      className={styles.safety}
      data-testid="safety"
      data-safe={safe}
      data-made={made}
      data-state={problem ? 'problem' : isSafe ? 'safe' : 'writing'}
      title={
        problem ? `${problem.found}. ${problem.remedy}` : 'Every change is on the disk the moment it is made.'
      }
      role={problem ? 'alert' : undefined}
    >
      {text}
    </span>
  )
}

function PeaksActivity() {
  const session = useSession()
  const activity = useStore(session.peaks.activity)
  if (!activity) return null
  return (
    <span className={styles.activity} role="status">
      <span className={styles.track}>
        <span className={styles.done} style={{ width: `${Math.round(activity.fraction * 100)}%` }} />
      </span>
      <span className={styles.activityText}>
        Reading {activity.aside ?? 'the sound'}{' '}
        {activity.streamCount > 1 ? `${activity.stream + 1} of ${activity.streamCount}, ` : ''}
        {Math.round(activity.fraction * 100)} %
      </span>
      <button type="button" onClick={() => stopReading(session)}>
        Cancel
      </button>
    </span>
  )
}

function stopReading(session: Session): void {
  session.peaks.cancel()
  session.say('Stopped. The waveform stays as it is; “Read the sound of this film to its end” goes on.')
}

import { Clapperboard, FileClock, FolderOpen, Import, Keyboard, LayoutTemplate } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { fileName } from '../../shared/model/namedFiles.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { request } from '../ipc.ts'
import { Discarded } from '../recovery/Discarded.tsx'
import { openPath, recover, refreshStart } from '../store/openings.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { showVersionsOf } from '../store/versionOffer.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import { Mark } from '../ui/Mark.tsx'
import styles from './Welcome.module.css'

/** The first thing an editor sees: open a film, go on with recent or unsaved work, or look at the demo. */
export function Welcome() {
  const session = useSession()
  const start = useStore(session.start)
  const busy = useStore(session.busy)
  return (
    <main className={styles.screen}>
      <div className={styles.column}>
        <header className={styles.head}>
          <Mark size={44} />
          <div>
            <h1>Needledrop</h1>
            <p>Music cue sheets, to the frame.</p>
          </div>
        </header>
        <ul className={styles.actions}>
          <Action
            id="production.open"
            icon={<FolderOpen size={18} />}
            hint="MP4, MOV, WebM, WAV, or a .needledrop file"
          />
          {start?.hasDemo ? (
            <Action
              id="production.demo"
              icon={<Clapperboard size={18} />}
              hint="Two minutes of film with every kind of cue"
            />
          ) : null}
          <Action
            id="production.import"
            icon={<Import size={18} />}
            hint="A cue sheet in the exchange format"
          />
          <Action
            id="production.templates"
            icon={<LayoutTemplate size={18} />}
            hint="The next episode of a series"
          />
          <Action
            id="help.keys"
            icon={<Keyboard size={18} />}
            hint="I marks in, O marks out; the rest is here"
          />
        </ul>
        <p className={styles.drop}>{busy ? `${busy}…` : 'or drop a file anywhere on this window'}</p>
      </div>
      <div className={styles.column}>
        <Recoveries />
        <Discarded />
        <Recents />
      </div>
      <footer className={styles.foot}>
        Needledrop {start?.version} · {start?.runtime} · works offline
      </footer>
    </main>
  )
}

function Action({
  id,
  icon,
  hint,
}: {
  readonly id: string
  readonly icon: ReactNode
  readonly hint: string
}) {
  const session = useSession()
  const command = commandById(id)
  const [keys] = command.keys
  return (
    <li>
      <button type="button" className={styles.action} onClick={() => runCommand(session, command)}>
        {icon}
        <span className={styles.actionText}>
          <span>{command.label}</span>
          <span className={styles.hint}>{hint}</span>
        </span>
        {keys ? <KeyHint keys={keys} /> : null}
      </button>
    </li>
  )
}

function Recoveries() {
  const session = useSession()
  const recoverable = useStore(session.start, (start) => start?.recoverable)
  if (!recoverable || recoverable.length === 0) return null
  const discard = async (id: string) => {
    const done = await request('production:discard', { id })
    if (!done.ok) session.tell(done.problem)
    await refreshStart(session)
  }
  return (
    <section aria-labelledby="unsaved">
      <h2 id="unsaved">Unsaved work</h2>
      <ul className={styles.files}>
        {recoverable.map(({ id, title, path, changedAt, changes, last }) => (
          <li key={id} className={styles.entry}>
            <button type="button" className={styles.file} onClick={() => void recover(session, id)}>
              <FileClock size={16} />
              <span className={styles.actionText}>
                <span>{title || 'Untitled production'}</span>
                <span className={styles.hint} title={path ?? undefined}>
                  {changes} {changes === 1 ? 'change' : 'changes'}{' '}
                  {path === null ? 'in no file yet' : `not in ${fileName(path)}`} · {whenText(changedAt)}
                </span>
                {last.length > 0 ? <span className={styles.hint}>Last: {last.join(', ')}</span> : null}
              </span>
            </button>
            <DiscardButton title={title || 'untitled production'} onDiscard={() => void discard(id)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Asks to be pressed a second time before it takes unsaved work off the list. */
function DiscardButton({ title, onDiscard }: { readonly title: string; readonly onDiscard: () => void }) {
  const [isAsking, setAsking] = useState(false)
  return (
    <button
      type="button"
      className={styles.forget}
      aria-label={isAsking ? `Press again to discard ${title}` : `Discard ${title}`}
      onClick={() => (isAsking ? onDiscard() : setAsking(true))}
      onBlur={() => setAsking(false)}
    >
      {isAsking ? 'Press again to discard' : 'Discard'}
    </button>
  )
}

function Recents() {
  const session = useSession()
  const recents = useStore(session.settings, (settings) => settings.recents)
  const forget = async (path: string) => {
    const changed = await request('recents:forget', { path })
    if (changed.ok) session.settings.set(changed.value)
  }
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">Recent</h2>
      {recents.length === 0 ? (
        <p className={styles.none}>What you open will be listed here.</p>
      ) : (
        <ul className={styles.files}>
          {recents.slice(0, 8).map(({ path, title, openedAt }) => (
            <li key={path} className={styles.entry}>
              <button
                type="button"
                className={styles.file}
                title={path}
                onClick={() => void openPath(session, path)}
              >
                <Clapperboard size={16} />
                <span className={styles.actionText}>
                  <span>{title}</span>
                  <span className={styles.hint}>
                    {folderOf(path)} · {whenText(openedAt)}
                  </span>
                </span>
              </button>
              {/\.needledrop$/i.test(path) ? (
                <button
                  type="button"
                  className={styles.forget}
                  aria-label={`Versions of ${title}`}
                  onClick={() => showVersionsOf(session, path)}
                >
                  Versions
                </button>
              ) : null}
              <button
                type="button"
                className={styles.forget}
                aria-label={`Take ${title} off the list`}
                onClick={() => void forget(path)}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function folderOf(path: string): string {
  return path.split(/[\\/]/).at(-2) ?? ''
}

function whenText(instant: string): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime())
    ? ''
    : date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
}

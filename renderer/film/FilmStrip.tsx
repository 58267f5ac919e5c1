import { Film } from 'lucide-react'
import { commandById, runCommand } from '../commands/commands.ts'
import { useSession } from '../store/session.ts'
import styles from './FilmStrip.module.css'
import { useFilmHere } from './filmHere.ts'
import { filmLine } from './filmWords.ts'
import { Preparation } from './Preparation.tsx'

/** Above the picture: which film this is, in one line that opens its card, and how far a copy of it is. */
export function FilmStrip() {
  const session = useSession()
  const here = useFilmHere()
  if (!here) return null
  const { film, preparing, problem } = here
  return (
    <div className={styles.strip}>
      <button
        type="button"
        className={styles.film}
        title="About this film"
        onClick={() => runCommand(session, commandById('film.details'))}
      >
        <Film size={13} aria-hidden />
        <span className={styles.name}>{film.name}</span>
        <span className={styles.facts}>{filmLine(film)}</span>
        {film.prepared ? <span className={styles.copy}>{copyWord(film.prepared.kind)}</span> : null}
        {problem && !film.prepared ? <span className={styles.lacking}>✕ Not whole</span> : null}
      </button>
      {preparing ? <Preparation preparing={preparing} /> : null}
    </div>
  )
}

function copyWord(kind: string): string {
  if (kind === 'rewrap') return 'rewrapped'
  if (kind === 'wav') return 'as WAV'
  return kind === 'own' ? 'your proxy' : 'proxy'
}

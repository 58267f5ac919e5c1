import { commandById, runCommand } from '../commands/commands.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import type { FilmHere } from './filmHere.ts'
import { remedyWords } from './filmWords.ts'
import styles from './Remedies.module.css'

/** What helps a film that does not open whole: each remedy a button, the best first, with what it means. */
export function Remedies({ here }: { readonly here: FilmHere }) {
  const session = useSession()
  const { film, plan } = here
  const hasFfmpeg = session.films.abilities.ffmpeg
  const [best] = plan.remedies
  const run = (id: string) => runCommand(session, commandById(id))
  return (
    <div className={styles.remedies}>
      {best ? <p className={styles.about}>{remedyWords[best].about}</p> : null}
      <div className={styles.buttons}>
        {plan.remedies.map((remedy, index) => (
          <Button
            key={remedy}
            kind={index === 0 ? 'primary' : 'plain'}
            label={remedyWords[remedy].act}
            onPress={() => void session.films.prepare(film.path, remedy)}
          />
        ))}
        {film.picture ? <Button label="Attach your proxy…" onPress={() => run('film.attachProxy')} /> : null}
        {hasFfmpeg ? null : <Button label="Choose your ffmpeg…" onPress={() => run('film.chooseFfmpeg')} />}
      </div>
    </div>
  )
}

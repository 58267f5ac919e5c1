import type { Preparing } from '../../shared/ipc/film.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { preparingText } from './filmWords.ts'
import styles from './Preparation.module.css'

/** How far a copy of a film is, and the way to stop it. */
export function Preparation({ preparing }: { readonly preparing: Preparing }) {
  const session = useSession()
  const text = preparingText(preparing)
  const percent = Math.floor(preparing.fraction * 100)
  return (
    <div className={styles.preparation}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label="Preparing the film"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={text}
      >
        <div className={styles.done} style={{ width: `${percent}%` }} />
      </div>
      <span className={styles.text}>{text}</span>
      <Button
        kind="quiet"
        label="Cancel"
        onPress={() => void session.films.cancelPreparing(preparing.path)}
      />
    </div>
  )
}

import { useEffect } from 'react'
import { ffmpegText } from '../film/filmWords.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import styles from './FfmpegSetting.module.css'

/** Which ffmpeg makes proxies and decodes rare sound; the main process asks for it, so no page can name a program. */
export function FfmpegSetting() {
  const { films } = useSession()
  const ffmpeg = useStore(films.ffmpeg)
  useEffect(() => void films.findFfmpeg(), [films])
  return (
    <section className={styles.ffmpeg} aria-label="ffmpeg">
      <span className={styles.label}>ffmpeg</span>
      <div className={styles.rest}>
        <p className={styles.found}>{ffmpegText(ffmpeg)}</p>
        <div className={styles.buttons}>
          <Button label="Choose your ffmpeg…" onPress={() => void films.chooseFfmpeg()} />
          {ffmpeg.isChosen ? (
            <Button label="Use the one that is found" onPress={() => void films.forgetFfmpeg()} />
          ) : null}
        </div>
      </div>
    </section>
  )
}

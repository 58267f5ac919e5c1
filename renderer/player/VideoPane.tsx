import { useEffect, useRef } from 'react'
import type { ReelId } from '../../shared/model/ids.ts'
import { FilmBanner } from '../film/FilmBanner.tsx'
import { eachPathOnce } from '../relink/mediaLinks.ts'
import { chooseFile, openFinder } from '../relink/relink.ts'
import { attachFilm } from '../store/openings.ts'
import { type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { LatencyReadout } from './LatencyReadout.tsx'
import styles from './VideoPane.module.css'

/** The picture. The session's one media element is moved in here, so that nothing is loaded twice. */
export function VideoPane() {
  const session = useSession()
  const frame = useRef<HTMLDivElement>(null)
  const status = useStore(session.transport.state, (state) => state.status)
  const provisional = useStore(session.moment, (moment) => moment.provisional)
  const showsTiming = useStore(session.moment, (moment) => moment.showsTiming)
  useEffect(() => {
    const { video } = session.transport
    video.className = styles.video ?? ''
    frame.current?.prepend(video)
    return () => video.remove()
  }, [session])
  return (
    <div className={styles.pane}>
      <div className={styles.frame} ref={frame}>
        {status === 'ready' ? null : <NoPicture status={status} />}
        <FilmBanner />
        {provisional ? (
          <p className={styles.provisional} role="status">
            {provisional.kind === 'in' ? 'In' : 'Out'}{' '}
            {provisional.state === 'verifying'
              ? 'waits for the picture…'
              : 'not set: the picture is another frame'}
          </p>
        ) : null}
        {showsTiming ? <LatencyReadout /> : null}
      </div>
    </div>
  )
}

function NoPicture({ status }: { readonly status: string }) {
  const session = useSession()
  const reel = useStore(session.playhead.state, (state) => state.reel)
  const media = reel ? session.work.value?.documents.document.reels[reel]?.media : null
  const isRead = useStore(session.films.films, (films) => media != null && films.has(media.path))
  if (status === 'opening') return <p className={`${styles.empty} ${styles.opening}`}>Opening the film…</p>
  if (isRead && status === 'none') return <div className={styles.empty} />
  return (
    <div className={styles.empty}>
      <p>{status === 'failed' ? 'This film cannot be played here.' : emptyText(media?.path)}</p>
      <p className={styles.soft}>Cues can be typed, reviewed and exported without it.</p>
      {media && reel ? (
        <span className={styles.ways}>
          <Button label="Locate the film…" onPress={() => locate(session, reel)} />
          <Button label="Find media…" onPress={() => openFinder(session)} />
        </span>
      ) : (
        <Button label="Attach the film…" onPress={() => void attachFilm(session)} />
      )}
    </div>
  )
}

/** Lets the user show where the film of a reel is now. */
function locate(session: Session, reel: ReelId): void {
  const document = session.work.value?.documents.document
  const path = document?.reels[reel]?.media?.path
  const file = document && eachPathOnce(document).find((named) => named.path === path)
  if (file) void chooseFile(session, file)
}

function emptyText(path: string | undefined): string {
  const name = path?.split(/[\\/]/).at(-1)
  return name ? `${name} is not where it was.` : 'No film for this reel.'
}

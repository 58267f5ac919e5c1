import { useEffect, useRef } from 'react'
import { frameOf, spansOf } from '../../shared/edits/cueSpans.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import type { Frames } from '../../shared/time/frames.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import styles from './CuePicture.module.css'
import { drawPicture, pictureOfPlace } from './pictureOfPlace.ts'

/** Width asked for in CSS px: what the header's height makes of the widest usual picture. */
const widest = 112

/** The first frame of a cue, if a film shows it. */
export function CuePicture({ cue, document }: { readonly cue: Cue; readonly document: ProductionDocument }) {
  const session = useSession()
  const [{ reel, start }] = spansOf(cue)
  const frame = frameOf(start)
  const media = document.reels[reel]?.media
  const film = useStore(session.films.films, (films) => (media ? films.get(media.path) : undefined))
  if (frame === null || !media?.hasPicture) return null
  const label = `Picture at ${formatTimecode(frame, document.production.rate)}`
  // Another film, or a copy that stands in for it, may show what the one before could not.
  return (
    <PictureAt
      key={`${reel} ${media.startFrame} ${film?.prepared?.url ?? film?.url}`}
      reel={reel}
      frame={frame}
      label={label}
    />
  )
}

type PictureAtProps = { readonly reel: ReelId; readonly frame: Frames; readonly label: string }

function PictureAt({ reel, frame, label }: PictureAtProps) {
  const session = useSession()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const asked = new AbortController()
    if (element.dataset.state === 'shown') element.dataset.state = 'late'
    const wish = {
      width: Math.round(widest * devicePixelRatio),
      urgency: 'cue',
      signal: asked.signal,
    } as const
    void pictureOfPlace(session, { reel, frame }, wish).then((picture) => {
      if (asked.signal.aborted) return
      if (picture) drawPicture(element, picture)
      element.dataset.state = picture ? 'shown' : 'none'
    })
    return () => asked.abort()
  }, [session, reel, frame])
  return (
    <canvas
      ref={canvas}
      className={styles.picture}
      width={16}
      height={9}
      data-state="none"
      data-testid="cue-picture"
      role="img"
      aria-label={label}
    />
  )
}

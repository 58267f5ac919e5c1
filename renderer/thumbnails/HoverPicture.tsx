import { type RefObject, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { Frames } from '../../shared/time/frames.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import styles from './HoverPicture.module.css'
import { HoverShow } from './hoverShow.ts'

type HoverPictureProps = {
  /** What is pointed at. */
  readonly area: RefObject<HTMLElement | null>
  /** The axis frame at an x, in CSS px from the area's left edge. */
  readonly frameAt: (x: number, width: number) => Frames
}

/** The picture and the timecode at the pointer, above the area that is pointed at. It is no more than the playhead shows. */
export function HoverPicture({ area, frameAt }: HoverPictureProps) {
  const session = useSession()
  const isWanted = useStore(session.settings, (settings) => settings.hoverPictures)
  const card = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const timecode = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (!isWanted || !area.current || !card.current || !canvas.current || !timecode.current) return
    const parts = { card: card.current, canvas: canvas.current, timecode: timecode.current }
    const show = new HoverShow(session, area.current, parts, frameAt)
    return () => show.end()
  }, [session, isWanted, area, frameAt])
  return createPortal(
    <div ref={card} className={styles.card} data-testid="hover-picture" aria-hidden="true" hidden>
      <canvas ref={canvas} className={styles.picture} />
      <span ref={timecode} className={styles.timecode} />
    </div>,
    document.body,
  )
}

import { useEffect, useRef } from 'react'
import { useSession } from '../store/session.ts'
import styles from './Opening.module.css'

/** The film's first picture, while the film is being read. */
export function Opening({ name }: { readonly name: string }) {
  const session = useSession()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { video } = session.transport
    video.className = styles.video ?? ''
    frame.current?.prepend(video)
    return () => video.remove()
  }, [session])
  return (
    <main className={styles.screen} ref={frame}>
      <p className={styles.name} role="status">
        Opening {name}…
      </p>
    </main>
  )
}

import styles from './ReadinessRing.module.css'

type ReadinessRingProps = { readonly percent: number; readonly isReady: boolean }

/** How much is ready, as a ring that closes; a tick inside when all is. The number stands beside it in text. */
export function ReadinessRing({ percent, isReady }: ReadinessRingProps) {
  return (
    <svg className={styles.ring} data-ready={isReady} viewBox="0 0 18 18" aria-hidden="true">
      <circle className={styles.track} cx="9" cy="9" r="7" />
      <circle
        className={styles.part}
        cx="9"
        cy="9"
        r="7"
        pathLength={100}
        strokeDasharray={`${percent} 100`}
        transform="rotate(-90 9 9)"
      />
      {isReady ? <path className={styles.tick} d="m5.8 9.2 2.2 2.2 4.2-4.6" /> : null}
    </svg>
  )
}

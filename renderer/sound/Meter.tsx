import { useEffect, useRef } from 'react'
import { useSession } from '../store/session.ts'
import styles from './Meter.module.css'
import { decibels } from './mix.ts'

/** Decibels at the bottom of the scale. */
const floor = -60
/** Decibels a second by which a bar falls, and seconds that its highest mark stays. */
const fall = 40
const hold = 1.5

type Side = { level: number; held: number; heldAt: number }

type MeterProps = {
  readonly name: string
  /** The track measured; everything together, if absent. */
  readonly track?: string
}

/** How loud both sides are, with the highest peaks held and a sign for clipping that a click takes away. Drawn by style alone. */
export function Meter({ name, track }: MeterProps) {
  const session = useSession()
  const root = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const meter = root.current
    return meter ? drawMeter(meter, () => session.sound.peaks(track)) : undefined
  }, [session, track])
  return (
    <button
      ref={root}
      type="button"
      className={styles.meter}
      tabIndex={-1}
      aria-hidden="true"
      title={`${name}: click to clear the clip sign`}
      onClick={({ currentTarget }) => {
        currentTarget.dataset.clipped = 'false'
      }}
    >
      {['left', 'right'].map((side) => (
        <span key={side} className={styles.side}>
          <span className={styles.bar} />
          <span className={styles.held} />
        </span>
      ))}
      <span className={styles.clip} />
    </button>
  )
}

/** Draws a meter with each animation frame until the returned function is called. */
function drawMeter(meter: HTMLElement, peaks: () => readonly [number, number]): () => void {
  const bars = [...meter.querySelectorAll<HTMLElement>(`.${styles.bar}`)]
  const marks = [...meter.querySelectorAll<HTMLElement>(`.${styles.held}`)]
  const sides: Side[] = [0, 1].map(() => ({ level: floor, held: floor, heldAt: 0 }))
  let last = performance.now()
  let frame = 0
  let isStill = false
  const draw = (now: number) => {
    frame = requestAnimationFrame(draw)
    const measured = peaks()
    const isSilent = measured[0] < 0.001 && measured[1] < 0.001
    if (isSilent && isStill) {
      last = now
      return
    }
    const fallen = (fall * (now - last)) / 1000
    last = now
    sides.forEach((side, index) => {
      const level = decibels(measured[index] ?? 0)
      side.level = Math.max(level, side.level - fallen, floor)
      if (level >= side.held) Object.assign(side, { held: level, heldAt: now })
      else if (now - side.heldAt > hold * 1000) side.held = Math.max(side.level, side.held - fallen)
      bars[index]?.style.setProperty('--shown', `${fraction(side.level) * 100}%`)
      marks[index]?.style.setProperty('left', `${fraction(side.held) * 100}%`)
    })
    if (Math.max(...measured) >= 1) meter.dataset.clipped = 'true'
    isStill = sides.every(({ level, held }) => level <= floor && held <= floor)
  }
  frame = requestAnimationFrame(draw)
  return () => cancelAnimationFrame(frame)
}

function fraction(level: number): number {
  return Math.max(0, Math.min(1, 1 - level / floor))
}

import type { CSSProperties } from 'react'
import type { NumberAxis } from '../../shared/sheet/numberAxes.ts'
import type { SideState } from '../../shared/sheet/sideStatus.ts'
import { sideTone } from '../licensing/sideStates.ts'
import styles from './BarChart.module.css'

type BarShapeProps = {
  readonly axis: NumberAxis
  readonly value: string
  /** Part of the longest possible bar, 0 to 1. */
  readonly part: number
}

const toneColours = { blocked: '--error', open: '--warning', done: '--done', idle: '--text-dim' } as const

/** A bar, drawn to the pixel; in the hue of its meaning, and of a diegesis in its pattern. */
export function BarShape({ axis, value, part }: BarShapeProps) {
  const width = `${Math.max(0, Math.min(1, part)) * 100}%`
  return (
    <svg className={styles.shape} aria-hidden="true" focusable="false">
      <rect className={styles.track} width="100%" height="100%" rx="1" />
      <rect
        className={styles.value}
        width={width}
        height="100%"
        rx="1"
        style={{ '--fill': fillOf(axis, value) } as CSSProperties}
        data-unknown={value === '' || undefined}
      />
    </svg>
  )
}

function fillOf(axis: NumberAxis, value: string): string {
  if (value === '' || (axis === 'diegesis' && value === 'unknown')) return 'url(#bar-unknown)'
  if (axis === 'type') return `var(--type-${value})`
  if (axis === 'sync' || axis === 'master') return `var(${toneColours[sideTone(value as SideState)]})`
  if (axis !== 'diegesis' || value === 'nonDiegetic') return 'var(--bar)'
  return value === 'diegetic' ? 'url(#bar-diagonal)' : 'url(#bar-dots)'
}

/** The patterns that bars are filled with; once in a page. */
export function BarPatterns() {
  const pattern = (id: string, size: number, shape: string) => (
    <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse">
      <rect className={styles.ground} width={size} height={size} />
      <path className={styles.lines} d={shape} />
    </pattern>
  )
  return (
    <svg className={styles.patterns} aria-hidden="true" focusable="false">
      <defs>
        {pattern('bar-diagonal', 5, 'M-1 6 6 -1M-1 1 1 -1M4 6 6 4')}
        {pattern('bar-dots', 4, 'M1 1h1.5v1.5h-1.5z')}
        {pattern('bar-unknown', 5, 'M0 0 5 5M5 0 0 5')}
      </defs>
    </svg>
  )
}

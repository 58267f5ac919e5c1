import type { CoveredPart, SideProgress } from '../../shared/licensing/coverage.ts'
import { sideTitles } from '../licensing/SideRow.tsx'
import { sideStateName, sideTone } from '../licensing/sideStates.ts'
import styles from './ClearanceSummary.module.css'
import type { Rights } from './rights.ts'

/** Whether everything is cleared and safe to deliver, and how far each side is. */
export function ClearanceSummary({ rights }: { readonly rights: Rights }) {
  const { uses, counts, isCleared, isSafe } = rights.production
  const cleared = counts.cleared + counts.safe
  return (
    <section className={styles.summary} aria-label="How far the rights are">
      <p className={styles.counts}>
        <span
          className={styles.count}
          data-done={isCleared}
          title="Approved or later on every side, all of it covered"
        >
          <b>
            {cleared} of {uses}
          </b>{' '}
          cleared
        </span>
        <span className={styles.count} data-done={isSafe} title="Signed on every side, all of it covered">
          <b>
            {counts.safe} of {uses}
          </b>{' '}
          safe to deliver
        </span>
      </p>
      {rights.progress.map((progress) => (
        <SideBar key={progress.side} progress={progress} />
      ))}
    </section>
  )
}

/** One side of all uses as a bar whose parts are weighted by shares. */
function SideBar({ progress }: { readonly progress: SideProgress }) {
  const { side, uses, parts } = progress
  const done = parts.filter(({ status }) => isAgreed(status)).reduce((sum, part) => sum + part.basisPoints, 0)
  const words = parts.map((part) => `${sideStateName(part.status)} ${percent(part.basisPoints)}`).join(', ')
  return (
    <div className={styles.side}>
      <span className={styles.name}>{sideTitles[side]}</span>
      <span
        className={styles.bar}
        role="img"
        aria-label={`${sideTitles[side]} of ${uses} uses: ${words || 'nothing needed'}`}
        title={words}
      >
        {parts.map(({ status, basisPoints }) => (
          <span
            key={status}
            className={styles.part}
            data-tone={sideTone(status)}
            data-firm={isSigned(status)}
            data-missing={status === 'missing'}
            style={{ flexGrow: basisPoints }}
          />
        ))}
      </span>
      <span className={styles.figure}>{uses === 0 ? 'not needed' : `${percent(done)} agreed`}</span>
    </div>
  )
}

function isAgreed(status: CoveredPart['status']): boolean {
  return sideTone(status) === 'done'
}

function isSigned(status: CoveredPart['status']): boolean {
  return status === 'executed' || status === 'paid'
}

/** Whole percent, and never 100 for what is not all. */
function percent(basisPoints: number): string {
  return `${basisPoints === 10_000 ? 100 : Math.min(99, Math.round(basisPoints / 100))} %`
}

import { durationText, exactSecondsText } from '../../shared/sheet/duration.ts'
import type { MusicNumbers } from '../../shared/sheet/musicNumbers.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import styles from './NumbersTotals.module.css'
import { partText } from './numbersText.ts'

type NumbersTotalsProps = { readonly numbers: MusicNumbers; readonly rate: FrameRate }

/** The sums of the sheet: as it prints them, and exact. */
export function NumbersTotals({ numbers, rate }: NumbersTotalsProps) {
  const { totals, cues, unplaced } = numbers
  const { showSeconds, coverageSeconds, musicSeconds } = totals
  const exact = (count: typeof numbers.musicFrames) => `${exactSecondsText(count, rate)} s exactly`
  const part = partText(coverageSeconds, showSeconds)
  return (
    <dl className={styles.totals}>
      <div
        title={`The durations of ${cues} cues as the sheet reports them, added up. ${exact(numbers.musicFrames)}.`}
      >
        <dt>Music total</dt>
        <dd className={styles.main}>{durationText(musicSeconds)}</dd>
        <dd className={styles.exact}>{exact(numbers.musicFrames)}</dd>
      </div>
      <div
        title={`Time with any music, overlaps counted once. ${exact(numbers.coverageFrames)}; the show lasts ${exact(numbers.showFrames)}.`}
      >
        <dt>Coverage</dt>
        <dd>
          {durationText(coverageSeconds)}{' '}
          <span className={styles.exact}>
            {part} of {durationText(showSeconds)}
          </span>
        </dd>
        <dd className={styles.strip}>
          <Strip part={showSeconds > 0 ? coverageSeconds / showSeconds : 0} />
        </dd>
      </div>
      <div className={styles.cues}>
        <dt>Cues</dt>
        <dd>
          {cues.toLocaleString()}
          {unplaced > 0 ? <span className={styles.exact}> + {unplaced} without a place</span> : null}
        </dd>
      </div>
    </dl>
  )
}

/** The show from left to right, as far as it has music. */
function Strip({ part }: { readonly part: number }) {
  return (
    <svg className={styles.shape} aria-hidden="true" focusable="false">
      <rect className={styles.track} width="100%" height="100%" rx="1" />
      <rect className={styles.value} width={`${Math.min(1, part) * 100}%`} height="100%" rx="1" />
    </svg>
  )
}

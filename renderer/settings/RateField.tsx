import { changeRate } from '../../shared/edits/productionEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { offeredRates, rateName, sameRate } from '../../shared/time/frameRate.ts'
import { useSession } from '../store/session.ts'
import { Choice } from '../ui/Choice.tsx'
import styles from './RateField.module.css'

/** The frame rate: to choose while no cue rests on it, else to read, with the reason. */
export function RateField({ document }: { readonly document: ProductionDocument }) {
  const session = useSession()
  const { rate } = document.production
  const cues = Object.keys(document.cues).length
  if (cues > 0) {
    return (
      <p className={styles.fixed}>
        <strong>{rateName(rate)} frames per second.</strong> It cannot change any more:{' '}
        {cues.toLocaleString()} {cues === 1 ? 'cue is' : 'cues are'} marked at it. Start a new production at
        the right rate, or remove the cues first.
      </p>
    )
  }
  const rates = offeredRates.some((offered) => sameRate(offered, rate))
    ? offeredRates
    : [rate, ...offeredRates]
  return (
    <div className={styles.choice}>
      <Choice
        name="rate"
        label="Frame rate"
        value={rateName(rate)}
        options={rates.map((offered) => ({ id: rateName(offered), name: rateName(offered) }))}
        onChange={(name) => {
          const chosen = rates.find((offered) => rateName(offered) === name)
          if (chosen) session.apply(changeRate(chosen))
        }}
      />
      <p className={styles.hint}>
        It is fixed from the first cue on. Reels keep the timecode they begin with.
      </p>
    </div>
  )
}

import { useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { longestReaction } from '../../shared/ipc/settingsSchema.ts'
import { framesText, reactionFrames } from '../player/reaction.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { useRate } from '../store/useRate.ts'
import { Button } from '../ui/Button.tsx'
import { keepSettings } from './keepSettings.ts'
import styles from './ReactionMeasure.module.css'
import { median, ReactionTrial, type TrialState, trialRounds } from './reactionTrial.ts'

const clock = {
  now: () => performance.now(),
  random: () => Math.random(),
  painted: (done: () => void) => void requestAnimationFrame(() => requestAnimationFrame(done)),
}

/** A lamp to press a key on, and what came of it, which counts only if it is taken over. */
export function ReactionMeasure() {
  const session = useSession()
  const rate = useRate()
  const [trial] = useState(() => new ReactionTrial(clock))
  useEffect(() => () => trial.end(), [trial])
  const state = useStore(trial.state)
  const time = Math.min(longestReaction, median(state.times))
  const inFrames = rate ? `, ${framesText(reactionFrames(time, rate, 1))}` : ''
  return (
    <div className={styles.measure}>
      <AriaButton
        className={styles.lamp ?? ''}
        data-phase={state.phase}
        data-testid="lamp"
        onPressStart={() => trial.press()}
      >
        <span className={styles.bulb} aria-hidden />
        {words(state)}
      </AriaButton>
      <span className={styles.result} role="status">
        {state.phase === 'done' ? `Median ${time} ms${inFrames}` : null}
      </span>
      {state.phase === 'done' ? (
        <Button
          label="Use it for ins and outs"
          onPress={() => void keepSettings(session, { reactionIn: time, reactionOut: time })}
        />
      ) : null}
    </div>
  )
}

function words({ phase, times }: TrialState): string {
  if (phase === 'ready') return 'Measure: press Space when the lamp lights'
  if (phase === 'done') return 'Measure again'
  if (phase === 'lit') return 'Now'
  const round = `${times.length + 1} of ${trialRounds}`
  return phase === 'early' ? `Too early. Wait for the lamp, ${round}` : `Wait for the lamp, ${round}`
}

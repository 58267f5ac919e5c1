import { useState } from 'react'
import { overrulePaper } from '../../shared/edits/overrulingEdits.ts'
import { paperNames } from '../../shared/licensing/need.ts'
import { type Overruling, paperVerdicts } from '../../shared/model/cue.ts'
import { today } from '../licensing/today.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceSegments } from '../ui/ChoiceSegments.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { author } from './moveCard.ts'
import styles from './RightsDialogs.module.css'

const verdictNames: Readonly<Record<Overruling['verdict'], string>> = {
  notNeeded: 'Not needed',
  needed: 'Needed',
  inHand: 'In hand',
}

/** Decides about a paper of a use, and asks why. */
export function OverruleDialog() {
  const session = useSession()
  const overruled = useStore(session.moment, (moment) => moment.overruled)
  const [verdict, setVerdict] = useState<Overruling['verdict']>('notNeeded')
  const [reason, setReason] = useState('')
  if (!overruled) return null
  const { cue, need } = overruled
  const isReady = reason.trim() !== ''
  const decide = () => {
    if (!isReady) return
    const { paper, side } = need
    const decision = { paper, side, verdict, reason, day: today(), author: author(session) }
    session.moment.patch({ dialog: 'none' })
    if (session.apply(overrulePaper([cue], decision))) session.say('Decided. The reason is kept.')
  }
  return (
    <Dialog title="Decide about a paper" subtitle={paperNames[need.paper]} size="small">
      <div className={styles.form}>
        <p>{need.reason}</p>
        <ChoiceSegments
          name="verdict"
          label="Decision"
          options={paperVerdicts.map((id) => ({ id, name: verdictNames[id] }))}
          value={verdict}
          onChange={setVerdict}
        />
        <input
          className={styles.input}
          autoFocus
          aria-label="Why"
          placeholder="Why"
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            decide()
          }}
        />
        <DialogActions note="Kept with the cue, with day and name.">
          <Button label="Cancel" keys="Escape" onPress={() => session.moment.patch({ dialog: 'none' })} />
          <Button kind="primary" label="Decide" keys="Enter" isDisabled={!isReady} onPress={decide} />
        </DialogActions>
      </div>
    </Dialog>
  )
}

import { useMemo } from 'react'
import { planCells, setCells } from '../../shared/entry/setCells.ts'
import { today } from '../licensing/today.ts'
import { makeId, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import styles from './PlanList.module.css'
import { PlanList } from './PlanList.tsx'
import { labelOf } from './useCellEdits.ts'

/** What was pasted and does not wholly fit: what would change, what would not, and the choice to take the part that fits. */
export function PasteDialog() {
  const session = useSession()
  const work = useStore(session.work)
  const pasted = useStore(session.moment, (moment) => moment.pasted)
  const document = work?.documents.document
  const plan = useMemo(
    () => (document && pasted ? planCells(document, pasted.entries, { makeId, today: today() }) : null),
    [document, pasted],
  )
  if (!work || !document || !pasted || !plan) return null
  const refused = plan.outcomes.filter(({ problem }) => problem !== null)
  const fitting = pasted.entries.filter(
    ({ cue, field }) => !refused.some((cell) => cell.cue === cue && cell.field === field),
  )
  const close = () => session.moment.patch({ dialog: 'none', pasted: null })
  const take = () => {
    session.apply(setCells(labelOf('Paste', fitting), fitting, { makeId, today: today() }))
    close()
  }
  return (
    <Dialog title="Not all of this fits" size="large" subtitle="Nothing has been pasted yet.">
      <DialogBody label="What would be pasted">
        {pasted.leftOver.length > 0 ? (
          <ul className={styles.left}>
            {pasted.leftOver.map(({ text, why }) => (
              <li key={`${text} ${why}`}>
                {text} {why}.
              </li>
            ))}
          </ul>
        ) : null}
        <PlanList document={document} outcomes={plan.outcomes} />
      </DialogBody>
      <DialogActions
        note={`${fitting.length.toLocaleString()} cells fit${refused.length > 0 ? `, ${refused.length.toLocaleString()} are refused` : ''}.`}
      >
        <Button label="Paste nothing" onPress={close} />
        <Button
          kind="primary"
          label={`Paste the ${fitting.length.toLocaleString()} that fit`}
          isDisabled={fitting.length === 0}
          onPress={take}
        />
      </DialogActions>
    </Dialog>
  )
}

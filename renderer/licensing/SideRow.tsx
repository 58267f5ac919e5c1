import { setSideStatus } from '../../shared/edits/sideStatusEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { LicenceSide } from '../../shared/model/licence.ts'
import { percentText } from '../../shared/sheet/percentText.ts'
import type { SideState, SideStatus } from '../../shared/sheet/sideStatus.ts'
import { makeId, useSession } from '../store/session.ts'
import { Choice } from '../ui/Choice.tsx'
import styles from './Licences.module.css'
import { StateSign } from './StateSign.tsx'
import { sideStateName } from './sideStates.ts'
import { statusOptions } from './statusOptions.tsx'
import { today } from './today.ts'

/** The two sides, as they are called in the inspector. */
export const sideTitles: Readonly<Record<LicenceSide, string>> = { sync: 'Sync', master: 'Master' }

/** One side of the rights: how far it is cleared, and why that is needed or not. */
export function SideRow({ cue, status }: { readonly cue: Cue; readonly status: SideStatus }) {
  const session = useSession()
  const { side, coverage } = status
  return (
    <div className={styles.side}>
      <Choice
        name={side}
        label={sideTitles[side]}
        options={statusOptions}
        value={licenceStatusOf(status.status)}
        placeholder={<NoLicence state={status.status} />}
        onChange={(chosen) => void session.apply(setSideStatus(cue.id, side, chosen, today(), makeId))}
      />
      <p className={styles.reason}>
        {coverage !== null && coverage !== 10_000 ? <strong>{percentText(coverage)} covered. </strong> : null}
        {status.reason}
      </p>
    </div>
  )
}

/** The licence state that a side has; null where it has no licence. */
export function licenceStatusOf(state: SideState | null) {
  return state === null || state === 'missing' || state === 'n/a' ? null : state
}

/** The state of a side without a licence. */
export function NoLicence({ state }: { readonly state: SideState }) {
  return (
    <span className={styles.none}>
      <StateSign state={state} />
      {sideStateName(state)}
    </span>
  )
}

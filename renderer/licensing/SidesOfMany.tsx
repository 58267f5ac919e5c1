import { joinEdits } from '../../shared/edits/edit.ts'
import { setSideStatus } from '../../shared/edits/sideStatusEdits.ts'
import { type LicenceSide, type LicenceStatus, licenceSides } from '../../shared/model/licence.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import { sharedValue } from '../cues/sharedValue.ts'
import { makeId, useSession } from '../store/session.ts'
import { Choice } from '../ui/Choice.tsx'
import styles from './Licences.module.css'
import { licenceStatusOf, NoLicence, sideTitles } from './SideRow.tsx'
import { statusOptions } from './statusOptions.tsx'
import { today } from './today.ts'

/** Both sides of several uses; a state that is chosen becomes that of all. */
export function SidesOfMany({ uses }: { readonly uses: readonly CueUse[] }) {
  const session = useSession()
  const set = (side: LicenceSide, status: LicenceStatus) =>
    void session.apply(
      joinEdits(
        `Change ${side} status of ${uses.length} cues`,
        uses.map(({ cue }) => setSideStatus(cue.id, side, status, today(), makeId)),
      ),
    )
  if (uses.length === 0) return <p className={styles.hint}>None of these cues is in the cut.</p>
  return (
    <div className={styles.sides}>
      {licenceSides.map((side) => {
        const shared = sharedValue(uses, (use) => use[side].status)
        return (
          <Choice
            key={side}
            name={side}
            label={sideTitles[side]}
            options={statusOptions}
            value={licenceStatusOf(shared)}
            placeholder={shared === null ? 'Mixed' : <NoLicence state={shared} />}
            onChange={(status) => set(side, status)}
          />
        )
      })}
    </div>
  )
}

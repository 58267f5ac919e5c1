import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { recordsOf } from '../../shared/model/document.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import { AddLicence } from './AddLicence.tsx'
import { LicenceRow } from './LicenceRow.tsx'
import styles from './Licences.module.css'
import { LicensedExtent } from './LicensedExtent.tsx'
import { SideRow } from './SideRow.tsx'

type LicenceFieldsProps = {
  readonly cue: Cue
  /** Null for a cue that is not in the cut. */
  readonly use: CueUse | null
  readonly document: ProductionDocument
}

/** What the cue needs from the owners of its music, and the licences that give it. */
export function LicenceFields({ cue, use, document }: LicenceFieldsProps) {
  const licences = recordsOf(document, 'licences').filter((licence) => licence.cues.includes(cue.id))
  return (
    <div className={styles.licences}>
      {use ? (
        <>
          <SideRow cue={cue} status={use.sync} />
          <SideRow cue={cue} status={use.master} />
        </>
      ) : (
        <p className={styles.hint}>This cue is not in the cut, so nothing of it is reported or licensed.</p>
      )}
      {licences.length > 0 ? (
        <div className={styles.list}>
          {licences.map((licence) => (
            <LicenceRow key={licence.id} licence={licence} cue={cue} document={document} />
          ))}
        </div>
      ) : null}
      <AddLicence cues={[cue]} document={document} />
      {licences.length > 0 ? <LicensedExtent cue={cue} /> : null}
    </div>
  )
}

import { lengthOf } from '../../shared/entry/timeFields.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { frames } from '../../shared/time/frames.ts'
import { formatSignedTimecode } from '../../shared/time/timecode.ts'
import { AddLicence } from '../licensing/AddLicence.tsx'
import { SidesOfMany } from '../licensing/SidesOfMany.tsx'
import { useProjection } from '../review/findings.ts'
import { FindingsBadge } from './FindingsBadge.tsx'
import styles from './Inspector.module.css'
import { InspectorSection } from './InspectorSection.tsx'
import { KindFields } from './KindFields.tsx'
import { SceneFields } from './SceneFields.tsx'
import { WorkField } from './WorkField.tsx'

type ManyCuesProps = { readonly cues: readonly Cue[]; readonly document: ProductionDocument }

/** The inspector of several cues: what they share, and what is to be the same for all of them. */
export function ManyCues({ cues, document }: ManyCuesProps) {
  const { findingsOf, useOf } = useProjection(document)
  const findings = cues.flatMap((cue) => findingsOf.get(cue.id) ?? [])
  const length = frames(cues.reduce((sum, cue) => sum + (lengthOf(cue) ?? 0), 0))
  const uses = cues.flatMap((cue) => useOf.get(cue.id) ?? [])
  return (
    <>
      <header className={styles.many}>
        <h2>{cues.length.toLocaleString()} cues</h2>
        <span className={styles.total}>{formatSignedTimecode(length, document.production.rate)} in all</span>
        <FindingsBadge findings={findings} />
      </header>
      <InspectorSection name="kind" title="What they are">
        <KindFields cues={cues} />
      </InspectorSection>
      <InspectorSection name="music" title="Music">
        <div className={styles.fields}>
          <WorkField cues={cues} document={document} />
        </div>
        <p className={styles.hint}>Select one cue to name its recording, writers and publishers.</p>
      </InspectorSection>
      <InspectorSection name="licences" title="Licences">
        <SidesOfMany uses={uses} />
        {uses.length > 0 ? <AddLicence cues={uses.map(({ cue }) => cue)} document={document} /> : null}
      </InspectorSection>
      <InspectorSection name="scene" title="Scene and notes">
        <SceneFields cues={cues} />
      </InspectorSection>
    </>
  )
}

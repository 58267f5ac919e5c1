import { nameCueMusic } from '../../shared/edits/cueMusicEdits.ts'
import type { RecordingPatch, WorkPatch } from '../../shared/edits/workEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Result } from '../../shared/result.ts'
import { SharesTable } from '../licensing/SharesTable.tsx'
import { makeId, useSession } from '../store/session.ts'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import { cueMusic } from './cueMusic.ts'
import styles from './Inspector.module.css'
import { RecordingChoice } from './RecordingChoice.tsx'
import { useApply } from './useApply.ts'
import { WorkField } from './WorkField.tsx'

type MusicFieldsProps = { readonly cue: Cue; readonly document: ProductionDocument }

type TextOf<Record> = { [Field in keyof Record]: Record[Field] extends string ? Field : never }[keyof Record]

/** The work and the recording of one cue, and who has a part in the work. */
export function MusicFields({ cue, document }: MusicFieldsProps) {
  const session = useSession()
  const apply = useApply()
  const { work, recording } = cueMusic(document, cue)
  const nameWork = (patch: WorkPatch, key: string): Result<unknown> =>
    apply(nameCueMusic(cue.id, { work: patch }, makeId), `${key} ${cue.id}`)
  const nameRecording = (patch: RecordingPatch, key: string): Result<unknown> =>
    apply(nameCueMusic(cue.id, { recording: patch }, makeId), `${key} ${cue.id}`)
  const ofRecording = (field: TextOf<Required<RecordingPatch>>) => ({
    name: field,
    value: recording?.[field] ?? '',
    commit: (text: string) => nameRecording({ [field]: text }, field),
  })
  const check = (patch: { readonly work?: WorkPatch; readonly recording?: RecordingPatch }) =>
    void session.apply(nameCueMusic(cue.id, patch, makeId))
  return (
    <>
      <div className={styles.fields}>
        <WorkField cues={[cue]} document={document} />
        <RecordingChoice cue={cue} document={document} />
        <FieldText label="Artist" {...ofRecording('artist')} />
        <FieldText label="Label" {...ofRecording('label')} />
        <FieldText label="Album" {...ofRecording('album')} />
        <FieldText label="Catalogue no." {...ofRecording('catalogueNo')} />
        <FieldText label="Library" {...ofRecording('library')} />
        <FieldText label="Track no." {...ofRecording('trackNo')} />
        <FieldText label="ISRC" look="code" {...ofRecording('isrc')} />
        <FieldText
          label="ISWC"
          look="code"
          name="iswc"
          value={work?.iswc ?? ''}
          commit={(iswc) => nameWork({ iswc }, 'iswc')}
        />
      </div>
      <div className={styles.checks}>
        <FieldCheck
          name="ownedByProduction"
          label="We own the recording"
          value={recording?.ownedByProduction ?? false}
          onChange={(ownedByProduction) => check({ recording: { ownedByProduction } })}
        />
        <FieldCheck
          name="publicDomain"
          label="Public-domain work"
          value={work?.publicDomain ?? false}
          onChange={(publicDomain) => check({ work: { publicDomain } })}
        />
        <FieldCheck
          name="unpublished"
          label="Has no publisher"
          value={work?.unpublished ?? false}
          onChange={(unpublished) => check({ work: { unpublished } })}
        />
        {cue.origin === 'commercial' ? (
          <FieldCheck
            name="unionReuseChecked"
            label="Union re-use is checked"
            value={recording?.unionReuseChecked ?? false}
            onChange={(unionReuseChecked) => check({ recording: { unionReuseChecked } })}
          />
        ) : null}
      </div>
      {work?.publicDomain ? (
        <div className={styles.fields}>
          <FieldText
            label="Known by"
            name="publicDomainProof"
            placeholder="dates of death, an opinion"
            value={work.publicDomainProof}
            commit={(publicDomainProof) => nameWork({ publicDomainProof }, 'publicDomainProof')}
          />
          <FieldText
            label="Free in"
            name="publicDomainTerritory"
            placeholder="World, or countries"
            value={work.publicDomainTerritory}
            commit={(publicDomainTerritory) => nameWork({ publicDomainTerritory }, 'publicDomainTerritory')}
          />
        </div>
      ) : null}
      <SharesTable side="writers" cue={cue} work={work} document={document} />
      <SharesTable side="publishers" cue={cue} work={work} document={document} />
    </>
  )
}

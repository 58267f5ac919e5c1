import { updateWork, type WorkPatch } from '../../shared/edits/workEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { identifierFault, storedIdentifier } from '../../shared/model/identifierForms.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { Work } from '../../shared/model/work.ts'
import { useApply } from '../cues/useApply.ts'
import { SharesTable } from '../licensing/SharesTable.tsx'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import styles from './LibraryDialog.module.css'

const noCue = { id: '' as CueId, title: '' }

/** The card of a work: title, number, holders on both sides. */
export function WorkCard({ work, document }: { readonly work: Work; readonly document: ProductionDocument }) {
  const apply = useApply()
  const change = (patch: WorkPatch) => apply(updateWork(work.id, patch), `${Object.keys(patch)} ${work.id}`)
  return (
    <>
      <div className={styles.fields}>
        <FieldText name="title" label="Title" value={work.title} commit={(title) => change({ title })} />
        <FieldText
          name="iswc"
          label="ISWC"
          look="code"
          value={work.iswc}
          storesOnPause={false}
          advise={(text) => identifierFault('iswc', text)}
          commit={(iswc) => change({ iswc: storedIdentifier('iswc', iswc) })}
        />
        <FieldCheck
          name="publicDomain"
          label="Public-domain work"
          value={work.publicDomain}
          onChange={(publicDomain) => void change({ publicDomain })}
        />
        <FieldCheck
          name="unpublished"
          label="Has no publisher"
          value={work.unpublished}
          onChange={(unpublished) => void change({ unpublished })}
        />
      </div>
      <SharesTable side="writers" cue={noCue} work={work} document={document} />
      <SharesTable side="publishers" cue={noCue} work={work} document={document} />
    </>
  )
}

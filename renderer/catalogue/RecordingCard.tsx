import { type RecordingPatch, updateRecording } from '../../shared/edits/workEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { identifierFault, storedIdentifier } from '../../shared/model/identifierForms.ts'
import type { Recording } from '../../shared/model/work.ts'
import { useApply } from '../cues/useApply.ts'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import styles from './LibraryDialog.module.css'

const texts = [
  ['artist', 'Artist'],
  ['label', 'Label'],
  ['album', 'Album'],
  ['catalogueNo', 'Catalogue no.'],
  ['library', 'Library'],
  ['trackNo', 'Track no.'],
] as const

type RecordingCardProps = { readonly recording: Recording; readonly document: ProductionDocument }

/** The card of a recording. */
export function RecordingCard({ recording, document }: RecordingCardProps) {
  const apply = useApply()
  const change = (patch: RecordingPatch) =>
    apply(updateRecording(recording.id, patch), `${Object.keys(patch)} ${recording.id}`)
  const work = document.works[recording.work ?? '']
  return (
    <>
      <p className={styles.part}>{work ? `Of the work ${work.title || 'Untitled'}` : 'Of no work yet'}</p>
      <div className={styles.fields}>
        {texts.map(([field, label]) => (
          <FieldText
            key={field}
            name={field}
            label={label}
            value={recording[field]}
            commit={(typed) => change({ [field]: typed })}
          />
        ))}
        <FieldText
          name="isrc"
          label="ISRC"
          look="code"
          value={recording.isrc}
          storesOnPause={false}
          advise={(text) => identifierFault('isrc', text)}
          commit={(isrc) => change({ isrc: storedIdentifier('isrc', isrc) })}
        />
        <FieldCheck
          name="ownedByProduction"
          label="We own the recording"
          value={recording.ownedByProduction}
          onChange={(ownedByProduction) => void change({ ownedByProduction })}
        />
      </div>
    </>
  )
}

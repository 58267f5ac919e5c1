import { updateCues } from '../../shared/edits/cueFieldEdits.ts'
import { type Cue, identificationConfidences, identificationMethods } from '../../shared/model/cue.ts'
import { useSession } from '../store/session.ts'
import { Choice } from '../ui/Choice.tsx'
import { ChoiceSegments } from '../ui/ChoiceSegments.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import { optionsOf } from './optionsOf.ts'
import { confidenceNames, identificationMethodNames } from './sceneWords.ts'
import { useApply } from './useApply.ts'

const methods = [
  { id: 'none', name: 'Not identified yet' } as const,
  ...optionsOf(identificationMethods, identificationMethodNames),
]
const confidences = optionsOf(identificationConfidences, confidenceNames)

/** How it is known what the music is. */
export function IdentificationFields({ cue }: { readonly cue: Cue }) {
  const session = useSession()
  const apply = useApply()
  const { identification } = cue
  const known = identification ?? { method: 'other', confidence: 'guess', note: '', link: '' }
  const update = (patch: Partial<typeof known>) =>
    updateCues([cue.id], { identification: { ...known, ...patch } })
  return (
    <>
      <Choice
        name="identification"
        label="Identified by"
        options={methods}
        value={identification?.method ?? 'none'}
        onChange={(method) =>
          void session.apply(
            method === 'none' ? updateCues([cue.id], { identification: null }) : update({ method }),
          )
        }
      />
      {identification ? (
        <>
          <ChoiceSegments
            name="confidence"
            label="How sure"
            options={confidences}
            value={identification.confidence}
            onChange={(confidence) => void session.apply(update({ confidence }))}
          />
          <FieldText
            name="identificationNote"
            label="What was seen"
            value={identification.note}
            commit={(note) => apply(update({ note }), `identification note ${cue.id}`)}
          />
          <FieldText
            name="identificationLink"
            label="Link"
            value={identification.link}
            commit={(link) => apply(update({ link }), `identification link ${cue.id}`)}
          />
        </>
      ) : null}
    </>
  )
}

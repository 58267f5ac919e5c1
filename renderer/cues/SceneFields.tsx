import { type CuePatch, updateCues } from '../../shared/edits/cueFieldEdits.ts'
import { type Cue, dramaticRoles } from '../../shared/model/cue.ts'
import { useSession } from '../store/session.ts'
import { ChoiceTags } from '../ui/ChoiceTags.tsx'
import { FieldArea } from '../ui/FieldArea.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import { IdentificationFields } from './IdentificationFields.tsx'
import styles from './Inspector.module.css'
import { optionsOf } from './optionsOf.ts'
import { dramaticRoleNames } from './sceneWords.ts'
import { sharedValue } from './sharedValue.ts'
import { useApply } from './useApply.ts'

const roles = optionsOf(dramaticRoles, dramaticRoleNames)

/** Where in the story the cues are, and what there is to remember about them. */
export function SceneFields({ cues }: { readonly cues: readonly Cue[] }) {
  const session = useSession()
  const apply = useApply()
  const ids = cues.map((cue) => cue.id)
  const [only, ...others] = cues
  const text = (field: 'scene' | 'description' | 'notes') => {
    const shared = sharedValue(cues, (cue) => cue[field])
    return {
      name: field,
      value: shared ?? '',
      placeholder: shared === null ? 'Mixed' : undefined,
      isWide: true,
      commit: (typed: string) =>
        apply(updateCues(ids, { [field]: typed } as CuePatch), `${field} ${ids.join(' ')}`),
    }
  }
  return (
    <div className={styles.fields}>
      <FieldText label="Scene" {...text('scene')} />
      <FieldArea label="Description" {...text('description')} />
      <FieldArea label="Notes" {...text('notes')} />
      {only && others.length === 0 ? (
        <>
          <ChoiceTags
            name="dramaticRoles"
            label="In the scene"
            options={roles}
            values={only.dramaticRoles}
            onChange={(chosen) => void session.apply(updateCues(ids, { dramaticRoles: [...chosen] }))}
          />
          <IdentificationFields cue={only} />
        </>
      ) : null}
    </div>
  )
}

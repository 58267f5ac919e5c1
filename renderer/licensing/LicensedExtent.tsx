import { updateCues } from '../../shared/edits/cueFieldEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { useApply } from '../cues/useApply.ts'
import { FieldText } from '../ui/FieldText.tsx'
import { typedWhole } from '../ui/typedWhole.ts'
import styles from './LicenceTerms.module.css'

/** How long and how often the licences of a cue let its music be used. */
export function LicensedExtent({ cue }: { readonly cue: Cue }) {
  const apply = useApply()
  const field = (name: 'licensedDuration' | 'licensedUses', label: string, placeholder: string) => (
    <FieldText
      name={name}
      label={label}
      layout="above"
      look="figure"
      placeholder={placeholder}
      value={cue[name] === null ? '' : String(cue[name])}
      storesOnPause={false}
      commit={(text) => {
        const whole = typedWhole(text)
        return whole.ok ? apply(updateCues([cue.id], { [name]: whole.value }), `${name} ${cue.id}`) : whole
      }}
    />
  )
  return (
    <div className={styles.fields}>
      {field('licensedDuration', 'Seconds licensed', 'no limit')}
      {field('licensedUses', 'Uses licensed', 'no limit')}
    </div>
  )
}

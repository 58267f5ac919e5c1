import { type LicencePatch, updateLicence } from '../../shared/edits/licenceEdits.ts'
import type { Licence } from '../../shared/model/licence.ts'
import { mediaPresets, termPresets, territoryPresets } from '../../shared/model/licencePresets.ts'
import { useApply } from '../cues/useApply.ts'
import { typedDay } from '../settings/typedDay.ts'
import { FieldArea } from '../ui/FieldArea.tsx'
import { FieldSuggest } from '../ui/FieldSuggest.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import type { Suggestion } from '../ui/suggestionsFor.ts'
import styles from './RightsInspector.module.css'

/** Usual options of a licence (cue-sheet reference, section 9.4): a right, at which price, and until when. */
const optionPresets = [
  'All media, at the fee of this licence, within 18 months',
  'All media, at 200 % of the fee, within 24 months',
  'In-context trailers, at 50 % of the fee',
  'Out-of-context promos, to be agreed',
  'Renewal on the same terms, by the end of the term',
] as const

const presets: readonly {
  readonly field: 'territory' | 'media' | 'term' | 'options'
  readonly label: string
  readonly offered: readonly string[]
}[] = [
  { field: 'territory', label: 'Territory', offered: territoryPresets },
  { field: 'term', label: 'Term', offered: termPresets },
  { field: 'media', label: 'Media', offered: mediaPresets },
  { field: 'options', label: 'Options', offered: optionPresets },
]

const days = [
  { field: 'starts', label: 'Starts' },
  { field: 'expires', label: 'Expires' },
] as const

/** Where, for how long and in which media a licence runs. What is usual is offered; any other words are taken. */
export function LicenceTermsFields({ licence }: { readonly licence: Licence }) {
  const apply = useApply()
  const update = (patch: LicencePatch, field: string) =>
    apply(updateLicence(licence.id, patch), `${field} ${licence.id}`)
  return (
    <section className={styles.section} aria-label="Terms">
      <h3>Terms</h3>
      <div className={styles.fields}>
        {presets.map(({ field, label, offered }) => (
          <FieldSuggest
            key={field}
            name={field}
            label={label}
            value={licence[field]}
            suggestions={asSuggestions(offered)}
            placeholder={offered[0]}
            commit={(text) => update({ [field]: text }, field)}
          />
        ))}
        {days.map(({ field, label }) => (
          <FieldText
            key={field}
            name={field}
            label={label}
            placeholder="2026-04-14"
            value={licence[field]}
            storesOnPause={false}
            commit={(text) => {
              const day = typedDay(text)
              return day.ok ? update({ [field]: day.value }, field) : day
            }}
          />
        ))}
        <FieldText
          name="licensedUsage"
          label="Given for"
          placeholder="BV, or in words"
          value={licence.licensedUsage}
          commit={(licensedUsage) => update({ licensedUsage }, 'licensedUsage')}
        />
        <FieldText
          name="number"
          label="Number"
          value={licence.number}
          commit={(number) => update({ number }, 'number')}
        />
        <FieldArea
          name="notes"
          label="Notes"
          value={licence.notes}
          commit={(notes) => update({ notes }, 'notes')}
        />
      </div>
    </section>
  )
}

function asSuggestions(names: readonly string[]): readonly Suggestion[] {
  return names.map((name) => ({ id: name, name }))
}

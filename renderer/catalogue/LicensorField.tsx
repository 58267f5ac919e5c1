import { type LicencePatch, updateLicence } from '../../shared/edits/licenceEdits.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { Licence } from '../../shared/model/licence.ts'
import { partyName } from '../../shared/model/work.ts'
import { useApply } from '../cues/useApply.ts'
import { FieldSuggest } from '../ui/FieldSuggest.tsx'
import type { Suggestion } from '../ui/suggestionsFor.ts'
import { useLookUp } from './useLookUp.ts'

type LicensorFieldProps = {
  readonly licence: Licence
  readonly kind: string
  readonly document: ProductionDocument
  readonly layout?: 'beside' | 'bare'
}

/** Who grants a licence: those named in the production, and contacts of the catalogue with how to reach them. */
export function LicensorField({ licence, kind, document, layout = 'bare' }: LicensorFieldProps) {
  const apply = useApply()
  const { lookUp, entryOf } = useLookUp('contact')
  const update = (patch: LicencePatch) => apply(updateLicence(licence.id, patch), `licensor ${licence.id}`)
  const choose = (id: string) => {
    const contact = entryOf(id)?.contact
    if (!contact) return update({ licensor: id })
    const isOpen = licence.contact === ''
    return update({ licensor: contact.name, ...(isOpen ? { contact: contact.contact } : {}) })
  }
  return (
    <FieldSuggest
      name="licensor"
      label={layout === 'bare' ? `Licensor of the ${kind}` : 'Holder'}
      layout={layout}
      placeholder="Licensor"
      value={licence.licensor}
      suggestions={() => namesIn(document)}
      lookUp={lookUp}
      choose={choose}
      commit={(licensor) => update({ licensor })}
    />
  )
}

/** Licensors and holders of the production, each once. */
function namesIn(document: ProductionDocument): readonly Suggestion[] {
  const licensors = recordsOf(document, 'licences').map(({ licensor }) => licensor)
  const names = new Set([...licensors, ...recordsOf(document, 'parties').map(partyName)].filter(Boolean))
  return [...names].toSorted((a, b) => a.localeCompare(b)).map((name) => ({ id: name, name }))
}

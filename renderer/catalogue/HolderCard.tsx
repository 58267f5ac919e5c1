import { type PartyPatch, updateParty } from '../../shared/edits/partyEdits.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import { identifierFault, storedIdentifier } from '../../shared/model/identifierForms.ts'
import { storedSociety } from '../../shared/model/societies.ts'
import type { Party } from '../../shared/model/work.ts'
import { useApply } from '../cues/useApply.ts'
import { knownSocieties } from '../licensing/shareWords.ts'
import { FieldArea } from '../ui/FieldArea.tsx'
import { FieldSuggest } from '../ui/FieldSuggest.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import styles from './LibraryDialog.module.css'

type HolderCardProps = { readonly party: Party; readonly document: ProductionDocument }

/** The card of a holder: a person has first and last name, a firm one name. */
export function HolderCard({ party, document }: HolderCardProps) {
  const apply = useApply()
  const change = (patch: PartyPatch) =>
    apply(updateParty(party.id, patch), `${Object.keys(patch)} ${party.id}`)
  const works = recordsOf(document, 'works').filter(({ writers, publishers }) =>
    [...writers, ...publishers].some((share) => share.party === party.id),
  )
  return (
    <>
      <div className={styles.fields}>
        <FieldText
          name="firstName"
          label="First name"
          value={party.firstName}
          commit={(firstName) => change({ firstName })}
        />
        <FieldText
          name="lastName"
          label="Last name"
          value={party.lastName}
          commit={(lastName) => change({ lastName })}
        />
        <FieldText
          name="name"
          label="Firm, or one name"
          value={party.name}
          commit={(name) => change({ name })}
        />
        <FieldSuggest
          name="society"
          label="Society"
          value={party.society}
          suggestions={knownSocieties}
          commit={(society) => change({ society: storedSociety(society) })}
        />
        <FieldText
          name="ipi"
          label="IPI"
          look="code"
          value={party.ipi}
          storesOnPause={false}
          advise={(text) => identifierFault('ipi', text)}
          commit={(ipi) => change({ ipi: storedIdentifier('ipi', ipi) })}
        />
        <FieldArea
          name="contact"
          label="Contact"
          isWide
          placeholder="Address, e-mail, whom to ask for"
          value={party.contact}
          commit={(contact) => change({ contact })}
        />
      </div>
      <p className={styles.part}>
        {works.length === 0
          ? 'Has a part in no work.'
          : `Has a part in ${works
              .slice(0, 8)
              .map(({ title }) => title || 'Untitled')
              .join(', ')}${works.length > 8 ? ` and ${works.length - 8} more` : ''}.`}
      </p>
    </>
  )
}

import { IdCard, X } from 'lucide-react'
import type { ShareSide } from '../../shared/edits/shareEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { identifierFault, storedIdentifier } from '../../shared/model/identifierForms.ts'
import { storedSociety } from '../../shared/model/societies.ts'
import { type Party, partyName, publisherRoles, type Work, writerRoles } from '../../shared/model/work.ts'
import { percentText } from '../../shared/sheet/percentText.ts'
import { openCard } from '../catalogue/openCard.ts'
import { optionsOf } from '../cues/optionsOf.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { Choice, type Option } from '../ui/Choice.tsx'
import { FieldSuggest } from '../ui/FieldSuggest.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import { keepingFocus } from '../ui/keepingFocus.ts'
import type { Suggestion } from '../ui/suggestionsFor.ts'
import styles from './Shares.module.css'
import { knownSocieties, publisherRoleNames, writerRoleNames } from './shareWords.ts'
import { type ShareEdits, useShareEdits } from './useShareEdits.ts'

const roles: Readonly<Record<ShareSide, readonly Option<string>[]>> = {
  writers: optionsOf(writerRoles, writerRoleNames),
  publishers: optionsOf(publisherRoles, publisherRoleNames),
}

type ShareRowProps = {
  readonly side: ShareSide
  readonly work: Work
  readonly index: number
  readonly document: ProductionDocument
  readonly holders: readonly Suggestion[]
}

/** One writer or publisher. Society and IPI are the holder's, wherever that has a share. */
export function ShareRow({ side, work, index, document, holders }: ShareRowProps) {
  const entry = work[side][index]
  const party = entry && document.parties[entry.party]
  const session = useSession()
  const edits = useShareEdits({ document, work, side, index })
  if (!entry || !party) return null
  const who = `${side === 'writers' ? 'writer' : 'publisher'} ${index + 1}`
  return (
    <div className={styles.row}>
      <FieldSuggest
        name="name"
        label={`Name of ${who}`}
        layout="bare"
        value={partyName(party)}
        suggestions={holders}
        commit={(typed) => edits.name(party, typed)}
      />
      <Choice
        name="role"
        label={`Role of ${who}`}
        layout="bare"
        options={roles[side]}
        value={entry.role as string}
        shown={entry.role}
        onChange={edits.role}
      />
      <HolderFields party={party} who={who} update={edits.update} />
      <FieldText
        name="share"
        label={`Share of ${who} in percent`}
        layout="bare"
        look="figure"
        value={percentText(entry.share).replace('%', '')}
        storesOnPause={false}
        commit={edits.share}
      />
      <Button
        kind="quiet"
        label={`Card of ${partyName(party)}`}
        icon={<IdCard size={12} />}
        onPress={() => openCard(session, { table: 'parties', id: party.id })}
      />
      <Button
        kind="quiet"
        label={`Remove ${partyName(party)}`}
        icon={<X size={12} />}
        onPress={() => keepingFocus(edits.remove)}
      />
    </div>
  )
}

type HolderFieldsProps = {
  readonly party: Party
  readonly who: string
  readonly update: ShareEdits['update']
}

function HolderFields({ party, who, update }: HolderFieldsProps) {
  return (
    <>
      <FieldSuggest
        name="society"
        label={`Society of ${who}`}
        layout="bare"
        value={party.society}
        placeholder="Society"
        suggestions={knownSocieties}
        commit={(society) => update(party, { society: storedSociety(society) }, 'society')}
      />
      <FieldText
        name="ipi"
        label={`IPI of ${who}`}
        layout="bare"
        look="code"
        placeholder="IPI"
        value={party.ipi}
        storesOnPause={false}
        advise={(text) => identifierFault('ipi', text)}
        commit={(ipi) => update(party, { ipi: storedIdentifier('ipi', ipi) }, 'ipi')}
      />
    </>
  )
}

import type { OpenWork } from '../store/session.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { LicenceEditor } from './LicenceEditor.tsx'
import { NeedCard } from './NeedCard.tsx'
import { isPicked } from './pickedCard.ts'
import styles from './RightsInspector.module.css'
import type { Rights } from './rights.ts'
import { UseRights } from './UseRights.tsx'

type RightsInspectorProps = { readonly rights: Rights; readonly work: OpenWork }

/** What is picked: a licence to be edited, a paper that is not there yet, or else the needs of the selected use. */
export function RightsInspector({ rights, work }: RightsInspectorProps) {
  const session = useSession()
  const document = useStore(work.documents.state, (state) => state.document)
  const picked = useStore(session.moment, (moment) => moment.negotiation)
  const selection = useStore(session.moment, (moment) => moment.selection)
  const licence = picked && 'licence' in picked ? document.licences[picked.licence] : undefined
  if (licence) return <LicenceEditor key={licence.id} licence={licence} document={document} rights={rights} />
  const card = rights.cards.find((each) => isPicked(each, picked))
  if (card) return <NeedCard card={card} rights={rights} />
  const use = selection.flatMap((id) => rights.use(id) ?? [])[0]
  if (use) return <UseRights use={use} rights={rights} />
  return (
    <p className={styles.nothing}>
      Pick a card, a row or a cue that blocks delivery: its licence, or what it needs, is edited here.
    </p>
  )
}

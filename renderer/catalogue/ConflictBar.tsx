import { type CatalogueConflict, takeCatalogueWord } from '../../shared/catalogue/takeEntry.ts'
import { fieldWords } from '../../shared/edits/editLabel.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { partyName } from '../../shared/model/work.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { keepingFocus } from '../ui/keepingFocus.ts'
import styles from './ConflictBar.module.css'
import { valueText } from './valueText.ts'

/** Where the catalogue says otherwise than the production: both values, and the choice. The production's holds until then. */
export function ConflictBar({ document }: { readonly document: ProductionDocument }) {
  const session = useSession()
  const conflicts = useStore(session.moment, (moment) => moment.catalogueConflicts)
  const open = conflicts.filter(({ table, id }) => Object.hasOwn(document[table], id))
  if (open.length === 0) return null
  const leave = (left: readonly CatalogueConflict[]) => session.moment.patch({ catalogueConflicts: left })
  const take = (taken: readonly CatalogueConflict[]) =>
    keepingFocus(() => {
      if (session.apply(takeCatalogueWord(taken))) leave(open.filter((one) => !taken.includes(one)))
    })
  return (
    <section className={styles.bar} aria-label="Your catalogue says otherwise">
      <p className={styles.head}>
        ● Your catalogue says otherwise. What the production says was kept.
        <Button kind="quiet" label="Keep all" onPress={() => keepingFocus(() => leave([]))} />
      </p>
      <ul>
        {open.map((conflict) => (
          <li key={`${conflict.id} ${conflict.field}`} className={styles.line}>
            <span className={styles.what}>
              {fieldWords(conflict.field)} of {nameOf(document, conflict)}
            </span>
            <span>
              here <strong>{valueText(document, conflict.field, conflict.here)}</strong>, in the catalogue{' '}
              <strong>{valueText(document, conflict.field, conflict.catalogue)}</strong>
            </span>
            <Button label="Take the catalogue’s" onPress={() => take([conflict])} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function nameOf(document: ProductionDocument, { table, id }: CatalogueConflict): string {
  if (table === 'works') return document.works[id]?.title || 'the work'
  if (table === 'recordings') return `the recording by ${document.recordings[id]?.artist || 'nobody named'}`
  const party = document.parties[id]
  return party ? partyName(party) : 'a holder'
}

import { recordsOf } from '../../shared/model/document.ts'
import { StateSign } from '../licensing/StateSign.tsx'
import { sideStateName } from '../licensing/sideStates.ts'
import type { OpenWork } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { licenceKindNames } from '../ui/words.ts'
import styles from './RightsPlace.module.css'

/** The place Rights: every licence and how far it is. */
export function RightsPlace({ work }: { readonly work: OpenWork }) {
  const document = useStore(work.documents.state, (state) => state.document)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section className={styles.place} aria-label="Licences" tabIndex={0} data-room-start>
      {recordsOf(document, 'licences').map(({ id, kind, licensor, status }) => (
        <p key={id}>
          <StateSign state={status} /> {licenceKindNames[kind]} {licensor} {sideStateName(status)}
        </p>
      ))}
    </section>
  )
}

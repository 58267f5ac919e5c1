import { StateSign } from '../licensing/StateSign.tsx'
import { sideTone } from '../licensing/sideStates.ts'
import { useProjection } from '../review/findings.ts'
import type { OpenWork } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import styles from './RightsPlace.module.css'

/** Beside the picture: which uses nobody may deliver yet. */
export function RightsHead({ work }: { readonly work: OpenWork }) {
  const document = useStore(work.documents.state, (state) => state.document)
  const { order, useOf } = useProjection(document)
  const blocked = order.flatMap((id) => {
    const use = useOf.get(id)
    return use && [use.sync, use.master].some(({ status }) => sideTone(status) === 'blocked') ? [use] : []
  })
  return (
    <section className={styles.head} aria-label="What blocks delivery">
      <h2>What blocks delivery</h2>
      {blocked.map(({ cue, title, sync, master }) => (
        <p key={cue.id}>
          <StateSign state={sync.status} /> <StateSign state={master.status} /> {cue.number} {title}
        </p>
      ))}
    </section>
  )
}

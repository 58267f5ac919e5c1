import type { MusicUses } from '../../shared/catalogue/usage.ts'
import type { MergedTable } from '../../shared/edits/mergeEdits.ts'
import { removeUnused, usedIds } from '../../shared/edits/separateEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { HolderCard } from './HolderCard.tsx'
import styles from './LibraryDialog.module.css'
import { recordName } from './libraryRows.ts'
import { RecordingCard } from './RecordingCard.tsx'
import { UsesList } from './UsesList.tsx'
import { WorkCard } from './WorkCard.tsx'

type RecordCardProps = {
  readonly table: MergedTable
  readonly id: string
  readonly document: ProductionDocument
  readonly uses: MusicUses
  /** Whether the one to merge it with is being chosen. */
  readonly isMerging: boolean
  readonly merge: () => void
}

/** Everything about one work, recording or holder, to be changed for all cues that use it. */
export function RecordCard({ table, id, document, uses, isMerging, merge }: RecordCardProps) {
  const session = useSession()
  const work = table === 'works' ? document.works[id] : undefined
  const recording = table === 'recordings' ? document.recordings[id] : undefined
  const party = table === 'parties' ? document.parties[id] : undefined
  const isIdle = !usedIds(document, table).has(id)
  return (
    <section aria-label={`Card of ${recordName(document, table, id)}`} data-section="card">
      <h3 className={styles.heading}>
        <span>{recordName(document, table, id)}</span>
        <Button label={isMerging ? 'Do not merge' : 'Merge with…'} onPress={merge} />
        {isIdle ? (
          <Button label="Remove" onPress={() => void session.apply(removeUnused(table, [id]))} />
        ) : null}
      </h3>
      {isMerging ? <p className={styles.hint}>Choose the other one in the list.</p> : null}
      {work ? <WorkCard work={work} document={document} /> : null}
      {recording ? <RecordingCard recording={recording} document={document} /> : null}
      {party ? <HolderCard party={party} document={document} /> : null}
      <UsesList cues={uses[table].get(id) ?? []} document={document} />
    </section>
  )
}

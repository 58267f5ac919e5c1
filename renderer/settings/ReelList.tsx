import { addReel } from '../../shared/edits/reelEdits.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { DocumentStore } from '../store/documentStore.ts'
import { makeId, useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { nextReel } from './nextReel.ts'
import { RateField } from './RateField.tsx'
import styles from './ReelList.module.css'
import { ReelRow } from './ReelRow.tsx'

type ReelListProps = { readonly document: ProductionDocument; readonly documents: DocumentStore }

/** The rate and the reels in running order. */
export function ReelList({ document, documents }: ReelListProps) {
  const session = useSession()
  const reels = recordsOf(document, 'reels').toSorted((a, b) => a.order - b.order)
  const add = () => {
    const { label, programme } = nextReel(document)
    session.apply(addReel(label, programme, null, makeId))
  }
  return (
    <div className={styles.picture}>
      <RateField document={document} />
      <ul className={styles.reels} aria-label="Reels">
        {reels.map((reel, place) => (
          <ReelRow
            key={reel.id}
            reel={reel}
            place={place}
            isLast={place === reels.length - 1}
            rate={document.production.rate}
            documents={documents}
          />
        ))}
      </ul>
      <div className={styles.foot}>
        <Button label="Add a reel" onPress={add} />
        <p className={styles.hint}>
          FFOA and LFOA are the first and last frame of action; leader and tail outside them never count. When
          a start timecode changes, the reel’s cues and notes move along with the picture.
        </p>
      </div>
    </div>
  )
}

import { ArrowDown, ArrowUp, Film, Trash2 } from 'lucide-react'
import { moveReel, removeReel, updateReel } from '../../shared/edits/reelEdits.ts'
import type { Reel } from '../../shared/model/production.ts'
import { rangeLength } from '../../shared/time/frameRange.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { formatSignedTimecode } from '../../shared/time/timecode.ts'
import type { DocumentStore } from '../store/documentStore.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import styles from './ReelRow.module.css'
import { ReelTimes } from './ReelTimes.tsx'

type ReelRowProps = {
  readonly reel: Reel
  /** Place in the running order, 0 is first. */
  readonly place: number
  readonly isLast: boolean
  readonly rate: FrameRate
  readonly documents: DocumentStore
}

/** One reel: label, first and last frame of action, its film, and the timecode it begins with. */
export function ReelRow({ reel, place, isLast, rate, documents }: ReelRowProps) {
  return (
    <li className={styles.reel} aria-label={`Reel ${reel.label}`}>
      <div className={styles.times}>
        <FieldText
          name="label"
          label="Reel"
          layout="above"
          value={reel.label}
          commit={(label) => documents.apply(updateReel(reel.id, { label }), `label ${reel.id}`)}
        />
        <ReelTimes reel={reel} rate={rate} documents={documents} />
        <div className={styles.length}>
          <span>Length</span>
          <output>{formatSignedTimecode(rangeLength(reel.programme), rate)}</output>
        </div>
        <ReelActs reel={reel} place={place} isLast={isLast} />
      </div>
      <p className={styles.film} title={reel.media?.path}>
        <Film size={13} aria-hidden />
        {reel.media ? reel.media.path.split(/[\\/]/).at(-1) : 'No film'}
      </p>
    </li>
  )
}

function ReelActs({ reel, place, isLast }: Pick<ReelRowProps, 'reel' | 'place' | 'isLast'>) {
  const session = useSession()
  return (
    <div className={styles.acts}>
      <Button
        kind="quiet"
        label={`Move ${reel.label} earlier`}
        icon={<ArrowUp size={15} />}
        isDisabled={place === 0}
        onPress={() => session.apply(moveReel(reel.id, place - 1))}
      />
      <Button
        kind="quiet"
        label={`Move ${reel.label} later`}
        icon={<ArrowDown size={15} />}
        isDisabled={isLast}
        onPress={() => session.apply(moveReel(reel.id, place + 1))}
      />
      <Button
        kind="quiet"
        label={`Remove ${reel.label}`}
        icon={<Trash2 size={15} />}
        onPress={() => session.apply(removeReel(reel.id))}
      />
    </div>
  )
}

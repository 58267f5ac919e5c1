import { Play } from 'lucide-react'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import styles from './RightsInspector.module.css'

type UseRowProps = {
  readonly use: CueUse
  readonly document: ProductionDocument
  readonly onPlay: () => void
}

/** One use; a press plays it. */
export function UseRow({ use, document, onPlay }: UseRowProps) {
  const session = useSession()
  const isSelected = useStore(session.moment, (moment) => moment.selection.includes(use.cue.id))
  const start = use.cue.spans[0]?.start
  return (
    <button type="button" className={styles.row} aria-current={isSelected} onClick={onPlay}>
      <Play size={11} aria-hidden />
      <span className={styles.dim}>{use.cue.number}</span>
      <span className={styles.grow}>{use.title || 'Untitled cue'}</span>
      <span className={styles.dim}>
        {typeof start === 'number' ? formatTimecode(start, document.production.rate) : ''}
      </span>
    </button>
  )
}

import { moveNotes, updateNote } from '../../shared/edits/noteEdits.ts'
import type { Note } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { useApply } from '../cues/useApply.ts'
import { useSession } from '../store/session.ts'
import { FieldText } from '../ui/FieldText.tsx'
import { TimecodeField } from '../ui/TimecodeField.tsx'
import styles from './NoteFields.module.css'

type NoteFieldsProps = { readonly note: Note; readonly document: ProductionDocument }

/** What a note says and where it stands, to be typed into. */
export function NoteFields({ note, document }: NoteFieldsProps) {
  const session = useSession()
  const apply = useApply()
  const { id, frame, text, reel } = note
  return (
    <div className={styles.fields}>
      <FieldText
        name="noteText"
        label="Text"
        value={text}
        placeholder="What happens at this frame"
        storesOnPause={false}
        commit={(typed) => apply(updateNote(id, { text: typed }), `note text ${id}`)}
      />
      <TimecodeField
        name="noteFrame"
        label={
          Object.keys(document.reels).length > 1 ? `At · ${document.reels[reel]?.label || 'reel'}` : 'At'
        }
        rate={document.production.rate}
        value={frame}
        base={frame}
        commit={(wanted) => apply(moveNotes([id], wanted - frame), `nudge ${id}`)}
        nudge={(by) => void session.apply(moveNotes([id], by), `nudge ${id}`)}
      />
    </div>
  )
}

import type { Note } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { CommandButton } from '../commands/CommandButton.tsx'
import styles from './NoteFields.module.css'
import { NoteFields } from './NoteFields.tsx'

type NoteInspectorProps = { readonly note: Note; readonly document: ProductionDocument }

/** The inspector of the selected note. */
export function NoteInspector({ note, document }: NoteInspectorProps) {
  return (
    <div className={styles.inspector}>
      <h2>Note</h2>
      <NoteFields note={note} document={document} />
      <div className={styles.actions}>
        <CommandButton id="note.previous" label="Previous" />
        <CommandButton id="note.next" label="Next" />
        <CommandButton id="note.remove" label="Remove" keys="Delete" />
      </div>
    </div>
  )
}

import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Segment } from '../../shared/model/production.ts'
import { CommandButton } from '../commands/CommandButton.tsx'
import styles from '../notes/NoteFields.module.css'
import { SegmentFields } from './SegmentFields.tsx'

type SegmentInspectorProps = { readonly segment: Segment; readonly document: ProductionDocument }

/** The inspector of the selected segment. */
export function SegmentInspector({ segment, document }: SegmentInspectorProps) {
  return (
    <div className={styles.inspector}>
      <h2>Segment</h2>
      <SegmentFields key={segment.id} segment={segment} document={document} />
      <div className={styles.actions}>
        <CommandButton id="segment.previous" label="Previous" />
        <CommandButton id="segment.next" label="Next" />
        <CommandButton id="segment.remove" label="Remove" keys="Delete" />
      </div>
    </div>
  )
}

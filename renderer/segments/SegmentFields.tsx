import { borderLimits, moveSegmentBorder } from '../../shared/edits/segmentBorderEdits.ts'
import { setSegmentKind } from '../../shared/edits/segmentDivision.ts'
import { updateSegment } from '../../shared/edits/segmentEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Segment } from '../../shared/model/production.ts'
import { frames } from '../../shared/time/frames.ts'
import { useApply } from '../cues/useApply.ts'
import styles from '../notes/NoteFields.module.css'
import { useSession } from '../store/session.ts'
import { ChoiceSegments } from '../ui/ChoiceSegments.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import { TimecodeField } from '../ui/TimecodeField.tsx'

type SegmentFieldsProps = { readonly segment: Segment; readonly document: ProductionDocument }

const kinds = [
  { id: 'content', name: 'Act' },
  { id: 'break', name: 'Break' },
] as const

/** Name, kind and borders of a segment. A border that touches another segment moves for both. */
export function SegmentFields({ segment, document }: SegmentFieldsProps) {
  const session = useSession()
  const apply = useApply()
  const { id } = segment
  const nudge = (edge: 'start' | 'end', by: number) => {
    const { least, most } = borderLimits(document, segment, edge)
    const frame = frames(Math.min(most, Math.max(least, segment[edge] + by)))
    session.apply(moveSegmentBorder(id, edge, frame), `${edge} ${id}`)
  }
  const border = (edge: 'start' | 'end', label: string) => (
    <TimecodeField
      name={`segment-${edge}`}
      label={label}
      rate={document.production.rate}
      value={segment[edge]}
      base={segment[edge]}
      commit={(frame) => apply(moveSegmentBorder(id, edge, frame), `${edge} ${id}`)}
      nudge={(by) => nudge(edge, by)}
    />
  )
  return (
    <div className={styles.fields}>
      <FieldText
        name="segmentLabel"
        label="Name"
        value={segment.label}
        placeholder="Act 1"
        storesOnPause={false}
        commit={(label) => apply(updateSegment(id, { label }), `label ${id}`)}
      />
      <ChoiceSegments
        name="segmentKind"
        label="Kind"
        options={kinds}
        value={segment.kind}
        onChange={(kind) => void session.apply(setSegmentKind(id, kind))}
      />
      {border('start', 'Begins')}
      {border('end', 'Ends before')}
    </div>
  )
}

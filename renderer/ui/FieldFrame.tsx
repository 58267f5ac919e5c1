import type { ReactNode } from 'react'
import styles from './Field.module.css'
import { FieldMark } from './FieldMarks.tsx'

type FieldFrameProps = {
  /** The field's name in the model; findings and the keyboard find the field by it. */
  readonly name: string
  readonly label: string
  readonly labelId: string
  /** The control that a click on the label goes to; absent where the control is named by the label's id alone. */
  readonly controlId?: string
  readonly layout?: 'beside' | 'above' | 'bare'
  readonly isWide?: boolean
  /** Stands behind the label. */
  readonly note?: ReactNode
  readonly children: ReactNode
}

/** A label and its control, with the sign of what the review found about it. */
export function FieldFrame({
  name,
  label,
  labelId,
  controlId,
  layout = 'beside',
  isWide = false,
  note,
  children,
}: FieldFrameProps) {
  const caption = (
    <>
      {label}
      <FieldMark name={name} />
      {note}
    </>
  )
  return (
    <div className={styles.field} data-field={name} data-layout={layout} data-wide={isWide}>
      {controlId === undefined ? (
        <span id={labelId} className={styles.label}>
          {caption}
        </span>
      ) : (
        <label id={labelId} htmlFor={controlId} className={styles.label}>
          {caption}
        </label>
      )}
      <div className={styles.value}>{children}</div>
    </div>
  )
}

import { type ReactNode, useContext } from 'react'
import { CellPlaceContext } from './cellPlace.ts'

type CellProps = {
  readonly className?: string | undefined
  /** What a screen reader says in place of signs and codes. */
  readonly label?: string | undefined
  readonly title?: string | undefined
  readonly children: ReactNode
}

/** A cell of a grid. The row takes the keyboard, or the cell while cells are walked through. */
export function Cell({ className, label, title, children }: CellProps) {
  const place = useContext(CellPlaceContext)
  const isTyped = place !== null && place.editor !== null
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows drawn only while they show cannot be those of a table
    <div
      role="gridcell"
      className={className}
      aria-label={isTyped ? undefined : label}
      title={isTyped ? undefined : title}
      tabIndex={place?.isCursor ? -1 : undefined}
      aria-selected={place?.isInBlock || undefined}
      data-cursor={place?.isCursor || undefined}
      data-block={place?.isInBlock || undefined}
      data-typed={isTyped || undefined}
    >
      {isTyped ? place.editor : children}
    </div>
  )
}

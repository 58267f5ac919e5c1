import type { ReactNode } from 'react'

type CellProps = {
  readonly className?: string | undefined
  /** What a screen reader says in place of signs and codes. */
  readonly label?: string | undefined
  readonly title?: string | undefined
  readonly children: ReactNode
}

/** A cell of a grid whose rows, and not cells, take the keyboard. */
export function Cell({ className, label, title, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows drawn only while they show cannot be those of a table
    // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus
    <div role="gridcell" className={className} aria-label={label} title={title}>
      {children}
    </div>
  )
}

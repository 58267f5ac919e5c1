import { ChevronRight } from 'lucide-react'
import { createContext, type ReactNode, useContext, useId } from 'react'
import { Button } from 'react-aria-components'
import styles from './Inspector.module.css'

/** Which sections are folded, and what folds and unfolds them. */
export type Folding = { readonly folded: ReadonlySet<string>; readonly toggle: (name: string) => void }

const FoldingContext = createContext<Folding>({ folded: new Set(), toggle: () => {} })

/** Tells the sections inside whether they are folded. */
export const FoldingProvider = FoldingContext.Provider

type InspectorSectionProps = {
  readonly name: string
  readonly title: string
  /** Said beside the title, also while the section is folded. */
  readonly summary?: ReactNode
  /** One that does not fold lets Tab go straight on from the fields before it. */
  readonly folds?: boolean
  readonly children: ReactNode
}

/** A part of the inspector that folds. What is folded keeps what was typed into it. */
export function InspectorSection({ name, title, summary, folds = true, children }: InspectorSectionProps) {
  const id = useId()
  const { folded, toggle } = useContext(FoldingContext)
  const isOpen = !folds || !folded.has(name)
  return (
    <section className={styles.section} data-section={name} aria-labelledby={`${id}-title`}>
      <h3 className={styles.heading} id={`${id}-title`}>
        {folds ? (
          <Button
            className={styles.fold ?? ''}
            aria-expanded={isOpen}
            aria-controls={`${id}-content`}
            onPress={() => toggle(name)}
          >
            <ChevronRight size={12} aria-hidden className={styles.chevron} data-open={isOpen} />
            {title}
          </Button>
        ) : (
          <span className={styles.fixed}>{title}</span>
        )}
        {summary ? <span className={styles.summary}>{summary}</span> : null}
      </h3>
      <div id={`${id}-content`} hidden={!isOpen} className={styles.content}>
        {children}
      </div>
    </section>
  )
}

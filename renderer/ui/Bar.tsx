import type { ReactNode } from 'react'
import styles from './Bar.module.css'

type BarProps = {
  /** What a screen reader calls it. */
  readonly name: string
  readonly icon: ReactNode
  readonly text: ReactNode
  readonly actions: ReactNode
  /** What is shown below when more is wanted. */
  readonly children?: ReactNode
}

/** A strip under the top bar that says something about the whole production, and takes nothing away from working in it. */
export function Bar({ name, icon, text, actions, children }: BarProps) {
  return (
    <section className={styles.bar} aria-label={name}>
      <div className={styles.line}>
        {icon}
        <p className={styles.text} role="status">
          {text}
        </p>
        <span className={styles.actions}>{actions}</span>
      </div>
      {children}
    </section>
  )
}

import { Component, type ReactNode } from 'react'
import styles from './ErrorBoundary.module.css'

type ErrorState = { readonly error: Error | null }

/** Shows the unforeseen in place of the window; the work is in the journal. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, ErrorState> {
  override state: ErrorState = { error: null }

  static getDerivedStateFromError(error: Error): ErrorState {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <main className={styles.screen} role="alert">
        <h1>Needledrop has to start again</h1>
        <p>
          Something went wrong that we did not foresee. Every change you made is in the journal and will be
          there.
        </p>
        <pre>{error.message}</pre>
        <button type="button" onClick={() => window.location.reload()}>
          Start again
        </button>
      </main>
    )
  }
}

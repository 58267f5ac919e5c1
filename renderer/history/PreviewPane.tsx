import type { ChangeLine } from '../../shared/edits/changeWords.ts'
import styles from './HistoryPanel.module.css'
import type { StatePreview } from './useStatePreview.ts'

type PreviewPaneProps = {
  readonly name: string
  readonly isCurrent: boolean
  readonly isTakenBack: boolean
  readonly preview: StatePreview | null
}

const signs: Readonly<Record<ChangeLine['kind'], string>> = { added: '+', changed: '~', removed: '−' }

/** What restoring the state would change, in words. */
export function PreviewPane({ name, isCurrent, isTakenBack, preview }: PreviewPaneProps) {
  return (
    <section className={styles.preview} aria-label="What restoring would change">
      <h3 className={styles.title}>
        {isCurrent ? 'Now: ' : isTakenBack ? 'Forward to: ' : 'Back to: '}
        {name}
      </h3>
      <p id="history-preview" className={styles.summary} aria-live="polite">
        {isCurrent ? 'This is the current state.' : preview ? `${preview.summary}.` : '…'}
      </p>
      {isCurrent || !preview ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
        <ul className={styles.lines} aria-label="Changes" tabIndex={0}>
          {preview.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are replaced together
            <li key={index} data-kind={line.kind}>
              <span className={styles.kind} aria-hidden="true">
                {signs[line.kind]}
              </span>
              <span>
                {line.what} <span className={styles.verb}>{line.kind === 'changed' ? '' : line.kind}</span>
                {line.fields.map((field) => (
                  <span key={field} className={styles.field}>
                    {field}
                  </span>
                ))}
              </span>
            </li>
          ))}
          {preview.more > 0 ? (
            <li className={styles.more}>and {preview.more.toLocaleString()} more</li>
          ) : null}
        </ul>
      )}
      <p className={styles.hint}>
        {isCurrent
          ? 'Arrow keys or the pointer show what another state would change.'
          : 'Enter or a click restores it. Other states stay in this list until the next edit.'}
      </p>
    </section>
  )
}

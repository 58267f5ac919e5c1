import styles from './TextPreview.module.css'

/** Lines that are shown. */
const shownLines = 400

/** The beginning of a text as it will be written; tabs and marks of order are shown as what they are. */
export function TextPreview({ text, isCut }: { readonly text: string; readonly isCut: boolean }) {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const shown = lines.slice(0, shownLines)
  const hasMore = isCut || lines.length > shown.length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Preview of the file">
      <pre className={styles.text}>{shown.join('\n')}</pre>
      {text === '' ? <p className={styles.note}>The file would be empty.</p> : null}
      {hasMore ? <p className={styles.note}>The beginning. All is written.</p> : null}
    </section>
  )
}

import type { Loss } from '../../shared/formats/format.ts'
import type { CueSheet } from '../../shared/sheet/cueSheet.ts'
import styles from './FileFacts.module.css'
import { leftOutText } from './leftOutText.ts'

type FileFactsProps = { readonly name: string; readonly sheet: CueSheet; readonly losses: readonly Loss[] }

/** What the file is called, what is in it, and what its format cannot hold. */
export function FileFacts({ name, sheet, losses }: FileFactsProps) {
  const leftOut = leftOutText(sheet)
  return (
    <dl className={styles.facts}>
      <dt>File</dt>
      <dd className={styles.name}>{name}</dd>
      <dt>Rows</dt>
      <dd>
        {sheet.rows.length.toLocaleString()} {sheet.rows.length === 1 ? 'cue' : 'cues'}
        {leftOut ? <span className={styles.leftOut}> · {leftOut}</span> : null}
      </dd>
      <dt>Not in this format</dt>
      <dd>{losses.join(' · ')}</dd>
    </dl>
  )
}

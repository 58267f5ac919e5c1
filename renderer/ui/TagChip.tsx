import type { CueType } from '../../shared/model/cue.ts'
import styles from './TagChip.module.css'
import { typeCodes, typeNames } from './words.ts'

/** A cue type as hue and two letters. */
export function TagChip({ type }: { readonly type: CueType }) {
  return (
    <span
      className={styles.chip}
      style={{ background: `var(--type-${type})` }}
      title={typeNames[type]}
      aria-hidden
    >
      {typeCodes[type]}
    </span>
  )
}

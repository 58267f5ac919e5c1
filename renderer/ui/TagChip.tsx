import type { CueType } from '../../shared/model/cue.ts'
import styles from './TagChip.module.css'
import { typeCodes, typeNames } from './words.ts'

/** A cue type as hue and two letters; whatever it stands in says the type in words. */
export function TagChip({ type }: { readonly type: CueType }) {
  return (
    <span
      className={styles.chip}
      style={{ background: `var(--type-${type})` }}
      data-code={typeCodes[type]}
      title={typeNames[type]}
      aria-hidden
    />
  )
}

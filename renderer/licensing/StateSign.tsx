import type { SideState } from '../../shared/sheet/sideStatus.ts'
import { statusSigns } from '../ui/words.ts'
import styles from './StateSign.module.css'
import { sideTone } from './sideStates.ts'

/** The sign of a licence state: its shape says which, its colour what that means. */
export function StateSign({ state }: { readonly state: SideState }) {
  return (
    <span className={styles.sign} data-tone={sideTone(state)} aria-hidden>
      {statusSigns[state]}
    </span>
  )
}

import type { Diegesis } from '../../shared/model/cue.ts'
import styles from './DiegesisSwatch.module.css'

/** The pattern that stands for a diegesis on the timeline, as a small square. */
export function DiegesisSwatch({ diegesis }: { readonly diegesis: Diegesis }) {
  return <span className={styles.swatch} data-diegesis={diegesis} aria-hidden />
}

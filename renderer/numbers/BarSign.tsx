import type { CueType, Diegesis } from '../../shared/model/cue.ts'
import type { NumberAxis } from '../../shared/sheet/numberAxes.ts'
import type { SideState } from '../../shared/sheet/sideStatus.ts'
import { DiegesisSwatch } from '../cues/DiegesisSwatch.tsx'
import { StateSign } from '../licensing/StateSign.tsx'
import { TagChip } from '../ui/TagChip.tsx'
import styles from './BarChart.module.css'

/** What stands for a bar beside its colour: the code of a type or use, the pattern of a diegesis, the sign of a licence state. */
export function BarSign({ axis, value }: { readonly axis: NumberAxis; readonly value: string }) {
  if (value === '') return null
  if (axis === 'type') return <TagChip type={value as CueType} />
  if (axis === 'diegesis') return <DiegesisSwatch diegesis={value as Diegesis} />
  if (axis === 'sync' || axis === 'master') return <StateSign state={value as SideState} />
  if (axis !== 'usUse' && axis !== 'ukUse') return null
  return (
    <span className={styles.code} aria-hidden>
      {value}
    </span>
  )
}

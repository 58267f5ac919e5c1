import { type CSSProperties, memo } from 'react'
import type { Cue } from '../../shared/model/cue.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { VisualRule } from '../../shared/model/production.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { TagChip } from '../ui/TagChip.tsx'
import { diegesisCodes, diegesisNames, typeNames } from '../ui/words.ts'
import { Cell } from './Cell.tsx'
import { LengthCell, MarkCell, SideCell, TitleCell, UseCell } from './CueCells.tsx'
import styles from './CueTable.module.css'
import { cueEdges } from './cueTimes.ts'
import { DiegesisSwatch } from './DiegesisSwatch.tsx'
import { FindingsBadge } from './FindingsBadge.tsx'

type CueRowProps = {
  readonly cue: Cue
  /** Null for a cue that is not in the cut. */
  readonly use: CueUse | null
  readonly findings: readonly Finding[]
  /** The cue's own title, else its work's. */
  readonly title: string
  /** Work and artist, as far as the title does not say them. */
  readonly music: string
  readonly rate: FrameRate
  readonly visualRule: VisualRule
  readonly index: number
  /** CSS px from the top of all rows. */
  readonly top: number
  readonly isSelected: boolean
  /** Whether Tab comes to this row. */
  readonly isStop: boolean
}

/** One cue, one line. */
export const CueRow = memo(function CueRow(props: CueRowProps) {
  const { cue, use, findings, title, music, rate, visualRule, index, top, isSelected, isStop } = props
  const { start, end } = cueEdges(cue)
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are drawn only while they show cannot be those of a table
    <div
      role="row"
      className={styles.row}
      style={{ '--top': `${top}px` } as CSSProperties}
      tabIndex={isStop ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      data-cue={cue.id}
      data-state={cue.state}
    >
      <Cell className={styles.number}>{cue.number}</Cell>
      <TitleCell title={title} state={cue.state} />
      <Cell label={typeNames[cue.type]}>
        <TagChip type={cue.type} />
      </Cell>
      <Cell label={diegesisNames[cue.diegesis]} title={diegesisNames[cue.diegesis]}>
        <DiegesisSwatch diegesis={cue.diegesis} />
        <span className={styles.code}>{diegesisCodes[cue.diegesis]}</span>
      </Cell>
      <UseCell cue={cue} visualRule={visualRule} />
      <MarkCell mark={start} rate={rate} />
      <MarkCell mark={end} rate={rate} />
      <LengthCell cue={cue} rate={rate} />
      <Cell className={styles.soft} title={music}>
        <span className={styles.text}>{music}</span>
      </Cell>
      <SideCell status={use?.sync ?? null} />
      <SideCell status={use?.master ?? null} />
      <Cell title={findings.map(({ message }) => message).join('\n')}>
        <FindingsBadge findings={findings} />
      </Cell>
    </div>
  )
})

import type { ReactNode } from 'react'
import { cueField } from '../../shared/entry/cueFields.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import { TagChip } from '../ui/TagChip.tsx'
import { diegesisCodes, diegesisNames, typeNames } from '../ui/words.ts'
import { Cell } from './Cell.tsx'
import { LengthCell, MarkCell, SideCell, TitleCell, UseCell } from './CueCells.tsx'
import styles from './CueTable.module.css'
import { cueEdges } from './cueTimes.ts'
import { DiegesisSwatch } from './DiegesisSwatch.tsx'
import { FindingsBadge } from './FindingsBadge.tsx'

/** What the cells of a row are made of. */
export type RowFacts = {
  readonly cue: Cue
  /** Null for a cue that is not in the cut. */
  readonly use: CueUse | null
  readonly findings: readonly Finding[]
  /** The cue's own title, else its work's. */
  readonly title: string
  /** Work and artist, as far as the title does not say them. */
  readonly music: string
  readonly production: ProductionDocument['production']
  /** Texts of the columns that show nothing but text, by column. */
  readonly texts: Readonly<Record<string, string>>
}

/** The cell of a column; one that has no look of its own shows its text. */
export function cellOf(id: string, facts: RowFacts): ReactNode {
  const draw = Object.hasOwn(drawn, id) ? drawn[id] : undefined
  return draw ? draw(facts) : <TextCell text={facts.texts[id] ?? ''} />
}

/** Whether a column shows nothing but the text of its field. */
export function isTextColumn(id: string): boolean {
  return !Object.hasOwn(drawn, id)
}

/** The text of a column that shows nothing else. */
export function columnText(document: ProductionDocument, cue: Cue, id: string): string {
  if (id === 'reel') return cue.spans.map(({ reel }) => document.reels[reel]?.label ?? '').join(', ')
  return cueField(id)?.read(document, cue) ?? ''
}

function TextCell({ text }: { readonly text: string }) {
  return (
    <Cell className={styles.soft} title={text}>
      <span className={styles.text}>{text}</span>
    </Cell>
  )
}

const drawn: Readonly<Record<string, (facts: RowFacts) => ReactNode>> = {
  number: ({ cue }) => <Cell className={styles.number}>{cue.number}</Cell>,
  title: ({ cue, title }) => <TitleCell title={title} state={cue.state} />,
  type: ({ cue }) => (
    <Cell label={typeNames[cue.type]}>
      <TagChip type={cue.type} />
    </Cell>
  ),
  diegesis: ({ cue }) => (
    <Cell label={diegesisNames[cue.diegesis]} title={diegesisNames[cue.diegesis]}>
      <DiegesisSwatch diegesis={cue.diegesis} />
      <span className={styles.code}>{diegesisCodes[cue.diegesis]}</span>
    </Cell>
  ),
  use: ({ cue, production }) => <UseCell cue={cue} visualRule={production.visualRule} />,
  start: ({ cue, production }) => <MarkCell mark={cueEdges(cue).start} rate={production.rate} />,
  end: ({ cue, production }) => <MarkCell mark={cueEdges(cue).end} rate={production.rate} />,
  length: ({ cue, production }) => <LengthCell cue={cue} rate={production.rate} />,
  music: ({ music }) => <TextCell text={music} />,
  sync: ({ use }) => <SideCell status={use?.sync ?? null} />,
  master: ({ use }) => <SideCell status={use?.master ?? null} />,
  findings: ({ findings }) => (
    <Cell title={findings.map(({ message }) => message).join('\n')}>
      <FindingsBadge findings={findings} />
    </Cell>
  ),
}

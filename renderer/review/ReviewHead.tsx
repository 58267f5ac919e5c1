import type { ReactNode } from 'react'
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Severity } from '../../shared/model/finding.ts'
import type { TargetSociety } from '../../shared/model/production.ts'
import { type ReadinessFigures, readinessText } from '../../shared/review/readiness.ts'
import { type SocietyReadiness, societyText } from '../../shared/review/societyReadiness.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Choice } from '../ui/Choice.tsx'
import styles from './FindingsList.module.css'
import { type Arrangement, type Grouping, groupings, type Part, parts } from './listing.ts'
import { ReadinessRing } from './ReadinessRing.tsx'
import { SeveritySign, severityPlurals } from './SeveritySign.tsx'

const severities: readonly Severity[] = ['error', 'warning', 'info']
const groupingNames: Readonly<Record<Grouping, string>> = {
  severity: 'By severity',
  cue: 'By cue',
  rule: 'By rule',
}
const partNames: Readonly<Record<Part, string>> = {
  all: 'All of it',
  sheet: 'The sheet',
  sync: 'Sync side',
  master: 'Master side',
}

type ReviewHeadProps = {
  readonly readiness: ReadinessFigures
  readonly societies: readonly SocietyReadiness[]
  /** Whom the sheet is made for; their figures come first. */
  readonly asked: readonly string[]
  readonly arrangement: Arrangement
  readonly counts: Readonly<Record<Severity, number>>
  readonly ignored: number
  readonly isCurrent: boolean
}

/** How near the sheet is to delivery, or to one society, in a figure and in words; and which findings the list shows. */
export function ReviewHead(props: ReviewHeadProps) {
  const { readiness, societies, asked, arrangement, counts, ignored, isCurrent } = props
  const session = useSession()
  const showsIgnored = useStore(session.moment, (moment) => moment.showsIgnored)
  const change = (fields: Partial<Arrangement>) =>
    session.moment.patch({ arrangement: { ...arrangement, ...fields }, showsIgnored: false })
  const society = societies.find((each) => each.society === arrangement.society)
  const sentence = society ? societyText(society) : readinessText(readiness)
  return (
    <header className={styles.head} aria-busy={!isCurrent}>
      <SocietyChoice
        societies={societies}
        asked={asked}
        readiness={readiness}
        chosen={arrangement.society}
        onChange={(id) => change({ society: id })}
      />
      <p
        className={styles.sentence}
        title={society ? `${sentence}\nRead from: ${society.source}.` : sentence}
      >
        {sentence}
      </p>
      <SmallChoice
        name="grouping"
        label="Group findings"
        ids={groupings}
        names={groupingNames}
        value={arrangement.grouping}
        onChange={(grouping) => change({ grouping })}
      />
      <SmallChoice
        name="part"
        label="Part of the work"
        ids={parts}
        names={partNames}
        value={arrangement.part}
        onChange={(part) => change({ part })}
      />
      <SeverityFilter
        counts={counts}
        filter={arrangement.severity}
        onChange={(severity) => change({ severity })}
      />
      <Button
        className={styles.choice ?? ''}
        aria-pressed={showsIgnored}
        onPress={() => session.moment.patch({ showsIgnored: !showsIgnored })}
      >
        Ignored <span className={styles.count}>{ignored.toLocaleString()}</span>
      </Button>
    </header>
  )
}

type SocietyChoiceProps = {
  readonly societies: readonly SocietyReadiness[]
  readonly asked: readonly string[]
  readonly readiness: ReadinessFigures
  readonly chosen: TargetSociety | null
  readonly onChange: (society: TargetSociety | null) => void
}

function SocietyChoice({ societies, asked, readiness, chosen, onChange }: SocietyChoiceProps) {
  const isAsked = ({ society }: SocietyReadiness) => asked.includes(society)
  const ordered = [...societies.filter(isAsked), ...societies.filter((each) => !isAsked(each))]
  const options = [
    figure('delivery', 'Delivery', readiness),
    ...ordered.map((each) => figure(each.society, each.name, each)),
  ]
  return (
    <div className={styles.society}>
      <Choice
        name="society"
        label="Ready for"
        layout="bare"
        options={options}
        value={chosen ?? 'delivery'}
        onChange={(id) => onChange(societies.find(({ society }) => society === id)?.society ?? null)}
      />
    </div>
  )
}

function figure(id: string, name: string, figures: { readonly percent: number; readonly isReady: boolean }) {
  const { percent, isReady } = figures
  const sign: ReactNode = <ReadinessRing percent={percent} isReady={isReady} />
  return { id, name: `${name} ${isReady ? 'ready' : `${percent}\u00a0%`}`, sign: id ? sign : null }
}

type SmallChoiceProps<Value extends string> = {
  readonly name: string
  readonly label: string
  readonly ids: readonly Value[]
  readonly names: Readonly<Record<Value, string>>
  readonly value: Value
  readonly onChange: (value: Value) => void
}

function SmallChoice<Value extends string>(props: SmallChoiceProps<Value>) {
  const { ids, names, ...choice } = props
  return (
    <div className={styles.small}>
      <Choice layout="bare" options={ids.map((id) => ({ id, name: names[id] }))} {...choice} />
    </div>
  )
}

type SeverityFilterProps = {
  readonly counts: Readonly<Record<Severity, number>>
  readonly filter: Severity | 'all'
  readonly onChange: (filter: Severity | 'all') => void
}

function SeverityFilter({ counts, filter, onChange }: SeverityFilterProps) {
  const all = counts.error + counts.warning + counts.info
  return (
    <ToggleButtonGroup
      className={styles.filter ?? ''}
      aria-label="Show findings"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[filter]}
      onSelectionChange={(keys) => {
        const [key] = keys
        onChange(severities.find((severity) => severity === key) ?? 'all')
      }}
    >
      <ToggleButton id="all" className={styles.choice ?? ''}>
        All <span className={styles.count}>{all.toLocaleString()}</span>
      </ToggleButton>
      {severities.map((severity) => (
        <ToggleButton key={severity} id={severity} className={styles.choice ?? ''}>
          <SeveritySign severity={severity} />
          {severityPlurals[severity]}{' '}
          <span className={styles.count}>{counts[severity].toLocaleString()}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

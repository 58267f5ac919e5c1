import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { SeveritySign } from '../review/SeveritySign.tsx'
import { severityNames } from '../ui/FieldMarks.tsx'
import { fieldOfFinding } from './fieldOfFinding.ts'
import styles from './Inspector.module.css'

type CueFindingsProps = {
  readonly cue: Cue
  readonly document: ProductionDocument
  readonly findings: readonly Finding[]
  /** Puts the keyboard into a field of the inspector. */
  readonly goTo: (field: string) => void
}

/** Findings shown before the rest is asked for. */
const firstShown = 3

/** What the review says about the cue; a line that has a field goes there. */
export function CueFindings({ cue, document, findings, goTo }: CueFindingsProps) {
  const [showsAll, setShowsAll] = useState(false)
  if (findings.length === 0) return null
  const rest = findings.length - firstShown
  return (
    <ul className={styles.findings} aria-label="What the review found">
      {keyed(showsAll || rest <= 1 ? findings : findings.slice(0, firstShown)).map(({ key, finding }) => (
        <li key={key}>
          <FindingLine finding={finding} field={fieldOfFinding(finding, cue, document)} goTo={goTo} />
        </li>
      ))}
      {rest > 1 ? (
        <li>
          <Button
            className={styles.more ?? ''}
            excludeFromTabOrder
            aria-expanded={showsAll}
            onPress={() => setShowsAll(!showsAll)}
          >
            {showsAll ? 'Show fewer' : `Show ${rest} more`}
          </Button>
        </li>
      ) : null}
    </ul>
  )
}

/** The findings with keys that outlast a change of their words. */
function keyed(findings: readonly Finding[]) {
  return findings.map((finding, index) => {
    const name = `${finding.rule} ${finding.side ?? ''}`
    const earlier = findings
      .slice(0, index)
      .filter(({ rule, side }) => name === `${rule} ${side ?? ''}`).length
    return { finding, key: `${name} ${earlier}` }
  })
}

type FindingLineProps = {
  readonly finding: Finding
  readonly field: string | null
  readonly goTo: (field: string) => void
}

/** Not a stop of Tab, so that Tab goes from the title to the fields; the field itself tells of its fault. */
function FindingLine({ finding, field, goTo }: FindingLineProps) {
  const words = (
    <>
      <SeveritySign severity={finding.severity} />
      <span className={styles.message} title={finding.message}>
        <span className="visuallyHidden">{severityNames[finding.severity]}: </span>
        {finding.message}
      </span>
    </>
  )
  if (field === null) return <span className={styles.finding}>{words}</span>
  return (
    <Button
      className={`${styles.finding} ${styles.findingLink}`}
      excludeFromTabOrder
      onPress={() => goTo(field)}
    >
      {words}
    </Button>
  )
}

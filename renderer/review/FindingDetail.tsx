import { useMemo } from 'react'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { goToField } from '../commands/findingHops.ts'
import { applyFix, offeredFixes } from '../commands/reviewCommands.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { severityNames } from '../ui/FieldMarks.tsx'
import styles from './FindingDetail.module.css'
import { refusedBy, ruleOf } from './ruleWords.ts'
import { SeveritySign } from './SeveritySign.tsx'

type FindingDetailProps = { readonly finding: Finding; readonly document: ProductionDocument }

/** All about one finding: what is wrong, why it matters, who says so, and what can be done. */
export function FindingDetail({ finding, document }: FindingDetailProps) {
  const session = useSession()
  const frame = useStore(session.playhead.state, ({ speed, frame }) => (speed === 0 ? frame : null))
  // biome-ignore lint/correctness/useExhaustiveDependencies: some fixes ask where the playhead is, and all how the document is
  const fixes = useMemo(() => offeredFixes(session, finding), [session, finding, document, frame])
  const rule = ruleOf(finding.rule)
  const societies = refusedBy(finding)
  const ask = (command: 'review.ignore' | 'review.fixAll') => {
    session.moment.patch({ finding })
    runCommand(session, commandById(command))
  }
  /** As the playhead is now, which may have gone on since the button was drawn. */
  const pressFix = (id: string) => {
    const fix = offeredFixes(session, finding).find((offered) => offered.id === id)
    if (fix) applyFix(session, fix)
  }
  const keyOf = (command: string) => commandById(command).keys[0]
  return (
    <section className={styles.detail} aria-label="The finding in full">
      <p className={styles.message}>
        <SeveritySign severity={finding.severity} />
        <span>
          <span className="visuallyHidden">{severityNames[finding.severity]}: </span>
          {finding.message}
        </span>
      </p>
      <div className={styles.actions}>
        {fixes.map((fix, index) => (
          <Button
            key={fix.id}
            kind={index === 0 ? 'primary' : 'plain'}
            label={fix.label}
            keys={index === 0 ? keyOf('review.fix') : undefined}
            onPress={() => pressFix(fix.id)}
          />
        ))}
        {fixes.length > 0 ? (
          <Button label="Fix all…" keys={keyOf('review.fixAll')} onPress={() => ask('review.fixAll')} />
        ) : null}
        <Button label="Go to the field" keys="Enter" onPress={() => goToField(session, finding)} />
        <Button label="Ignore…" keys={keyOf('review.ignore')} onPress={() => ask('review.ignore')} />
      </div>
      {rule ? (
        <dl className={styles.facts}>
          <dt>Why</dt>
          <dd>{rule.reason}</dd>
          <dt>To do</dt>
          <dd>{rule.remedy}</dd>
          <dt>Asked by</dt>
          <dd>
            {rule.source} <span className={styles.code}>{rule.id}</span>
          </dd>
          {societies.length > 0 ? (
            <>
              <dt>Refused by</dt>
              <dd>{societies.join(', ')}</dd>
            </>
          ) : null}
        </dl>
      ) : null}
    </section>
  )
}

import { useEffect, useState } from 'react'
import type { OfferedFix } from '../../shared/fixes/fix.ts'
import { type FixPlan, planFixes } from '../../shared/fixes/fixAll.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { offeredFixes } from '../commands/reviewCommands.ts'
import { makeId, type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { withBreaths } from '../store/withBreaths.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceSegments } from '../ui/ChoiceSegments.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { projectionOf } from './findings.ts'
import { findingsOfRule } from './findingsOfRule.ts'
import styles from './ReviewDialogs.module.css'
import { ruleOf } from './ruleWords.ts'

/** Shows what a quick fix would do to every problem of its kind, and does it as one step. */
export function FixAllDialog() {
  const session = useSession()
  const finding = useStore(session.moment, (moment) => moment.finding)
  const [offered] = useState(() => (finding ? offeredFixes(session, finding) : []))
  const [first] = offered
  if (!finding || !first) return null
  return (
    <Dialog title="Fix all of this kind" subtitle={ruleOf(finding.rule)?.fault} size="medium">
      <Plan finding={finding} offered={offered} first={first} />
    </Dialog>
  )
}

type PlanProps = {
  readonly finding: Finding
  readonly offered: readonly OfferedFix[]
  readonly first: OfferedFix
}

/** Lines of the preview; more are counted. */
const shownLines = 200

function Plan({ finding, offered, first }: PlanProps) {
  const session = useSession()
  const [id, setId] = useState(first.id)
  const plan = usePlan(session, finding.rule, id)
  const document = session.work.value?.documents.document
  if (!document) return null
  const fixed = plan?.fixed ?? []
  const apply = () => {
    if (!plan) return
    session.moment.patch({ dialog: 'none' })
    if (session.apply(plan.edit)) session.say(`Done: ${plan.edit.label}.`)
  }
  const numberOf = ({ cue }: Finding) => (cue ? (document.cues[cue]?.number ?? '') : '')
  return (
    <>
      {offered.length > 1 ? (
        <ChoiceSegments
          name="fix"
          label="What to do"
          options={offered.map(({ id: option, label }) => ({ id: option, name: label }))}
          value={id}
          onChange={setId}
        />
      ) : null}
      <DialogBody label="What would be changed">
        {plan === undefined ? <p className={styles.waiting}>Looking for what it fits…</p> : null}
        <ul className={styles.preview}>
          {fixed.slice(0, shownLines).map((each) => (
            <li
              key={`${each.finding.cue} ${each.finding.side} ${each.finding.other} ${each.finding.message}`}
            >
              <span className={styles.number}>{numberOf(each.finding)}</span>
              <span className={styles.problem}>{each.finding.message}</span>
              <strong>{each.label}</strong>
            </li>
          ))}
        </ul>
        {fixed.length > shownLines ? <p>and {fixed.length - shownLines} more</p> : null}
      </DialogBody>
      <DialogActions
        note={plan === undefined ? '' : `${fixed.length.toLocaleString()} problems, one step to undo.`}
      >
        <Button label="Cancel" keys="Escape" onPress={() => session.moment.patch({ dialog: 'none' })} />
        <Button
          kind="primary"
          label={`Fix ${fixed.length.toLocaleString()}`}
          isDisabled={fixed.length === 0}
          onPress={apply}
        />
      </DialogActions>
    </>
  )
}

/** What a fix would do to all findings of a rule; undefined while that is worked out, null when it fits none. */
function usePlan(session: Session, rule: string, id: string): FixPlan | null | undefined {
  const [planned, setPlanned] = useState<{ readonly id: string; readonly plan: FixPlan | null }>()
  useEffect(() => {
    let isOver = false
    const work = async () => {
      const document = session.work.value?.documents.document
      if (!document) return
      const findings = await findingsOfRule(projectionOf(document), rule)
      const steps = planFixes(id, findings, { document, makeId, place: session.playhead.place })
      let plan: FixPlan | null = null
      const whole = function* () {
        plan = yield* steps
      }
      for await (const _ of withBreaths({ [Symbol.iterator]: whole })) if (isOver) return
      if (!isOver) setPlanned({ id, plan })
    }
    void work()
    return () => {
      isOver = true
    }
  }, [session, rule, id])
  return planned?.id === id ? planned.plan : undefined
}

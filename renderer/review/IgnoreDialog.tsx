import { useEffect, useId, useState } from 'react'
import { ignoreFindings } from '../../shared/edits/ignoreEdits.ts'
import { recordsOf } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { today } from '../licensing/today.ts'
import { makeId, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import { projectionOf } from './findings.ts'
import { findingsOfRule } from './findingsOfRule.ts'
import styles from './ReviewDialogs.module.css'
import { useDocument } from './useDocument.ts'

/** Asks why a finding may stand. The reason is part of the production, so that whoever opens it later reads it. */
export function IgnoreDialog() {
  const session = useSession()
  const finding = useStore(session.moment, (moment) => moment.finding)
  if (!finding) return null
  return (
    <Dialog title="Ignore a finding" subtitle={finding.rule} size="small">
      <IgnoreForm finding={finding} />
    </Dialog>
  )
}

/** Reasons given before that are offered again. */
const offeredReasons = 3

function IgnoreForm({ finding }: { readonly finding: Finding }) {
  const session = useSession()
  const document = useDocument()
  const words = useId()
  const [reason, setReason] = useState('')
  const [isForAll, setForAll] = useState(false)
  const same = useSameRule(finding)
  if (!document) return null
  const earlier = [...new Set(recordsOf(document, 'ignored').map((each) => each.reason))].slice(
    -offeredReasons,
  )
  const isReady = reason.trim() !== ''
  const ignore = () => {
    if (!isReady) return
    const findings = isForAll ? same : [finding]
    session.moment.patch({ dialog: 'none' })
    if (session.apply(ignoreFindings(findings, reason, today(), makeId)))
      session.say(
        findings.length === 1 ? 'Ignored. The reason is kept.' : `${findings.length} findings ignored.`,
      )
  }
  return (
    <div className={styles.form}>
      <p id={words} className={styles.message}>
        {finding.message}
      </p>
      <input
        className={styles.input}
        // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type into it
        autoFocus
        aria-label="Why it may stand"
        aria-describedby={words}
        placeholder="Why it may stand"
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          ignore()
        }}
      />
      {earlier.length > 0 ? (
        <div className={styles.earlier}>
          {earlier.map((text) => (
            <Button key={text} kind="quiet" label={text} onPress={() => setReason(text)} />
          ))}
        </div>
      ) : null}
      {same.length > 1 ? (
        <FieldCheck
          name="ignoreAll"
          label={`All ${same.length.toLocaleString()} findings of ${finding.rule}`}
          value={isForAll}
          onChange={setForAll}
        />
      ) : null}
      <DialogActions note="It counts neither as an error nor against readiness.">
        <Button label="Cancel" keys="Escape" onPress={() => session.moment.patch({ dialog: 'none' })} />
        <Button kind="primary" label="Ignore" keys="Enter" isDisabled={!isReady} onPress={ignore} />
      </DialogActions>
    </div>
  )
}

/** The findings of the same rule, once they are gathered. */
function useSameRule({ rule }: Finding): readonly Finding[] {
  const session = useSession()
  const [same, setSame] = useState<readonly Finding[]>([])
  useEffect(() => {
    const document = session.work.value?.documents.document
    if (!document) return
    let isOver = false
    void findingsOfRule(projectionOf(document), rule).then((found) => !isOver && setSame(found))
    return () => {
      isOver = true
    }
  }, [session, rule])
  return same
}

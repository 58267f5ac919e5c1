import { useEffect, useState } from 'react'
import type { RecordChange } from '../../shared/edits/change.ts'
import { withKnownFiles } from '../../shared/edits/restoreDocument.ts'
import { takeVersion } from '../../shared/edits/versionChange.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Problem } from '../../shared/result.ts'
import { request } from '../ipc.ts'
import { saveProduction } from '../store/openings.ts'
import { unpackGently } from '../store/packGently.ts'
import { type OpenWork, type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { ProblemDetails } from '../ui/ProblemDetails.tsx'
import { compareGently } from './compareGently.ts'
import { differenceCounts, differenceLine, inReadingOrder } from './differenceWords.ts'
import { instantWords } from './guardWords.ts'
import styles from './OtherVersionDialog.module.css'

/** Lines beyond which a list helps nobody. */
const mostLines = 200

/** What was found out about the other version. */
type Comparison = {
  readonly name: string
  readonly stamp: string
  readonly changedAt: string
  readonly mine: ProductionDocument
  readonly theirs: ProductionDocument
  readonly changes: readonly RecordChange[]
}

/** Compares the production with what another program wrote, and lets the user choose. */
export function OtherVersionDialog() {
  const session = useSession()
  const work = useStore(session.work)
  return work ? <Compared work={work} /> : null
}

function Compared({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const copy = useStore(session.moment, ({ otherCopy }) => otherCopy)
  const found = useComparison(work, copy)
  const title =
    copy === null ? 'The file was changed by another program' : 'A sync client kept another version'
  return (
    <Dialog title={title} size="medium" subtitle={found && 'name' in found ? writtenWords(found) : ''}>
      <DialogBody label="What differs">
        {found === null ? <p role="status">Comparing…</p> : null}
        {found && 'message' in found ? <NotReadable problem={found} /> : null}
        {found && 'name' in found ? <Differences found={found} /> : null}
      </DialogBody>
      <Choices work={work} copy={copy} found={found} />
    </Dialog>
  )
}

function useComparison(work: OpenWork, copy: string | null): Comparison | Problem | null {
  const [found, setFound] = useState<Comparison | Problem | null>(null)
  const document = useStore(work.documents.state, (state) => state.document)
  const stamp = useStore(work.guard, ({ file }) => (file.kind === 'changed' ? file.stamp : ''))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stamp means another version to be read
  useEffect(() => {
    let isOver = false
    void compared(work, document, copy).then((comparison) => {
      if (!isOver) setFound(comparison)
    })
    return () => {
      isOver = true
    }
  }, [work, document, copy, stamp])
  return found
}

async function compared(
  work: OpenWork,
  mine: ProductionDocument,
  copy: string | null,
): Promise<Comparison | Problem> {
  const read = await request('production:theirs', { id: work.id, copy })
  if (!read.ok) return read.problem
  const { name, stamp, changedAt } = read.value
  // Where films lie on their machine is no difference.
  const theirs = withKnownFiles(mine, await unpackGently(read.value.document))
  return { name, stamp, changedAt, mine, theirs, changes: await compareGently(mine, theirs) }
}

function Differences({ found }: { readonly found: Comparison }) {
  const { changes, mine, theirs } = found
  const lines = inReadingOrder(changes)
    .slice(0, mostLines)
    .map((change) => differenceLine(change, mine, theirs))
  return (
    <>
      <p className={styles.counts}>{differenceCounts(changes)}</p>
      <ul className={styles.lines} aria-label="Differences">
        {lines.map(({ key, name, kind, fields }) => (
          <li key={key} className={styles.line}>
            <span className={styles.name}>{name}</span>
            <span className={styles.kind} data-kind={kind}>
              {kind === 'mine' ? '− only in yours' : kind === 'theirs' ? '+ only in theirs' : '≠ differs'}
            </span>
            {fields.map(({ field, mine: here, theirs: there }) => (
              <span key={field} className={styles.field}>
                {field}: <b>{here}</b> in yours, <b>{there}</b> in theirs
              </span>
            ))}
          </li>
        ))}
      </ul>
      {changes.length > mostLines ? <p>and {changes.length - mostLines} more</p> : null}
    </>
  )
}

/** Theirs may be half-written, damaged or of a later version: it can be kept, not taken. */
function NotReadable({ problem }: { readonly problem: Problem }) {
  return (
    <>
      <p className={styles.counts}>
        Their version cannot be opened, and so not compared. It can be kept beside yours.
      </p>
      <ProblemDetails problem={problem} />
    </>
  )
}

type ChoicesProps = {
  readonly work: OpenWork
  readonly copy: string | null
  readonly found: Comparison | Problem | null
}

function Choices({ work, copy, found }: ChoicesProps) {
  const session = useSession()
  const comparison = found && 'name' in found ? found : null
  const stamp = useStore(work.guard, ({ file }) => (file.kind === 'changed' ? file.stamp : null))
  const close = () => session.moment.patch({ dialog: 'none' })
  const act = (what: () => Promise<unknown>) => () => {
    close()
    void what()
  }
  const over = comparison?.stamp ?? stamp
  const note =
    copy === null
      ? 'Keep mine leaves theirs beside it as a dated copy. Take theirs can be undone.'
      : 'Take theirs can be undone. The other file is never touched.'
  return (
    <DialogActions note={note}>
      <Button label="Save mine elsewhere…" onPress={act(() => saveProduction(session, true))} />
      <Button
        label="Take theirs"
        isDisabled={comparison === null}
        onPress={act(async () => comparison && takeTheirs(session, work, comparison, copy))}
      />
      <Button
        label="Keep mine"
        kind="primary"
        isDisabled={copy === null && over === null}
        onPress={act(async () =>
          copy === null ? saveProduction(session, false, over) : leaveCopy(session, copy),
        )}
      />
    </DialogActions>
  )
}

async function takeTheirs(
  session: Session,
  work: OpenWork,
  { changes, mine, stamp, name }: Comparison,
  copy: string | null,
): Promise<void> {
  if (work.documents.document !== mine) {
    session.say('Nothing was taken: yours has changed meanwhile. Compare again.')
    return
  }
  if (!session.apply(takeVersion(changes))) return
  session.say(`Taken from ${name}. Undo brings yours back.`)
  if (copy === null) await saveProduction(session, false, stamp)
  else leaveCopy(session, copy)
}

/** Says no more of a copy in this window. */
export function leaveCopy(session: Session, name: string): void {
  session.leftCopies.set(new Set([...session.leftCopies.value, name]))
}

function writtenWords({ name, changedAt }: Comparison): string {
  return `${name}, written ${instantWords(changedAt, new Date())}`
}

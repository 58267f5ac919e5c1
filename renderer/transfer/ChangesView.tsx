import { useEffect, useState } from 'react'
import { isUnchanged, type Redline, redlineSummary, redlineText } from '../../shared/delivery/redline.ts'
import type { PastDelivery } from '../../shared/ipc/delivery.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { request } from '../ipc.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { copyText } from '../ui/copyText.ts'
import styles from './ChangesView.module.css'
import type { Delivery } from './delivery.ts'
import { deliveredAt } from './deliveryWords.ts'
import { RedlineTable } from './RedlineTable.tsx'

type ChangesViewProps = { readonly delivery: Delivery; readonly document: ProductionDocument }

/** What has changed on the sheet since a delivery, cue by cue, in words and signs. */
export function ChangesView({ delivery, document }: ChangesViewProps) {
  const past = useStore(delivery.state, (state) => state.past)
  const since = useStore(delivery.state, (state) => state.since)
  if (!past) return <p className={styles.nothing}>Reading the records…</p>
  const chosen = past.deliveries.find(({ name }) => name === since) ?? past.deliveries[0]
  if (!chosen) {
    return (
      <p className={styles.nothing}>
        Nothing was delivered from this machine yet. After the first delivery, every change to the sheet
        stands here.
      </p>
    )
  }
  return <Compared delivery={delivery} document={document} chosen={chosen} all={past.deliveries} />
}

type ComparedProps = ChangesViewProps & {
  readonly chosen: PastDelivery
  readonly all: readonly PastDelivery[]
}

function Compared({ delivery, document, chosen, all }: ComparedProps) {
  const changes = useRedline(delivery, document, chosen)
  return (
    <div className={styles.changes}>
      <header className={styles.head}>
        <Choice
          name="since"
          label="Since"
          options={all.map((each) => ({ id: each.name, name: `${deliveredAt(each.at)}${clientText(each)}` }))}
          value={chosen.name}
          onChange={(since) => delivery.state.patch({ since })}
        />
        <p className={styles.summary} role="status" data-testid="redline-summary">
          {changes ? `Since then ${redlineSummary(changes)}.` : 'Comparing…'}
        </p>
        {changes && !isUnchanged(changes) ? (
          <Actions changes={changes} chosen={chosen} delivery={delivery} />
        ) : null}
      </header>
      {changes && isUnchanged(changes) ? (
        <p className={styles.nothing}>The sheet says exactly what was delivered then.</p>
      ) : null}
      {changes && !isUnchanged(changes) ? <RedlineTable redline={changes} /> : null}
    </div>
  )
}

type ActionsProps = {
  readonly changes: Redline
  readonly chosen: PastDelivery
  readonly delivery: Delivery
}

function Actions({ changes, chosen, delivery }: ActionsProps) {
  const session = useSession()
  const text = () => redlineText(changes, chosen.details.title, deliveredAt(chosen.at))
  const save = async () => {
    const name = `changes-since-${chosen.at.slice(0, 10)}.txt`
    const written = await request('artifact:write', { name, text: text() })
    if (!written.ok) delivery.state.patch({ problem: written.problem })
    else if (written.value !== null) session.say(`Saved the changes as ${written.value}`)
  }
  return (
    <span className={styles.actions}>
      <Button label="Copy as text" onPress={() => copyText(text()) && session.say('Copied the changes')} />
      <Button label="Save as text…" onPress={() => void save()} />
    </span>
  )
}

/** Null until it was worked out, and again while another delivery or document is compared for the first time. */
function useRedline(
  delivery: Delivery,
  document: ProductionDocument,
  { name }: PastDelivery,
): Redline | null {
  const [sheet, setSheet] = useState<{ readonly name: string; readonly text: string } | null>(null)
  const [changes, setChanges] = useState<Redline | null>(null)
  useEffect(() => {
    let isWanted = true
    void delivery.sheetOf(name).then((found) => {
      if (!isWanted || !found) return
      setChanges(null)
      setSheet({ name, text: found })
    })
    return () => {
      isWanted = false
    }
  }, [delivery, name])
  useEffect(() => {
    let isWanted = true
    const compare = async () => {
      if (!sheet) return
      await delivery.thread.open(document)
      const found = await delivery.thread.compare(sheet.text)
      if (isWanted) setChanges(found)
    }
    // An ended thread answers nobody.
    compare().catch(() => {})
    return () => {
      isWanted = false
    }
  }, [delivery, document, sheet])
  return sheet?.name === name ? changes : null
}

function clientText({ details }: PastDelivery): string {
  return details.client ? `, ${details.client}` : ''
}

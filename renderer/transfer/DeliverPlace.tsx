import { type KeyboardEvent, useEffect } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { exporters } from '../../shared/formats/exporters.ts'
import { useStages } from '../app/useStages.ts'
import { type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { ChangesView } from './ChangesView.tsx'
import { DeliverFormats } from './DeliverFormats.tsx'
import styles from './DeliverPlace.module.css'
import { DeliverPreview } from './DeliverPreview.tsx'
import { DeliverSide } from './DeliverSide.tsx'
import { type Delivery, type DeliveryState, deliveryOf } from './delivery.ts'
import { PastDeliveries } from './PastDeliveries.tsx'

/** The place Deliver: which formats, exactly what each writes, where it all goes, and what went out before. */
export function DeliverPlace() {
  const session = useSession()
  const work = useStore(session.work)
  return work ? <Delivering key={work.id} work={work} /> : null
}

function Delivering({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const delivery = deliveryOf(session, work)
  const document = useStore(work.documents.state, (state) => state.document)
  const isRunning = useStore(delivery.state, ({ run }) => run !== null)
  // What is being written stays the document as it was when that began.
  useEffect(() => {
    if (!isRunning) void delivery.thread.open(document)
  }, [delivery, document, isRunning])
  const stage = useStages(2)
  const heard = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    void delivery.deliver(delivery.state.value.taken)
  }
  return (
    <div className={styles.place} onKeyDownCapture={heard}>
      <DeliverFormats delivery={delivery} />
      {stage >= 1 ? <Middle delivery={delivery} document={document} /> : <div />}
      {stage >= 2 ? <DeliverSide delivery={delivery} document={document} /> : null}
    </div>
  )
}

type MiddleProps = {
  readonly delivery: Delivery
  readonly document: Parameters<typeof DeliverPreview>[0]['document']
}

function Middle({ delivery, document }: MiddleProps) {
  const { tab, shown, past } = useStore(delivery.state)
  const exporter = exporters.find(({ id }) => id === shown) ?? exporters[0]
  if (!exporter) return null
  const count = past?.deliveries.length ?? 0
  return (
    <Tabs
      className={styles.middle ?? ''}
      selectedKey={tab}
      onSelectionChange={(key) => delivery.state.patch({ tab: key as DeliveryState['tab'] })}
    >
      <TabList className={styles.tabs ?? ''} aria-label="What to look at">
        <Tab id="preview" className={styles.tab ?? ''}>
          Preview
        </Tab>
        <Tab id="changes" className={styles.tab ?? ''}>
          Changes since a delivery
        </Tab>
        <Tab id="past" className={styles.tab ?? ''}>
          Past deliveries <span className={styles.count}>{count.toLocaleString()}</span>
        </Tab>
      </TabList>
      <TabPanel id="preview" className={styles.panel ?? ''}>
        <DeliverPreview key={exporter.id} delivery={delivery} document={document} exporter={exporter} />
      </TabPanel>
      <TabPanel id="changes" className={styles.panel ?? ''}>
        <ChangesView delivery={delivery} document={document} />
      </TabPanel>
      <TabPanel id="past" className={styles.panel ?? ''}>
        <PastDeliveries delivery={delivery} />
      </TabPanel>
    </Tabs>
  )
}

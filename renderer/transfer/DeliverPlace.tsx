import { useState } from 'react'
import { exporters } from '../../shared/formats/exporters.ts'
import type { Exporter } from '../../shared/formats/format.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { useDocument } from '../review/useDocument.ts'
import { Button } from '../ui/Button.tsx'
import styles from './DeliverPlace.module.css'
import { ExportContent } from './ExportContent.tsx'
import { useExport } from './useExport.ts'

/** The place Deliver: the formats, what each would write, and the way out. */
export function DeliverPlace() {
  const document = useDocument()
  const [chosen, setChosen] = useState(exporters[0])
  if (!document || !chosen) return null
  return <Delivery document={document} exporter={chosen} onChoose={setChosen} />
}

type DeliveryProps = {
  readonly document: ProductionDocument
  readonly exporter: Exporter
  readonly onChoose: (exporter: Exporter) => void
}

function Delivery({ document, exporter, onChoose }: DeliveryProps) {
  const prepared = useExport(document, exporter)
  return (
    <section className={styles.place} aria-label="What is delivered" data-room-start>
      <ExportContent document={document} exporter={exporter} prepared={prepared} onChoose={onChoose} />
      <footer className={styles.actions}>
        <span>Asks where the file goes.</span>
        <Button kind="primary" label="Export…" onPress={() => void prepared.write()} />
      </footer>
    </section>
  )
}

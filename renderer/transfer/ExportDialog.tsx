import { type KeyboardEvent, useState } from 'react'
import { exporters } from '../../shared/formats/exporters.ts'
import type { Exporter } from '../../shared/formats/format.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { useDocument } from '../review/useDocument.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { ExportContent } from './ExportContent.tsx'
import { useExport } from './useExport.ts'

/** Chooses a format, shows what will be in the file, and writes it. */
export function ExportDialog() {
  const document = useDocument()
  const [chosen, setChosen] = useState(exporters[0])
  if (!document || !chosen) return null
  return <ExportForm document={document} exporter={chosen} onChoose={setChosen} />
}

type ExportFormProps = {
  readonly document: ProductionDocument
  readonly exporter: Exporter
  readonly onChoose: (exporter: Exporter) => void
}

function ExportForm({ document, exporter, onChoose }: ExportFormProps) {
  const session = useSession()
  const prepared = useExport(document, exporter)
  const { write } = prepared
  const heard = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    void write()
  }
  return (
    <Dialog title="Export a cue sheet" size="large" onKey={heard}>
      <ExportContent document={document} exporter={exporter} prepared={prepared} onChoose={onChoose} />
      <DialogActions note="Asks where the file goes.">
        <Button label="Cancel" onPress={() => session.moment.patch({ dialog: 'none' })} />
        <Button kind="primary" label="Export…" keys="$mod+Enter" onPress={() => void write()} />
      </DialogActions>
    </Dialog>
  )
}

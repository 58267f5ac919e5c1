import { type KeyboardEvent, useState } from 'react'
import { exporters } from '../../shared/formats/exporters.ts'
import type { Exporter } from '../../shared/formats/format.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { useDocument } from '../review/useDocument.ts'
import { keepSettings } from '../settings/keepSettings.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import { ProblemDetails } from '../ui/ProblemDetails.tsx'
import { DeliveryState } from './DeliveryState.tsx'
import styles from './ExportDialog.module.css'
import { FileFacts } from './FileFacts.tsx'
import { FormatList } from './FormatList.tsx'
import { PreviewTable } from './PreviewTable.tsx'
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
  const { sheet, name, text, problem, write } = useExport(document, exporter)
  const heard = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    void write()
  }
  return (
    <Dialog title="Export a cue sheet" size="large" onKey={heard}>
      <div className={styles.form}>
        <FormatList exporters={exporters} chosen={exporter} onChoose={onChoose} />
        <div className={styles.file}>
          <DeliveryState document={document} />
          <FileFacts name={name} sheet={sheet} losses={exporter.losses} />
          <ByteOrderMark />
          <PreviewTable text={text} />
          {problem ? (
            <div className={styles.problem} role="alert">
              <ProblemDetails problem={problem} />
            </div>
          ) : null}
        </div>
      </div>
      <DialogActions note="Asks where the file goes.">
        <Button label="Cancel" onPress={() => session.moment.patch({ dialog: 'none' })} />
        <Button kind="primary" label="Export…" keys="$mod+Enter" onPress={() => void write()} />
      </DialogActions>
    </Dialog>
  )
}

function ByteOrderMark() {
  const session = useSession()
  const byteOrderMark = useStore(session.settings, (settings) => settings.byteOrderMark)
  return (
    <FieldCheck
      name="byteOrderMark"
      label="Begin with a byte-order mark, by which Excel knows accents"
      value={byteOrderMark}
      onChange={(isOn) => void keepSettings(session, { byteOrderMark: isOn })}
    />
  )
}

import { exporters } from '../../shared/formats/exporters.ts'
import type { Exporter } from '../../shared/formats/format.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { keepSettings } from '../settings/keepSettings.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import { ProblemDetails } from '../ui/ProblemDetails.tsx'
import { DeliveryState } from './DeliveryState.tsx'
import styles from './ExportDialog.module.css'
import { FileFacts } from './FileFacts.tsx'
import { FormatList } from './FormatList.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import type { PreparedExport } from './useExport.ts'

type ExportContentProps = {
  readonly document: ProductionDocument
  readonly exporter: Exporter
  readonly prepared: PreparedExport
  readonly onChoose: (exporter: Exporter) => void
}

/** The formats, and exactly what the chosen one writes. */
export function ExportContent({ document, exporter, prepared, onChoose }: ExportContentProps) {
  const { sheet, name, text, problem } = prepared
  return (
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

import { useEffect, useState } from 'react'
import type { OptionValues } from '../../shared/formats/exportOptions.ts'
import type { Exporter } from '../../shared/formats/format.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import styles from './DeliverPreview.module.css'
import type { Rendered } from './deliverMessages.ts'
import type { Delivery } from './delivery.ts'
import { optionsInForce } from './deliverySetup.ts'
import { leftOutText } from './leftOutText.ts'
import { OptionFields } from './OptionFields.tsx'
import { PagesPreview } from './PagesPreview.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { TextPreview } from './TextPreview.tsx'

/** UTF-16 code units of a text that are shown. */
const shownLength = 200_000

type DeliverPreviewProps = {
  readonly delivery: Delivery
  readonly document: ProductionDocument
  readonly exporter: Exporter
}

/** What a format writes, what it asks, and what it cannot hold. */
export function DeliverPreview({ delivery, document, exporter }: DeliverPreviewProps) {
  const session = useSession()
  const setup = useStore(session.settings, (settings) => settings.delivery)
  const mark = useStore(session.settings, (settings) => settings.byteOrderMark)
  const options = optionsInForce(exporter, { delivery: setup, byteOrderMark: mark })
  const preview = usePreview(delivery, document, exporter, options)
  const { label, losses } = exporter
  return (
    <div className={styles.preview}>
      <header className={styles.head}>
        <h2 className={styles.title}>{label}</h2>
        {preview ? <span className={styles.size}>{sizeText(preview)}</span> : null}
        {losses.length > 0 ? (
          <p className={styles.losses}>
            <span className={styles.lossesHead}>Not in this format:</span> {losses.join(' · ')}
          </p>
        ) : (
          <p className={styles.losses}>Nothing is left out in this format.</p>
        )}
        {preview && preview.leftOut.length > 0 ? (
          <p className={styles.leftOut}>▲ {leftOutText(preview)}</p>
        ) : null}
      </header>
      <OptionFields exporter={exporter} values={options} />
      <div className={styles.content} data-testid="preview" data-format={exporter.id} aria-busy={!preview}>
        {preview ? (
          <Content exporter={exporter} rendered={preview} />
        ) : (
          <p className={styles.wait}>Making the preview…</p>
        )}
      </div>
    </div>
  )
}

function Content({ exporter, rendered }: { readonly exporter: Exporter; readonly rendered: Rendered }) {
  const { artifact, isCut } = rendered
  if (artifact.kind === 'pages') return <PagesPreview artifact={artifact} isCut={isCut} />
  if (artifact.kind === 'bytes')
    return (
      <p className={styles.wait}>
        This file is no text, so that it cannot be shown here. What is in it, the lines above say.
      </p>
    )
  if (exporter.extension === 'csv') return <PreviewTable text={artifact.text} />
  return <TextPreview text={artifact.text} isCut={isCut} />
}

/** The beginning of what a format writes; the one before until the next has come, null before the first. */
function usePreview(
  delivery: Delivery,
  document: ProductionDocument,
  exporter: Exporter,
  options: OptionValues,
): Rendered | null {
  const [preview, setPreview] = useState<Rendered | null>(null)
  const asked = JSON.stringify(options)
  useEffect(() => {
    const stop = new AbortController()
    const make = async () => {
      await delivery.thread.open(document)
      const { signal } = stop
      const rendered = await delivery.thread.render(exporter.id, JSON.parse(asked), {
        most: shownLength,
        signal,
      })
      if (!rendered || signal.aborted) return
      setPreview(rendered)
    }
    make().catch((error: unknown) => {
      if (stop.signal.aborted) return
      delivery.state.patch({ problem: unshown(exporter, error) })
    })
    return () => stop.abort()
  }, [delivery, document, exporter, asked])
  return preview
}

function unshown({ label }: Exporter, error: unknown) {
  return {
    message: `There is no preview of ${label}.`,
    expected: 'the file as it would be written',
    found: error instanceof Error ? error.message : String(error),
    remedy: 'This is a fault in Needledrop. Other formats can be delivered.',
  }
}

function sizeText({ artifact, size }: Rendered): string {
  if (artifact.kind === 'pages') return artifact.paper === 'a4' ? 'A4, landscape' : 'US Letter, landscape'
  const unit = artifact.kind === 'bytes' ? 'bytes' : 'characters'
  return `${size.toLocaleString()} ${unit}`
}

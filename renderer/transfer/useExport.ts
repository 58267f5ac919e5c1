import { useMemo, useState } from 'react'
import { fileName } from '../../shared/formats/fileName.ts'
import type { Exporter } from '../../shared/formats/format.ts'
import { renderAtOnce } from '../../shared/formats/renderArtifact.ts'
import { sourcesOf } from '../../shared/formats/sources.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Problem } from '../../shared/result.ts'
import type { CueSheet } from '../../shared/sheet/cueSheet.ts'
import { request } from '../ipc.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'

/** A document as one format writes it. */
export type PreparedExport = {
  readonly sheet: CueSheet
  readonly name: string
  /** Exactly what will be in the file. */
  readonly text: string
  readonly isWriting: boolean
  /** Why the last try failed. */
  readonly problem: Problem | null
  /** Asks where the file goes, writes it, says so and closes the dialog. */
  readonly write: () => Promise<void>
}

/** Prepares a document for a format and writes it when asked to. */
export function useExport(document: ProductionDocument, exporter: Exporter): PreparedExport {
  const session = useSession()
  const byteOrderMark = useStore(session.settings, (settings) => settings.byteOrderMark)
  const [isWriting, setWriting] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const sources = useMemo(() => sourcesOf(document, { findings: [], today: today() }), [document])
  const { sheet } = sources.cueSheet
  const text = useMemo(() => {
    const artifact = renderAtOnce(exporter, sources, { byteOrderMark })
    return artifact?.kind === 'text' ? artifact.text : ''
  }, [exporter, sources, byteOrderMark])
  const name = fileName(document.production, exporter, document.production.datePrepared || today())
  const write = async () => {
    if (isWriting) return
    setWriting(true)
    const written = await request('artifact:write', { name, text })
    setWriting(false)
    setProblem(written.ok ? null : written.problem)
    if (!written.ok || written.value === null) return
    session.moment.patch({ dialog: 'none' })
    session.say(`Exported to ${written.value}`)
  }
  return { sheet, name, text, isWriting, problem, write }
}

/** This day where the user is, in ISO 8601. */
function today(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

import { recordedSheet } from '../../shared/delivery/recordedSheet.ts'
import { redline } from '../../shared/delivery/redline.ts'
import { exporters } from '../../shared/formats/exporters.ts'
import type { Artifact } from '../../shared/formats/format.ts'
import { renderArtifact } from '../../shared/formats/renderArtifact.ts'
import { type Sources, sourcesOf } from '../../shared/formats/sources.ts'
import { unpackDocument } from '../../shared/ipc/packedDocument.ts'
import { reviewDocument } from '../../shared/review/review.ts'
import type { DeliverAnswer, DeliverQuestion, DeliverValue, Rendered } from './deliverMessages.ts'

/** Milliseconds of rendering after which a cancellation is listened for. */
const longestHold = 40

/** Renders formats of one document at a time; the thread's half that knows nothing of threads. */
export class DeliverDesk {
  readonly #tell: (answer: DeliverAnswer) => void
  readonly #othersTurn: () => Promise<void>
  readonly #cancelled = new Set<number>()
  #sources: Sources | null = null

  /** `othersTurn` resolves when questions that have come in meanwhile were taken. */
  constructor(tell: (answer: DeliverAnswer) => void, othersTurn: () => Promise<void>) {
    this.#tell = tell
    this.#othersTurn = othersTurn
  }

  /** Takes a question, and resolves when it is answered. */
  async take(question: DeliverQuestion): Promise<void> {
    if (question.kind === 'cancel') {
      this.#cancelled.add(question.ticket)
      return
    }
    if (question.kind === 'open') {
      const document = unpackDocument(question.packed)
      this.#sources = sourcesOf(document, { findings: reviewDocument(document), today: question.today })
      return
    }
    const { ticket } = question
    try {
      const value = await this.#answer(question)
      if (value) this.#tell({ kind: 'value', ticket, value })
    } catch (error) {
      this.#tell({ kind: 'fault', ticket, message: error instanceof Error ? error.message : String(error) })
    } finally {
      this.#cancelled.delete(ticket)
    }
  }

  async #answer(
    question: Exclude<DeliverQuestion, { readonly kind: 'open' | 'cancel' }>,
  ): Promise<DeliverValue | null> {
    const sources = this.#sources
    if (!sources) throw new Error('no document was opened')
    if (question.kind === 'record') {
      const { sheet, findings } = sources.cueSheet
      const errors = findings.filter(({ severity }) => severity === 'error').length
      return {
        kind: 'recorded',
        recorded: { sheet: JSON.stringify(recordedSheet(sheet)), errors },
      }
    }
    if (question.kind === 'compare')
      return {
        kind: 'compared',
        redline: redline(JSON.parse(question.since), recordedSheet(sources.cueSheet.sheet)),
      }
    const artifact = await this.#render(question, sources)
    const { leftOut } = sources.cueSheet.sheet
    return artifact && { kind: 'rendered', rendered: { ...beginningOf(artifact, question.most), leftOut } }
  }

  async #render(
    { format, options, ticket }: Extract<DeliverQuestion, { readonly kind: 'render' }>,
    sources: Sources,
  ): Promise<Artifact | null> {
    const exporter = exporters.find(({ id }) => id === format)
    if (!exporter) throw new Error(`there is no format ${format}`)
    const rendering = renderArtifact(exporter, sources, options)
    let begun = performance.now()
    for (;;) {
      const step = await rendering.next()
      if (step.done) return step.value
      if (performance.now() - begun > longestHold) {
        this.#tell({ kind: 'progress', ticket, done: step.value })
        await this.#othersTurn()
        begun = performance.now()
      }
      if (!this.#cancelled.has(ticket)) continue
      await rendering.return(null as never)
      return null
    }
  }
}

function beginningOf(artifact: Artifact, most: number | null): Omit<Rendered, 'leftOut'> {
  if (artifact.kind === 'bytes') return { artifact, size: artifact.bytes.length, isCut: false }
  const text = artifact.kind === 'pages' ? artifact.html : artifact.text
  if (most === null) return { artifact, size: text.length, isCut: false }
  const shown = artifact.kind === 'pages' ? firstCues(text) : text.slice(0, most)
  const isCut = shown.length < text.length
  if (artifact.kind === 'pages') return { artifact: { ...artifact, html: shown }, size: text.length, isCut }
  return { artifact: { kind: 'text', text: shown }, size: text.length, isCut }
}

/** Cues of a printed sheet that a preview shows; the window would be held up by thousands. */
const shownCues = 16

/** A page with its first cues, each of which is a table's body, and with what stands after the last. */
function firstCues(html: string): string {
  let start = -1
  for (let cue = 0; cue <= shownCues; cue++) {
    start = html.indexOf('<tbody', start + 1)
    if (start < 0) return html
  }
  const end = html.lastIndexOf('</tbody>') + '</tbody>'.length
  return html.slice(0, start) + html.slice(end)
}

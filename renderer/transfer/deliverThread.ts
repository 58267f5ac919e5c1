import type { Redline } from '../../shared/delivery/redline.ts'
import type { OptionValues } from '../../shared/formats/exportOptions.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { today } from '../licensing/today.ts'
import { packGently } from '../store/packGently.ts'
import type { DeliverAnswer, DeliverQuestion, DeliverValue, Recorded, Rendered } from './deliverMessages.ts'

/** What a rendering is told apart from the format: how it is stopped, and who hears how far it is. */
export type Rendering = {
  readonly most?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number) => void
}

type Waiting = {
  readonly settle: (value: DeliverValue | null) => void
  readonly fail: (error: Error) => void
  readonly onProgress: (done: number) => void
}

type Asked = Exclude<DeliverQuestion, { readonly kind: 'open' | 'cancel' }>
type WithoutTicket<Question> = Question extends unknown ? Omit<Question, 'ticket'> : never

/** The thread that renders what is delivered, so that the window never waits for a format. */
export class DeliverThread {
  readonly #worker = new Worker(new URL('./deliverWorker.ts', import.meta.url), { type: 'module' })
  readonly #waiting = new Map<number, Waiting>()
  #tickets = 0
  #opened: ProductionDocument | null = null
  #opening: Promise<void> = Promise.resolve()

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<DeliverAnswer>) => this.#heard(data))
  }

  /** Has the thread take a document; what is asked from then on is about it. */
  open(document: ProductionDocument): Promise<void> {
    if (document === this.#opened) return this.#opening
    this.#opened = document
    this.#opening = this.#opening.then(async () => {
      // A later one has come in meanwhile.
      if (document !== this.#opened) return
      const packed = await packGently(document)
      this.#post({ kind: 'open', packed, today: today() })
    })
    return this.#opening
  }

  /** What a format writes; null when that was stopped. */
  async render(
    format: string,
    options: OptionValues,
    { most, signal, onProgress }: Rendering = {},
  ): Promise<Rendered | null> {
    const value = await this.#ask({ kind: 'render', format, options, most: most ?? null }, signal, onProgress)
    return value?.kind === 'rendered' ? value.rendered : null
  }

  /** The sheet in words as it would be delivered now. */
  async record(): Promise<Recorded> {
    const value = await this.#ask({ kind: 'record' })
    if (value?.kind !== 'recorded') throw new Error('the thread that delivers answered something else')
    return value.recorded
  }

  /** What has changed since a delivery, of which `since` is the recorded sheet as JSON. */
  async compare(since: string): Promise<Redline> {
    const value = await this.#ask({ kind: 'compare', since })
    if (value?.kind !== 'compared') throw new Error('the thread that delivers answered something else')
    return value.redline
  }

  end(): void {
    this.#worker.terminate()
    for (const { settle } of this.#waiting.values()) settle(null)
    this.#waiting.clear()
  }

  async #ask(
    question: WithoutTicket<Asked>,
    signal?: AbortSignal,
    onProgress: (done: number) => void = () => {},
  ): Promise<DeliverValue | null> {
    await this.#opening
    if (signal?.aborted) return null
    this.#tickets += 1
    const ticket = this.#tickets
    const answer = new Promise<DeliverValue | null>((settle, fail) => {
      this.#waiting.set(ticket, { settle, fail, onProgress })
    })
    const cancel = () => {
      this.#post({ kind: 'cancel', ticket })
      this.#waiting.get(ticket)?.settle(null)
      this.#waiting.delete(ticket)
    }
    signal?.addEventListener('abort', cancel, { once: true })
    this.#post({ ...question, ticket })
    return answer.finally(() => signal?.removeEventListener('abort', cancel))
  }

  #post(question: DeliverQuestion): void {
    this.#worker.postMessage(question)
  }

  #heard(answer: DeliverAnswer): void {
    const waiting = this.#waiting.get(answer.ticket)
    if (!waiting) return
    if (answer.kind === 'progress') {
      waiting.onProgress(answer.done)
      return
    }
    this.#waiting.delete(answer.ticket)
    if (answer.kind === 'value') waiting.settle(answer.value)
    else waiting.fail(new Error(answer.message))
  }
}

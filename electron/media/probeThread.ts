import { Worker } from 'node:worker_threads'
import { type Result, refuse } from '../../shared/result.ts'
import { fileProblem } from '../fileProblem.ts'
import type { Probed } from './probe.ts'
import type { ProbeOrder } from './probeWorker.ts'

type Answer = { readonly number: number; readonly probed: Result<Probed> }

/** Probes films in a thread of its own, since MediaInfo would keep the main process from serving pictures meanwhile. */
export class ProbeThread {
  readonly #waiting = new Map<
    number,
    { readonly file: string; readonly done: (probed: Result<Probed>) => void }
  >()
  #worker: Worker | null = null
  #last = 0

  /** What a film is, as `probe` finds it. */
  probe(file: string): Promise<Result<Probed>> {
    this.#last += 1
    const order: ProbeOrder = { number: this.#last, file }
    return new Promise((done) => {
      this.#waiting.set(order.number, { file, done })
      this.#running().postMessage(order)
    })
  }

  #running(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL('./probeWorker.js', import.meta.url))
    worker.unref()
    worker.on('message', ({ number, probed }: Answer) => {
      this.#waiting.get(number)?.done(probed)
      this.#waiting.delete(number)
    })
    worker.on('error', (error) => {
      this.#worker = null
      for (const { file, done } of this.#waiting.values()) done(refuse(fileProblem(error, file)))
      this.#waiting.clear()
    })
    this.#worker = worker
    return worker
  }
}

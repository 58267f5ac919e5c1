import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type Problem, type Result, refuse } from '../shared/result.ts'

/** What a thread may be asked: input and output by the name of the task. */
export type Tasks = Readonly<Record<string, { readonly input: unknown; readonly output: unknown }>>

/** A task on its way to its thread. */
export type TaskMessage = { readonly number: number; readonly name: string; readonly input: unknown }

/** Milliseconds that the end of the app waits for what is under way. */
const patience = 5000

type Answer = { readonly number: number; readonly result: Result<unknown> }

/** Has tasks done in a thread of their own, so that nobody waits for them. The thread starts with the first task. */
export class DeskThread<Known extends Tasks> {
  readonly #data: unknown
  readonly #script: URL
  readonly #ended: (found: string) => Problem
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>()
  #worker: Worker | null = null
  #number = 0

  /** `data` is what the thread is given when it starts; `ended` is what those are told who wait when it ends. */
  constructor(script: URL, data: unknown, ended: (found: string) => Problem) {
    this.#script = script
    this.#data = data
    this.#ended = ended
  }

  /** Has a task done. */
  run<Name extends keyof Known & string>(
    name: Name,
    input: Known[Name]['input'],
  ): Promise<Result<Known[Name]['output']>> {
    this.#number += 1
    const number = this.#number
    return new Promise((resolve) => {
      this.#waiting.set(number, resolve as (result: Result<unknown>) => void)
      this.#started().postMessage({ number, name, input } satisfies TaskMessage)
    })
  }

  /** Whether nothing is under way. */
  get isIdle(): boolean {
    return this.#waiting.size === 0
  }

  /** Resolves when nothing is under way, or after a while if something never ends. */
  async settled(): Promise<void> {
    const deadline = Date.now() + patience
    while (!this.isIdle && Date.now() < deadline) await pause(20)
  }

  /** Ends the thread; the next task starts another one. */
  async end(): Promise<void> {
    await this.#worker?.terminate()
  }

  #started(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(this.#script, { workerData: this.#data })
    worker.unref()
    worker.on('message', ({ number, result }: Answer) => {
      this.#waiting.get(number)?.(result)
      this.#waiting.delete(number)
    })
    worker.on('error', (error) => this.#tellAll(worker, error.message))
    worker.on('exit', () => this.#tellAll(worker, 'a thread that ended'))
    this.#worker = worker
    return worker
  }

  #tellAll(worker: Worker, found: string): void {
    if (this.#worker !== worker) return
    this.#worker = null
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const resolve of waiting) resolve(refuse(this.#ended(found)))
  }
}

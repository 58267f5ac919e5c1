import { Worker } from 'node:worker_threads'
import { type Result, refuse } from '../../shared/result.ts'
import type { VersionTaskName, VersionTasks } from './versionTasks.ts'

type Answer = { readonly number: number; readonly result: Result<unknown> }

/** Works with versions in a thread of its own, so that neither saving nor the window waits for it. */
export class VersionsThread {
  readonly #folder: string
  readonly #script: URL
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>()
  #worker: Worker | null = null
  #number = 0

  /** `folder` is where versions are kept. */
  constructor(folder: string, script = new URL('./versionsWorker.js', import.meta.url)) {
    this.#folder = folder
    this.#script = script
  }

  /** Has a task done. */
  run<Name extends VersionTaskName>(
    name: Name,
    input: VersionTasks[Name]['input'],
  ): Promise<Result<VersionTasks[Name]['output']>> {
    this.#number += 1
    const number = this.#number
    return new Promise((resolve) => {
      this.#waiting.set(number, resolve as (result: Result<unknown>) => void)
      this.#started().postMessage({ number, name, input })
    })
  }

  /** Whether nothing is under way. */
  get isIdle(): boolean {
    return this.#waiting.size === 0
  }

  #started(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(this.#script, { workerData: this.#folder })
    worker.unref()
    worker.on('message', ({ number, result }: Answer) => {
      this.#waiting.get(number)?.(result)
      this.#waiting.delete(number)
    })
    worker.on('error', (error) => this.#ended(worker, error.message))
    worker.on('exit', () => this.#ended(worker, 'a thread that ended'))
    this.#worker = worker
    return worker
  }

  /** Tells everybody who waits; the next task starts another thread. */
  #ended(worker: Worker, found: string): void {
    if (this.#worker !== worker) return
    this.#worker = null
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const resolve of waiting)
      resolve(
        refuse({
          message: 'The versions of the production could not be reached.',
          expected: 'the part of Needledrop that keeps them',
          found,
          remedy: 'Save once more; if it happens again, restart Needledrop.',
        }),
      )
  }
}

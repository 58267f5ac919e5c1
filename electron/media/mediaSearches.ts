import { Worker, type WorkerOptions } from 'node:worker_threads'
import type { SearchOutcome, SearchProgress } from '../../shared/ipc/mediaLinks.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { fileProblem } from '../fileProblem.ts'
import { countReadsOf } from './readSlots.ts'
import type { SearchOrder } from './searchWorker.ts'

type Message = { readonly progress: SearchProgress } | { readonly outcome: SearchOutcome }

const stopped: SearchOutcome = { folders: 0, files: 0, unreadable: 0, found: [], cut: 'stopped' }

/** Looks through folders in a thread of its own, one search at a time; a disk that does not answer holds up nothing else. */
export class MediaSearches {
  readonly #tell: (progress: SearchProgress) => void
  readonly #script: URL
  readonly #options: WorkerOptions
  #stop: () => void = () => {}
  /** Threads that have not ended. */
  #threads = 0

  /** `tell` hears how far the search is. */
  constructor(
    tell: (progress: SearchProgress) => void,
    script = new URL('./searchWorker.js', import.meta.url),
    options: WorkerOptions = {},
  ) {
    this.#tell = tell
    this.#script = script
    this.#options = options
    countReadsOf(this)
  }

  get busy(): number {
    return this.#threads
  }

  /** Looks for files in a folder and all folders in it; ends a search that is still under way. */
  search(order: SearchOrder): Promise<Result<SearchOutcome>> {
    this.#stop()
    return new Promise((done) => {
      const worker = new Worker(this.#script, this.#options)
      this.#threads += 1
      worker.on('exit', () => {
        this.#threads -= 1
      })
      worker.postMessage(order)
      let last: SearchProgress | null = null
      const end = (answer: Result<SearchOutcome>) => {
        this.#stop = () => {}
        done(answer)
        // A thread that waits for a disk may never end; it keeps nothing from ending.
        worker.unref()
        void worker.terminate()
      }
      this.#stop = () => end(ok(last ? { ...stopped, folders: last.folders, files: last.files } : stopped))
      worker.on('message', (message: Message) => {
        if ('outcome' in message) end(ok(message.outcome))
        else {
          last = message.progress
          this.#tell(message.progress)
        }
      })
      worker.on('error', (error) => end(refuse(fileProblem(error, order.folder))))
    })
  }

  /** Ends the search that is under way. */
  stop(): void {
    this.#stop()
  }
}

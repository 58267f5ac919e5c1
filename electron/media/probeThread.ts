import type { WorkerOptions } from 'node:worker_threads'
import type { Result } from '../../shared/result.ts'
import type { Probed } from './probeWorker.ts'
import { ReadSlots, type SlotLimits } from './readSlots.ts'

const limits: SlotLimits = { most: 4, mostPerFolder: 2, seconds: 10, secondsMore: 5 }

/**
 * Probes films in threads of their own, since MediaInfo would keep the main process from serving pictures meanwhile. A film
 * at which MediaInfo hangs, or whose disk does not answer, is given up; those that wait behind it are not.
 */
export class ProbeThread {
  readonly #slots: ReadSlots<string, Probed>

  constructor(
    script = new URL('./probeWorker.js', import.meta.url),
    options: WorkerOptions = {},
    bounds: Partial<SlotLimits> = {},
  ) {
    this.#slots = new ReadSlots(script, { ...limits, ...bounds }, options)
  }

  /** What a film is, as `probe` finds it, and the identity of its content. */
  probe(file: string): Promise<Result<Probed>> {
    return this.#slots.run(file, file)
  }

  /** Ends the threads. */
  end(): Promise<void> {
    return this.#slots.end()
  }
}

import type { WorkerOptions } from 'node:worker_threads'
import type { Result } from '../../shared/result.ts'
import type { ByteRange } from './byteRange.ts'
import { ReadSlots, type SlotLimits } from './readSlots.ts'
import type { FirstPiece, ReadAnswer, ReadOrder } from './readSlotsWorker.ts'

const limits: SlotLimits = { most: 6, mostPerFolder: 3, seconds: 30 }

/** Everything that is read of films while they are open, in threads of its own. */
export class FilmReads {
  readonly #slots: ReadSlots<ReadOrder, ReadAnswer>

  constructor(
    script = new URL('./readSlotsWorker.js', import.meta.url),
    options: WorkerOptions = {},
    bounds: Partial<SlotLimits> = {},
  ) {
    this.#slots = new ReadSlots(script, { ...limits, ...bounds }, options)
  }

  /** What a file is and at most `most` bytes from the beginning of the range; null where there is no file. */
  first(file: string, range: string | null, most: number): Promise<Result<FirstPiece | null>> {
    return this.#slots.run(file, { kind: 'first', file, range, most }) as Promise<Result<FirstPiece | null>>
  }

  /** More of a file that `first` told of; null when it is another one by now. */
  piece(
    file: string,
    stamp: string,
    range: ByteRange,
    signal: AbortSignal,
  ): Promise<Result<Uint8Array<ArrayBuffer> | null>> {
    const order: ReadOrder = { kind: 'piece', file, stamp, range }
    return this.#slots.run(file, order, signal) as Promise<Result<Uint8Array<ArrayBuffer> | null>>
  }

  /** Whether there is a file that can be opened; null when its folder says nothing for so many milliseconds. */
  async isThere(file: string, patience: number): Promise<boolean | null> {
    const answer = await this.#within(patience, file, { kind: 'presence', file })
    return typeof answer === 'boolean' ? answer : null
  }

  /**
   * The identity of a file's content; `missing` where there is none that can be read, null when its folder says nothing for
   * so many milliseconds.
   */
  async identity(file: string, patience: number): Promise<string | 'missing' | null> {
    const answer = await this.#within(patience, file, { kind: 'identity', file })
    if (answer === undefined) return null
    return typeof answer === 'string' ? answer : 'missing'
  }

  /** Ends the threads. */
  end(): Promise<void> {
    return this.#slots.end()
  }

  /** The answer to an order; undefined for one that fails or does not come within so many milliseconds. */
  async #within(patience: number, file: string, order: ReadOrder): Promise<ReadAnswer | undefined> {
    let timer: NodeJS.Timeout | undefined
    const silence = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), patience)
    })
    const waiting = new AbortController()
    const answer = this.#slots
      .run(file, order, waiting.signal)
      .then((found) => (found.ok ? found.value : undefined))
    return Promise.race([answer, silence]).finally(() => {
      clearTimeout(timer)
      waiting.abort()
    })
  }
}

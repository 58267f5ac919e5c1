import { ok, type Problem, type Result } from '../../shared/result.ts'
import type { ConfirmedChange } from './documentStore.ts'
import { Store } from './store.ts'

/** How safe the confirmed changes are. */
export type JournalState = {
  /** Sequence of the last change made. */
  readonly made: number
  /** Sequence of the last change that is on the disk. */
  readonly safe: number
  /** Why the journal cannot be written, while it cannot. */
  readonly problem: Problem | null
}

/** Writes one line and resolves when it is on the disk; to `restart` when only the whole document brings safety. */
export type AppendLine = (sequence: number, change: ConfirmedChange) => Promise<Result<unknown>>

/** Writes the whole document, with all changes up to a number, in place of a journal that takes no more lines. */
export type RestartJournal = (sequence: number) => Promise<Result<unknown>>

/** Sends each change to the journal in order, and tries again, with growing pauses, while the disk refuses. */
export class JournalLink {
  readonly state: Store<JournalState>
  readonly #append: AppendLine
  readonly #queue: { readonly sequence: number; readonly change: ConfirmedChange }[] = []
  readonly #restart: RestartJournal
  #isSending = false
  #wake: () => void = () => {}

  constructor(lastSequence: number, append: AppendLine, restart: RestartJournal = async () => ok(null)) {
    this.#restart = restart
    this.state = new Store<JournalState>({ made: lastSequence, safe: lastSequence, problem: null })
    this.#append = append
  }

  /** Takes a change on; it is safe once `state.safe` has reached its sequence. */
  add(change: ConfirmedChange): void {
    const sequence = this.state.value.made + 1
    this.#queue.push({ sequence, change })
    this.state.patch({ made: sequence })
    void this.#send()
  }

  /** Tries again at once what the disk has refused. */
  retryNow(): void {
    this.#wake()
  }

  /** Resolves when every change made so far is on the disk. */
  whenSafe(): Promise<JournalState> {
    return this.state.when(({ made, safe }) => safe === made)
  }

  /** Whether every change made so far is on the disk within so many milliseconds. */
  async isSafeWithin(patience: number): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tooLate = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), patience)
    })
    const isSafe = await Promise.race([this.whenSafe().then(() => true), tooLate])
    clearTimeout(timer)
    return isSafe
  }

  async #send(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    let pause = 250
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      const refusal = await this.#write(next)
      if (refusal === null) {
        pause = 250
      } else {
        this.state.patch({ problem: refusal })
        await this.#pauseFor(pause)
        pause = Math.min(pause * 2, 8000)
      }
    }
    this.#isSending = false
  }
  async #write({ sequence, change }: { readonly sequence: number; readonly change: ConfirmedChange }) {
    const written = await this.#append(sequence, change)
    const isLost = written.ok && written.value === 'restart'
    const safe = isLost ? this.state.value.made : sequence
    const result = isLost ? await this.#restart(safe) : written
    if (!result.ok) return result.problem
    this.#queue.splice(0, this.#queue.filter((waiting) => waiting.sequence <= safe).length)
    this.state.patch({ safe, problem: null })
    return null
  }

  #pauseFor(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

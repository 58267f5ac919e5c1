import type { Problem } from '../../shared/result.ts'
import { Store } from './store.ts'

const firstPause = 1000
const longestPause = 30_000

/** A save that the disk refused: it is tried again, with growing pauses, until it succeeds or the production goes. */
export class PendingSave {
  /** Why the last try failed; null when there is nothing to try. */
  readonly problem = new Store<Problem | null>(null)
  #attempt: () => Promise<unknown> = async () => {}
  #pause = firstPause
  #timer: ReturnType<typeof setTimeout> | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #hasEnded = false

  /** Runs one save after the other. */
  inTurn<T>(save: () => Promise<T>): Promise<T> {
    const run = this.#turn.then(save)
    this.#turn = run.catch(() => undefined)
    return run
  }

  /** Notes a refusal; `attempt` saves again. */
  refused(problem: Problem, attempt: () => Promise<unknown>): void {
    if (this.#hasEnded) return
    this.problem.set(problem)
    this.#attempt = attempt
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void attempt(), this.#pause)
    this.#pause = Math.min(this.#pause * 2, longestPause)
  }

  /** Notes that there is nothing to try any more. */
  done(): void {
    clearTimeout(this.#timer)
    this.#pause = firstPause
    this.problem.set(null)
  }

  /** Tries at once, if there is something to try. */
  retryNow(): void {
    if (this.problem.value === null) return
    clearTimeout(this.#timer)
    void this.#attempt()
  }

  /** Gives up, as when the production is closed. */
  end(): void {
    this.#hasEnded = true
    this.done()
  }
}
